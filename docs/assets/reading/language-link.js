// The language link keeps the anchor. In the capture phase, so that it is set before anything else sees the click;
// on pointer and focus too, so that "open in a new tab" and "copy link" have it.
{
  /** @param {Event} event */
  const keepAnchor = (event) => {
    const link = event.target instanceof Element ? event.target.closest("a[data-lang-link]") : null;
    if (link instanceof HTMLAnchorElement) link.hash = location.hash;
  };
  for (const kind of ["click", "auxclick", "pointerdown", "contextmenu", "focusin"]) {
    document.addEventListener(kind, keepAnchor, { capture: true });
  }
}
