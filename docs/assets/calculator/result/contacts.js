/** Where a vulnerability is submitted or told, by kind of product and by recipient; the filing rule for platforms. */
import { citeList } from "./cite.js";
import { make, said } from "../../shared/dom.js";
import { section } from "./section.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Contact} Contact */
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
 * @param {Contact[] | undefined} contacts
 * @param {Page} page
 */
function list(name, title, contacts, page) {
  if (!contacts?.length) return null;
  const items = contacts.map((contact) => make("li", null, renderContact(contact, page.lang)));
  const basis = [...new Set(contacts.flatMap((contact) => contact.basis))];
  return section(name, title, make("ul", null, items), citeList(basis, page));
}

/**
 * @param {Contact} contact
 * @param {string} lang
 */
function renderContact({ name, text, url, confidence_text: sure }, lang) {
  const link = url && SAFE.test(url) ? make("a", { href: url, rel: "noreferrer" }, url.replace(SAFE, "").replace(/^\/\//, "")) : null;
  return [...said(name ?? text ?? "", lang), " ", link, link ? " " : null, sure ? make("span.calc-small", null, said(sure, lang)) : null];
}
