/** The form: its answers as facts, facts as its answers, and a sentence at the field that needs one. */
import { shortened } from "../../shared/mended.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */

const UNKNOWN = "unknown";
const TYPED = ["text", "hidden"];
/** The question that answers several others, and is no fact itself. */
const QUICK = "quick";
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
      if (name !== QUICK && text && text !== UNKNOWN) facts[name] = text;
    }
    return facts;
  }

  /**
   * Return what may stand in an address: what was chosen, and what was typed as far as it can be a time. What is more
   * than its figures stands there as it was understood, or not at all.
   */
  shareable() {
    const facts = Object.entries(this.facts()).flatMap(([name, value]) => {
      const field = this.field(name);
      if (!TYPED.includes(field?.type ?? "") || TIME.test(value)) return [[name, value]];
      return field?.dataset.typed === value ? [[name, field.dataset.understood ?? ""]] : [];
    });
    return Object.fromEntries(facts);
  }

  /**
   * Keep how the times that were typed were understood, for the address.
   * @param {Facts} typed
   * @param {Facts} understood
   * @returns {boolean}  whether one of them may stand in the address only so
   */
  remember(typed, understood) {
    const texts = Object.entries(typed).filter(([name]) => this.field(name)?.type === "text");
    for (const [name, value] of texts) Object.assign(this.field(name)?.dataset ?? {}, { typed: value, understood: understood[name] });
    return texts.some(([, value]) => !TIME.test(value));
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
    for (const field of this.form.querySelectorAll("input[type=hidden]")) field.setAttribute("value", ""); // no reset reaches them
    const ignored = [];
    for (const [name, value] of facts) {
      const field = this.form.elements.namedItem(name);
      // A field is also found by its id, which is not a fact's name.
      if (field instanceof HTMLInputElement && TYPED.includes(field.type) && field.name === name) {
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
   * Mark the questions whose answer could still change what was found.
   * @param {string[]} missing
   */
  markOpen(missing) {
    for (const question of this.questions()) question.toggleAttribute("data-open", missing.includes(question.dataset.fact ?? ""));
  }

  /**
   * Choose an answer, or none, to a question with choices.
   * @param {string} name
   * @param {string | null} value
   */
  choose(name, value) {
    for (const radio of this.form.querySelectorAll("input[type=radio]")) {
      if (radio instanceof HTMLInputElement && radio.name === name) radio.checked = radio.value === value;
    }
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
    return question?.querySelector("input:checked") ?? question?.querySelector("input[name]") ?? null;
  }

  /** @param {string} name */
  question(name) {
    return this.questions().find((question) => question.dataset.fact === name) ?? null;
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
