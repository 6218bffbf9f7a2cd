/** What the law says may follow: information, never a prediction, as its note says. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 */
export function renderPenalties({ penalties, penalties_note: note }, page) {
  if (!penalties?.length) return null;
  const { lang, words } = page;
  const items = penalties.map(({ text, confidence_text: sure, basis }) =>
    make("li", null, markChinese(text, lang), " ", make("span.calc-small", null, markChinese(sure, lang)), citeList(basis, page)),
  );
  return fold("penalties", words.penalties, "", make("ul", null, items), note ? make("p.note", null, markChinese(note, lang)) : null);
}
