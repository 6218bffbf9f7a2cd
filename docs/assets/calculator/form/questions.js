/**
 * One question first, then only those that still matter: which these are, the finding says.
 *
 * What has been answered becomes a line that can be opened again; what no longer matters is folded away and can
 * be had back. Nothing is ever un-answered, and the question under the reader's hand stays where it is on screen.
 */
import { fill, make, makeButton, markChinese } from "../../shared/dom.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("../page.js").Page} Page */

export class Questions {
  /** @type {string[]} */
  #matter = [];
  /** @type {HTMLElement | null} */
  #current = null;
  #all = false;

  /**
   * @param {Form} form
   * @param {Page} page
   * @param {AbortSignal} signal
   */
  constructor(form, page, signal) {
    this.form = form;
    this.page = page;
    this.toggle = makeButton("text-button", { "aria-expanded": "false" }, "", () => this.#showAll(!this.#all));
    form.form.querySelector("[data-part=more]")?.append(this.toggle);
    for (const question of form.questions()) question.append(make("p.calc-short", { "data-part": "short" }));
    for (const type of ["focusin", "input"]) {
      form.form.addEventListener(type, ({ target }) => this.#touched(target), { signal });
    }
    this.#arrange();
  }

  /**
   * Ask what still matters.
   * @param {string[]} missing  the finding's
   */
  update(missing) {
    this.#matter = missing;
    this.#arrange();
  }

  /** Everything has been filled in from elsewhere: no question is under the reader's hand. */
  release() {
    this.#current = null;
  }

  /**
   * Show one question in full, whatever its state.
   * @param {string} name
   */
  open(name) {
    this.#current = this.form.question(name);
    if (this.#current) this.#put(this.#current, "ask");
  }

  /** @param {EventTarget | null} target */
  #touched(target) {
    if (target instanceof HTMLInputElement) this.#current = target.closest("[data-fact]");
  }

  /** @param {boolean} all */
  #showAll(all) {
    this.#all = all;
    this.#current = null;
    this.#arrange();
  }

  #arrange() {
    const given = this.form.facts();
    for (const question of this.form.questions()) this.#settle(question, this.#wanted(question, given));
    const more = this.form.questions().filter(({ dataset }) => !this.#isAsked(dataset.fact ?? "", given)).length;
    const { words } = this.page;
    this.toggle.textContent = this.#all ? words.asked_questions : fill(words.all_questions, { count: more });
    this.toggle.setAttribute("aria-expanded", String(this.#all));
    this.toggle.hidden = more === 0;
  }

  /**
   * @param {string} name
   * @param {Record<string, string>} given
   */
  #isAsked(name, given) {
    return name === this.page.begins || name in given || this.#matter.includes(name);
  }

  /**
   * @param {HTMLElement} question
   * @param {Record<string, string>} given
   */
  #wanted(question, given) {
    const name = question.dataset.fact ?? "";
    if (question === this.#current) return "ask";
    if (name in given) return "short";
    return this.#all || this.#isAsked(name, given) ? "ask" : "folded";
  }

  /**
   * Put a question into a state while the one under the reader's hand stays where it is: a second click must not
   * meet another question. Where the page cannot scroll far enough for that, the question stays as it was.
   * @param {HTMLElement} question
   * @param {string} state
   */
  #settle(question, state) {
    const before = question.dataset.state ?? "";
    const top = this.#current?.getBoundingClientRect().top ?? 0;
    this.#put(question, state);
    const moved = (this.#current?.getBoundingClientRect().top ?? 0) - top;
    if (moved === 0) return;
    if (scrollY + moved < 0) this.#put(question, before);
    else scrollBy({ top: moved, behavior: "instant" });
  }

  /**
   * @param {HTMLElement} question
   * @param {string} state  ask, short or folded
   */
  #put(question, state) {
    question.dataset.state = state;
    question.hidden = state === "folded";
    const line = question.querySelector("[data-part=short]");
    line?.replaceChildren(...(state === "short" ? this.#line(question.dataset.fact ?? "") : []));
  }

  /** @param {string} name */
  #line(name) {
    const { lang, words } = this.page;
    const label = this.page.label(name);
    const change = makeButton("text-button", { "aria-label": `${words.change} ${label}` }, words.change, () => {
      this.open(name);
      this.form.field(name)?.focus();
    });
    return [make("strong", null, markChinese(this.page.value(name, this.form.facts()[name] ?? ""), lang)), " ", change];
  }
}
