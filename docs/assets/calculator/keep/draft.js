/** A draft of the report: the items that the law asks for, to be filled in. It lives on this page and nowhere else. */
import { copy } from "./copy.js";
import { make, makeButton, markChinese } from "../../shared/dom.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Item} Item */

/** An item that only adds to the one before it (2+) bears no number of its own. */
const NUMBER = /^\d+$/;

export class Draft {
  /** The boxes stay the same while answers change, so that nothing typed is lost. @type {Map<string, HTMLTextAreaElement>} */
  #boxes = new Map();

  /**
   * The items, each with its box.
   * @param {Item[]} contents
   * @param {Page} page
   */
  fields(contents, { calculator, lang, words }) {
    return contents.map((item, place) => {
      const box = this.#box(item);
      box.id = `${calculator}-draft-${place}`;
      return make(
        "li.calc-item",
        { "data-may-follow": item.may_follow ? "" : null },
        make("span.calc-item__number", null, NUMBER.test(item.item) ? `${item.item}.` : ""),
        item.condition_text ? make("span.calc-condition", null, markChinese(item.condition_text, lang)) : null,
        make("label", { for: box.id }, markChinese(item.text, lang)),
        " ",
        make("span.tag", null, item.may_follow ? words.may_follow : words.first_report),
        " ",
        item.confidence_text ? make("span.calc-small", null, markChinese(item.confidence_text, lang)) : null,
        box,
      );
    });
  }

  /**
   * @param {Item[]} contents
   * @param {Page} page
   * @param {(text: string) => void} announce
   */
  copyButton(contents, page, announce) {
    const { words } = page;
    const outcome = make("p.calc-outcome-text", null);
    const button = makeButton("button", { "data-action": "copy-draft" }, words.copy_draft, () => copy(this.text(contents, page), outcome, words, announce));
    return make("div", null, button, outcome);
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
