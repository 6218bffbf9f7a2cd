/** The line of HTML that shows a page of `/embed/` in a frame. The build gives the line; here it is filled. */
import { fill } from "../shared/dom.js";

/** What stands around a provision in its frame, in pixels: its name, and where it comes from. */
const AROUND = 150;

/**
 * @param {string} line  with {address}, {title} and {height}
 * @param {{address: string, title: string, height: number | string}} values
 */
export function frameLine(line, { address, title, height }) {
  return fill(line, { address: escaped(address), title: escaped(title), height });
}

/**
 * Return the line for a provision of a page of law, in the language that shows there.
 * @param {HTMLElement} provision
 * @param {HTMLElement} law
 * @param {string} line
 */
export function frameOf(provision, law, line) {
  const { lang, dataset } = document.documentElement;
  const both = dataset.reading === "both";
  const chinese = both ? lang.startsWith("zh") : dataset.reading === "zh";
  const page = /** @type {HTMLLinkElement} */ (document.querySelector(`link[hreflang="${chinese ? "zh-Hans" : "en"}"]`));
  const address = new URL(`../embed/provision/${law.dataset.work}/${provision.id}/${both ? "#both" : ""}`, page.href);
  const { titleZh, titleEn } = law.dataset;
  const { placeZh, placeEn } = provision.dataset;
  const title = chinese ? `《${titleZh}》${placeZh}` : `${titleEn}, ${placeEn}`;
  return frameLine(line, { address: address.href, title, height: Math.ceil(provision.offsetHeight / 10) * 10 + AROUND });
}

/** @param {string} text */
function escaped(text) {
  return text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
}
