/** Whom to tell, with addresses and how sure they are; and the penalties that may follow, as information. */
import { citeList } from "./cite.js";
import { make, said } from "./dom.js";
import { section } from "./section.js";

const SAFE = /^https?:/;

/** @typedef {import("./protocol.js").Finding} Finding */
/** @typedef {import("./page.js").Page} Page */

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderContacts({ contacts }, page) {
  if (!contacts?.length) return null;
  const items = contacts.map(({ name, url, confidence_text: sure, basis }) =>
    make(
      "li",
      null,
      make("span", null, said(name, page.lang)),
      " ",
      url && SAFE.test(url) ? make("a.calc-address", { href: url, rel: "noreferrer" }, url) : null,
      " ",
      url ? make("span.calc-small", null, said(sure, page.lang)) : null,
      citeList(basis, page),
    ),
  );
  return section("contacts", page.words.contacts, make("ul.calc-contacts", { role: "list" }, items));
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderPenalties({ penalties, penalties_note: note }, page) {
  if (!penalties?.length) return null;
  const items = penalties.map(({ text, confidence_text: sure, basis }) =>
    make("li", null, make("span", null, said(text, page.lang)), " ", make("span.calc-small", null, said(sure, page.lang)), citeList(basis, page)),
  );
  return section(
    "penalties",
    page.words.penalties,
    note ? make("p.calc-note", null, said(note, page.lang)) : null,
    make("ul.calc-contacts", { role: "list" }, items),
  );
}
