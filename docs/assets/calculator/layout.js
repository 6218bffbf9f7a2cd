/**
 * Where there is room for one column only, what everything hangs on shrinks to a line once it is answered, the answer
 * stands below it, and the other questions follow the answer. In the document they stand in the order that is seen.
 *
 * It shrinks under a tap on one of its answers, which is whole; whoever types in it, or goes through it with the keyboard,
 * has it until they leave it.
 */
import { steadily } from "./form/steady.js";
import { make, makeButton, markChinese } from "../shared/dom.js";

/** Two columns from here on; the style sheet has the same width. */
const COLUMNS = "(width >= 60em)";
/** What answers whole with one tap. */
const TAPPED = ".calc-card, [data-ago]";

export class Layout {
  #edited = false;
  #answered = false;
  /** Whether the last that was done in the first part was such a tap. */
  #tapped = false;

  /**
   * @param {import("./slots.js").Slots} slots
   * @param {import("./page.js").Page} page
   * @param {import("./form/pointer-hold.js").PointerHold} press
   * @param {AbortSignal} signal
   */
  constructor(slots, page, press, signal) {
    this.slots = slots;
    this.page = page;
    this.press = press;
    this.columns = matchMedia(COLUMNS);
    this.columns.addEventListener("change", () => this.#arrange(), { signal });
    this.change = makeButton("text-button", { "data-action": "edit" }, page.words.change, () => {
      this.edit();
      this.#first?.querySelector("input")?.focus();
    });
    this.#first?.addEventListener("pointerdown", ({ target }) => (this.#tapped = target instanceof Element && target.closest(TAPPED) !== null), { signal });
    this.#first?.addEventListener("keydown", () => (this.#tapped = false), { signal });
    this.#first?.addEventListener("focusin", ({ target }) => (this.#edited ||= !this.#tapped && target !== this.change), { signal });
    this.#first?.addEventListener("focusout", () => this.#left(), { signal });
    // The card that was chosen already may be the right one: nothing changes then.
    this.#first?.addEventListener("click", ({ target }) => target instanceof HTMLInputElement && target.type === "radio" && this.settled() && this.#arrange(), { signal });
    this.#arrange();
  }

  /**
   * There is an answer to what stands in these few words.
   * @param {string[]} summary
   */
  answered(summary) {
    const { lang, words } = this.page;
    this.#answered = summary.every(Boolean);
    const text = summary.join(words.dot);
    this.slots.element.querySelector("[data-part=summary]")?.replaceChildren(...(this.#answered ? [make("strong", null, markChinese(text, lang)), " ", this.change] : []));
    this.#arrange();
  }

  /** There is none any more. */
  unanswered() {
    this.#answered = false;
    this.#arrange();
  }

  /** Show the first questions in full, until something else is answered. */
  edit() {
    this.#edited = true;
    this.#arrange();
  }

  /**
   * One of the first questions has been answered.
   * @returns {boolean}  whether with a tap where there is one column: then the answer takes the place of the questions
   */
  settled() {
    if (!this.#tapped) return false;
    this.#edited = false;
    return !this.columns.matches;
  }

  get #first() {
    return /** @type {HTMLElement | null} */ (this.slots.element.querySelector("[data-part=first]"));
  }

  /** The reader may have left the first part; what was pressed for that stays where it is until it is released. */
  async #left() {
    await this.press.over;
    await new Promise((resolve) => window.setTimeout(resolve)); // until then nothing has the focus
    if (this.#first?.contains(document.activeElement)) return;
    this.#edited = false;
    steadily(() => this.#arrange(), this.slots.at("answer"));
  }

  #arrange() {
    const first = this.#first;
    if (!first) return; // a table is the form
    const narrow = !this.columns.matches;
    const rest = this.slots.at("rest");
    const held = rest.contains(document.activeElement) ? /** @type {HTMLElement} */ (document.activeElement) : null;
    if (narrow && rest.parentElement === this.slots.at("ask")) this.slots.at("answer").after(rest);
    else if (!narrow && rest.parentElement !== this.slots.at("ask")) this.slots.at("ask").append(rest);
    held?.focus({ preventScroll: true });
    const short = narrow && this.#answered && !this.#edited;
    const hidden = short && first.contains(document.activeElement);
    first.dataset.state = short ? "short" : "ask";
    if (hidden) this.change.focus({ preventScroll: true });
  }
}
