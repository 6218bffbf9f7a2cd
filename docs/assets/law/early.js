// Runs before anything is drawn: which language of each provision shows. The address says so (?lang=both), or the
// reader's last choice does, or the page's own language. Without this script a page shows both.
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
  page.dataset.reading = asked ?? (page.lang.startsWith("zh") ? "zh" : "en");
}
