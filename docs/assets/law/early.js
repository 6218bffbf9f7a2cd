// Runs before anything is drawn. Which language of each provision shows: the address says so (?lang=both), or the
// reader's last choice does, or the page's own language. Without this script a page shows both. And what the style sheets
// need so that nothing moves when a calculator's script comes: whether the address answers the first questions, and whether
// times will be given on a second clock.
{
  const page = document.documentElement;
  const known = ["zh", "en", "both"];
  /** @type {string | null} */
  let kept = null;
  try {
    kept = localStorage.getItem("reading");
  } catch {
    // Storage is switched off: the choice holds for this page.
  }
  const asked = [new URLSearchParams(location.search).get("lang"), kept].find((each) => known.includes(each ?? ""));
  page.classList.replace("no-js", "js");
  const first = document.querySelector("meta[name=first-questions]")?.getAttribute("content")?.split(" ");
  const given = new URLSearchParams(location.hash.slice(1));
  page.toggleAttribute("data-begun", Boolean(first?.every((name) => given.get(name) && given.get(name) !== "unknown")));
  page.toggleAttribute("data-abroad", new Date().getTimezoneOffset() !== -480);
  page.dataset.reading = asked ?? (page.lang.startsWith("zh") ? "zh" : "en");
}
