// While a page without a calculator is being read, the calculators' Python is fetched for later: at the lowest
// priority, when the page has been still for a moment, and not for readers who save data or are on a slow line.
{
  const MOMENT = 3000;
  const { runtime = "", files = "" } = /** @type {HTMLScriptElement} */ (document.currentScript).dataset;
  // Not every browser tells, and TypeScript knows only what all of them have.
  const { saveData, effectiveType } = /** @type {any} */ (navigator).connection ?? {};

  const fetchAhead = () => {
    for (const name of files.split(" ")) {
      const link = document.createElement("link");
      Object.assign(link, { rel: "prefetch", as: "fetch", crossOrigin: "anonymous", href: `${runtime}/${name}` });
      document.head.append(link);
    }
  };
  const whenIdle = () => ("requestIdleCallback" in window ? requestIdleCallback(fetchAhead) : fetchAhead());

  // A calculator's page fetches them itself, at once.
  if (!saveData && !/2g|3g/.test(effectiveType ?? "") && !document.querySelector("regulation-calculator")) {
    window.addEventListener("load", () => setTimeout(whenIdle, MOMENT));
  }
}
