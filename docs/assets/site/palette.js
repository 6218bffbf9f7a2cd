// Sets light or dark before anything is drawn: what the reader chose, otherwise what the machine asks for. It runs in the
// head, where there is no body yet: the body has its colours as soon as it is there, and is drawn only after that.
{
  const saved = globalThis.__md_get("__palette")?.color;
  const follows = !saved || saved.media === "(prefers-color-scheme)";
  const wanted = matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light";
  const scheme = follows ? document.currentScript.dataset[wanted] : saved.scheme;
  new MutationObserver((_, observer) => {
    if (!document.body) return;
    observer.disconnect();
    document.body.dataset.mdColorScheme = scheme;
  }).observe(document.documentElement, { childList: true });
}
