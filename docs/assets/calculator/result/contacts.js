/** Where a vulnerability is submitted or told, by kind of product and by recipient; the filing rule for platforms. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Contact | import("../runtime/protocol.js").SourcedText} Listed */
/** @typedef {import("../page.js").Page} Page */

const SAFE = /^https?:/;

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderDatabases({ databases }, page) {
  return list("databases", page.words.databases, databases, page);
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderContacts({ contacts }, page) {
  return list("contacts", page.words.contacts, contacts, page);
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderFiling({ filing }, page) {
  return list("filing", page.words.filing, filing, page);
}

/**
 * @param {string} name
 * @param {string} title
 * @param {Listed[] | undefined} listed
 * @param {Page} page
 */
function list(name, title, listed, page) {
  if (!listed?.length) return null;
  const items = listed.map((each) => make("li", null, renderListed(each, page.lang)));
  const basis = [...new Set(listed.flatMap((each) => each.basis))];
  return fold(name, title, "", make("ul", null, items), citeList(basis, page));
}

/**
 * @param {Listed} listed
 * @param {string} lang
 */
function renderListed(listed, lang) {
  const [text, url] = "name" in listed ? [listed.name, listed.url] : [listed.text, null];
  const link = url && SAFE.test(url) ? make("a", { href: url, rel: "noreferrer" }, url.replace(SAFE, "").replace(/^\/\//, "")) : null;
  return [...markChinese(text, lang), " ", link, link ? " " : null, make("span.calc-small", null, markChinese(listed.confidence_text, lang))];
}
