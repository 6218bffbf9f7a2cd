/**
 * One exercise of the page: its choices become buttons, and its answer, which the build wrote, is hidden until one of
 * them is pressed or the answer is asked for. Its QR code, where the build made any, leads to it alone.
 */
import { makeCode } from "../shared/code.js";
import { fill, make, makeButton, markChinese } from "../shared/dom.js";

const FIRST = "A".charCodeAt(0);

/**
 * Count what was answered, and what rightly.
 * @param {Exercise[]} exercises
 * @param {Record<string, string>} words
 * @returns {{answered: number, right: number, said: string}}  `said` is empty until something is answered
 */
export function scored(exercises, words) {
  const results = exercises.map(({ result }) => result).filter((result) => result !== null);
  const score = { answered: results.length, right: results.filter(Boolean).length };
  return { ...score, said: score.answered ? fill(words.score, score) : "" };
}

/**
 * Return the place of the choice that a key names; no choice has it where it is no letter.
 * @param {string} key  as in `KeyboardEvent.key`
 */
export function placeOf(key) {
  return key.length === 1 ? key.toUpperCase().charCodeAt(0) - FIRST : -1;
}

export class Exercise {
  /** Whether the reader chose rightly; null until then, and where only the answer was shown. @type {boolean | null} */
  result = null;
  /** Whether the answer shows. */
  told = false;

  /**
   * @param {HTMLElement} item  of the list, with the id of its case
   * @param {Record<string, string>} words
   * @param {string} lang
   * @param {(exercise: Exercise) => void} changed  called once the reader has chosen
   */
  constructor(item, words, lang, changed) {
    this.item = item;
    this.words = words;
    this.lang = lang;
    this.changed = changed;
    this.id = item.id.replace(/^case-/, "");
    this.title = item.querySelector("summary")?.textContent ?? "";
    this.fold = /** @type {HTMLDetailsElement} */ (item.querySelector(".exercise__fold"));
    this.answer = /** @type {HTMLDetailsElement} */ (item.querySelector(".exercise__answer"));
    this.verdict = make("p.exercise__verdict", { tabindex: "-1" });
    this.answer.before(this.verdict);
    const code = makeCode("text-button", words, () => ({ id: this.id, place: this.title }));
    if (code) this.fold.append(make("p.exercise__code", null, code.button), code.picture);
    const choices = [...item.querySelectorAll(".exercise__choices > li")];
    this.right = choices.findIndex((each) => each.hasAttribute("data-right"));
    this.buttons = choices.map((each, place) => this.#button(each, place));
    this.#hide();
  }

  /** The right choice, with its letter. */
  get solution() {
    return this.answer.querySelector(".exercise__right")?.textContent ?? "";
  }

  /**
   * The reader chooses; a second time changes nothing.
   * @param {number} place
   */
  choose(place) {
    if (this.told || !this.buttons[place]) return;
    this.result = place === this.right;
    this.#tell(place);
    const said = fill(this.result ? this.words.right : this.words.wrong, { right: this.solution });
    this.verdict.replaceChildren(...markChinese(said, this.lang));
    this.verdict.dataset.right = String(this.result);
    this.verdict.hidden = false;
    this.verdict.focus({ preventScroll: true });
    this.verdict.scrollIntoView({ block: "nearest" });
    this.changed(this);
  }

  /** Show the answer without a choice: that of a class, said aloud. */
  reveal() {
    if (this.told) return;
    this.#tell(-1);
    this.answer.scrollIntoView({ block: "nearest" });
  }

  /** As if nothing had been chosen. */
  reset() {
    this.result = null;
    this.told = false;
    this.#hide();
    for (const button of this.buttons) {
      button.disabled = false;
      delete button.dataset.state;
      button.querySelector(".exercise__note")?.remove();
    }
  }

  #hide() {
    this.answer.hidden = true;
    this.answer.open = false;
    this.verdict.hidden = true;
  }

  /** @param {number} mine */
  #tell(mine) {
    this.told = true;
    this.answer.hidden = false;
    this.answer.open = true;
    for (const [place, button] of this.buttons.entries()) {
      button.disabled = true;
      const notes = [place === this.right && this.words.correct, place === mine && this.words.yours].filter(Boolean);
      if (notes.length) button.append(make("span.exercise__note", null, notes.join("")));
      button.dataset.state = place === this.right ? "right" : place === mine ? "wrong" : "other";
    }
  }

  /**
   * @param {Element} choice
   * @param {number} place
   */
  #button(choice, place) {
    const letter = make("span.exercise__letter", null, String.fromCharCode(FIRST + place));
    const text = make("span", null, ...choice.childNodes);
    const button = /** @type {HTMLButtonElement} */ (makeButton("exercise__choice", {}, [letter, " ", text], () => this.choose(place)));
    choice.replaceChildren(button);
    return button;
  }
}
