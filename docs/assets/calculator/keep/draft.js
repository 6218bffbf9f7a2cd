/** A draft of the report: the items that the law asks for, to be filled in. It lives on this page and nowhere else. */
import { copy } from "./copy.js";
import { make, markChinese } from "../../shared/dom.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Item} Item */

export class Draft {
  /** The boxes stay the same while answers change, so that nothing typed is lost. @type {Map<string, HTMLTextAreaElement>} */
  #boxes = new Map();
  #open = false;

  /**
   * @param {import("../runtime/protocol.js").Finding} finding
   * @param {Page} page
   * @param {(text: string) => void} announce
   */
  render({ contents }, page, announce) {
    if (!contents?.length) return null;
    const { lang, words } = page;
    const fields = contents.map((item, place) => {
      const id = `${page.calculator}-draft-${place}`;
      const box = this.#box(item);
      box.id = id;
      const mark = item.may_follow ? words.may_follow : words.first_report;
      return make("div.calc-draft__item", null, make("label", { for: id }, markChinese(item.text, lang), " ", make("span.tag", null, mark)), box);
    });
    const outcome = make("p.calc-outcome-text", null);
    const button = make("button.button", { type: "button", "data-action": "copy-draft" }, words.copy_draft);
    button.addEventListener("click", () => copy(this.text(contents, page), outcome, words, announce));
    const details = make(
      "details.fold.calc-draft",
      { open: this.#open ? "" : null },
      make("summary", null, words.draft),
      make("p.calc-private", null, words.draft_private),
      fields,
      button,
      outcome,
    );
    details.addEventListener("toggle", () => {
      this.#open = details.hasAttribute("open");
    });
    return details;
  }

  /**
   * @param {Item[]} contents
   * @param {Page} page
   */
  text(contents, { title, words }) {
    const items = contents.map((item) => {
      const typed = this.#box(item).value.trim();
      const mark = item.may_follow ? ` [${words.may_follow}]` : "";
      return `${item.item}. ${item.text}${mark}\n${typed || words.draft_empty}`;
    });
    return `${[title, ...items].join("\n\n")}\n`;
  }

  /** @param {Item} item */
  #box({ item }) {
    let box = this.#boxes.get(item);
    if (!box) {
      box = document.createElement("textarea");
      box.className = "field";
      box.rows = 2;
      box.autocomplete = "off";
      this.#boxes.set(item, box);
    }
    return box;
  }
}
