/** Citations: small links that name the provision. */
import { make, markChinese } from "../../shared/dom.js";

/**
 * @param {string[]} basis  citations, `work:id`
 * @param {import("../page.js").Page} page
 */
export function citeList(basis, page) {
  return make(
    "ul.calc-cites",
    { role: "list" },
    basis.map((citation) => make("li", null, citeLink(citation, page))),
  );
}

/**
 * @param {string} citation
 * @param {import("../page.js").Page} page
 */
export function citeLink(citation, page) {
  return make("a.calc-cite", { href: page.address(citation) }, markChinese(page.citation(citation), page.lang));
}
