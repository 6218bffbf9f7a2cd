/** The form: its answers as facts, facts as its answers, and a sentence at the field that needs one. */
import { shortened } from "./fragment.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */

const UNKNOWN = "unknown";
/** All that a time can be written with; anything else in its box may be a name, and stays out of the address. */
const TIME = /^[\p{Nd}\s:：.．+＋\-－TtＴZz年月日时点分秒整]*$/u;

export class Form {
  /** @param {HTMLFormElement} form */
  constructor(form) {
    this.form = form;
  }

  /** Return what has been answered: questions left empty or at "not sure" are left out. */
  facts() {
    /** @type {Facts} */
    const facts = {};
    for (const [name, value] of new FormData(this.form)) {
      const text = String(value).trim();
      if (text && text !== UNKNOWN) facts[name] = text;
    }
    return facts;
  }

  /** Return what may stand in an address: what was chosen, and what was typed as far as it can be a time. */
  shareable() {
    const facts = Object.entries(this.facts()).filter(([name, value]) => this.field(name)?.type !== "text" || TIME.test(value));
    return Object.fromEntries(facts);
  }

  /**
   * Say beside a box how what was typed is understood, or nothing.
   * @param {string} name
   * @param {string} text
   */
  echo(name, text) {
    const slot = this.question(name)?.querySelector("[data-part=echo]");
    // Without a text the last one stays, unseen, so that nothing below moves.
    slot?.classList.toggle("calc-echo--empty", !text);
    if (slot && text) slot.textContent = text;
  }

  /** Let the form be sent off: before the script runs, nobody would take it. */
  enable() {
    const button = this.form.querySelector("[data-part=submit]");
    button?.removeAttribute("disabled");
  }

  /**
   * Put facts into the form, and every other question back to its beginning.
   * @param {Map<string, string>} facts
   * @returns {string[]}  what the form has no place for
   */
  fill(facts) {
    this.form.reset();
    const ignored = [];
    for (const [name, value] of facts) {
      const field = this.form.elements.namedItem(name);
      // A field is also found by its id, which is not a fact's name.
      if (field instanceof HTMLInputElement && field.type === "text" && field.name === name) {
        field.value = value;
      } else if (field instanceof RadioNodeList && has(field, value)) {
        field.value = value;
      } else {
        ignored.push(shortened(field ? `${name}=${value}` : name));
      }
    }
    return ignored;
  }

  /**
   * Say a sentence at a field, or take the last one away.
   * @param {string | null} name
   * @param {string} message
   */
  complain(name, message) {
    for (const question of this.questions()) {
      const wrong = question.dataset.fact === name;
      const slot = question.querySelector("[data-part=error]");
      if (slot) slot.textContent = wrong ? message : "";
      question.toggleAttribute("data-wrong", wrong);
      for (const input of question.querySelectorAll("input")) {
        if (wrong) input.setAttribute("aria-invalid", "true");
        else input.removeAttribute("aria-invalid");
      }
    }
  }

  /**
   * Return the field to go to for a question: the answer chosen, or the box to type in.
   * @param {string} name
   * @returns {HTMLInputElement | null}
   */
  field(name) {
    const question = this.question(name);
    return question?.querySelector("input:checked") ?? question?.querySelector("input") ?? null;
  }

  /** @param {string} name */
  question(name) {
    return this.questions().find((question) => question.dataset.fact === name) ?? null;
  }

  /**
   * Open what a question is folded away in, if it is.
   * @param {string} name
   */
  unfold(name) {
    this.question(name)?.closest("details")?.setAttribute("open", "");
  }

  questions() {
    return /** @type {HTMLElement[]} */ ([...this.form.querySelectorAll("[data-fact]")]);
  }
}

/**
 * @param {RadioNodeList} radios
 * @param {string} value
 */
function has(radios, value) {
  return [...radios].some((radio) => radio instanceof HTMLInputElement && radio.value === value);
}
