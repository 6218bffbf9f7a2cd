// The language link keeps the anchor, and both languages where both are shown. In the capture phase, so that it is set
// before anything else sees the click; on pointer and focus too, so that "open in a new tab" and "copy link" have it.
{
  /** @param {Event} event */
  const keepPlace = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-lang-link]") : null;
    if (!(link instanceof HTMLAnchorElement)) return;
    const asked = new URLSearchParams(location.search).get("lang");
    link.search = asked === "both" ? "?lang=both" : "";
    link.hash = location.hash;
    if (event.type !== "click" || document.documentElement.dataset.reading === "both") return;
    try {
      localStorage.removeItem("reading"); // who changes the language of the page wants its text in that language
    } catch {
      // Storage is switched off: there is nothing to forget.
    }
  };
  for (const kind of ["click", "auxclick", "pointerdown", "contextmenu", "focusin"]) {
    document.addEventListener(kind, keepPlace, { capture: true });
  }
}
