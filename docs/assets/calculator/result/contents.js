/** What the report has to contain, item by item, and which items may follow later. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { section } from "./section.js";

/** An item that only adds to the one before it (2+) bears no number of its own. */
const NUMBER = /^\d+$/;

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 * @param {Node | null} draft  the same items as a form
 */
export function renderContents({ contents, contents_note: note }, page, draft) {
  if (!contents?.length) return null;
  const { lang, words } = page;
  const items = contents.map((item) =>
    make(
      "li.calc-item",
      { "data-may-follow": item.may_follow ? "" : null },
      make("span.calc-item__number", null, NUMBER.test(item.item) ? `${item.item}.` : ""),
      item.condition_text ? make("span.calc-condition", null, markChinese(item.condition_text, lang)) : null,
      make("span", null, markChinese(item.text, lang)),
      " ",
      make("span.tag", null, item.may_follow ? words.may_follow : words.first_report),
      " ",
      item.confidence_text ? make("span.calc-small", null, markChinese(item.confidence_text, lang)) : null,
    ),
  );
  const basis = [...new Set(contents.flatMap((item) => item.basis))];
  return section("contents", words.contents, make("ul.calc-items", { role: "list" }, items), note ? make("p.note", null, markChinese(note, lang)) : null, citeList(basis, page), draft);
}
