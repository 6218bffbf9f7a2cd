// Paper should say where it came from: the foot of every printed page gives the page's address and edition, and
// nothing stays folded away. A sheet made here, since only the browser knows the address. Firefox and WebKit print no feet:
// edition and address also stand at the end of the last page; without this script the edition does.
{
  const imprint = document.querySelector(".imprint");
  const edition = imprint?.textContent?.replace(/\s+/g, " ").trim() ?? "";
  const quoted = (/** @type {string} */ text) => JSON.stringify(text).replace(/\n/g, " ");

  /** @type {HTMLDetailsElement[]} */
  let opened = [];

  addEventListener("beforeprint", () => {
    // Only now: the choice of language has perhaps changed the address.
    const address = `${location.origin}${location.pathname}${location.search}`;
    sheet.replaceSync(`@media print { @page {
      @bottom-left { content: ${quoted(address)}; }
      @bottom-right { content: ${quoted(edition ? `${edition} · ` : "")} counter(page) " / " counter(pages); }
    } }`);
    imprint?.setAttribute("data-address", address);
    opened = [...document.querySelectorAll("details:not([open])")].filter((fold) => fold instanceof HTMLDetailsElement);
    for (const fold of opened) fold.open = true;
  });
  addEventListener("afterprint", () => {
    for (const fold of opened) fold.open = false;
    opened = [];
  });

  const sheet = new CSSStyleSheet();
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
}
