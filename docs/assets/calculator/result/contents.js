/** What the report has to contain, item by item, each with a box to draft it in, and which items may follow later. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 * @param {import("../keep/draft.js").Draft} draft
 * @param {(text: string) => void} announce
 */
export function renderContents({ contents, contents_note: note }, page, draft, announce) {
  if (!contents?.length) return null;
  const { lang, words } = page;
  const basis = [...new Set(contents.flatMap((item) => item.basis))];
  return fold(
    "contents",
    words.contents,
    String(contents.length),
    make("p.calc-private", null, words.draft_private),
    make("ol.calc-items", { role: "list" }, draft.fields(contents, page)),
    draft.copyButton(contents, page, announce),
    note ? make("p.note", null, markChinese(note, lang)) : null,
    citeList(basis, page),
  );
}
