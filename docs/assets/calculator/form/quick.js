/**
 * The question that one tap answers for several others: cards, each with the limit that it leads to and, once Python
 * runs, with its clock time. What a card stands for the build wrote beside them; when it is due, Python says.
 */
import { beijingNow, clockOf } from "../../shared/time.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */
/** @typedef {{facts: Facts, duty: string | null}} QuickAnswer */

const MINUTE = 60_000;

export class Quick {
  /** @type {QuickAnswer[]} */
  #answers = [];
  #turn = 0;

  /**
   * @param {import("./form.js").Form} form
   * @param {import("../page.js").Page} page
   * @param {(facts: Facts) => Promise<string>} ask  asks Python; an empty text where it does not run
   * @param {AbortSignal} signal
   */
  constructor(form, page, ask, signal) {
    this.form = form;
    this.page = page;
    this.ask = ask;
    this.box = form.form.querySelector("[data-part=quick]");
    const data = this.box?.querySelector("script");
    if (!this.box || !data) return;
    this.#answers = JSON.parse(data.textContent ?? "");
    this.box.addEventListener("change", () => this.#take(), { signal });
    const timer = window.setInterval(() => this.tick(), MINUTE);
    signal.addEventListener("abort", () => clearInterval(timer));
  }

  /** The answer that is chosen. */
  get chosen() {
    const place = this.#inputs().findIndex(({ checked }) => checked);
    return this.#answers[place] ? place : -1;
  }

  /** The chosen answer in words; empty where none is. */
  get text() {
    return this.#inputs()[this.chosen]?.closest("label")?.querySelector("strong")?.textContent ?? "";
  }

  /** Show as chosen the card that says what the form says; one that says nothing only where it was tapped. */
  reflect() {
    const given = this.form.facts();
    const names = this.#names();
    const some = names.some((name) => name in given);
    this.#inputs().forEach((input, place) => {
      const { facts } = this.#answers[place];
      const same = names.every((name) => given[name] === facts[name]);
      input.checked = same && (some || input.checked);
    });
  }

  /**
   * Write on each card when its limit ends, for the time that was given, else for a discovery at this moment; nothing where
   * Python does not say it.
   */
  async tick() {
    const turn = ++this.#turn;
    const [name] = this.page.starts;
    const typed = this.form.facts()[name];
    const start = typed ?? beijingNow(Date.now());
    const times = await Promise.all(this.#answers.map((answer) => this.#due({ [name]: start }, answer).catch(() => "")));
    if (turn !== this.#turn) return;
    this.#inputs().forEach((input, place) => {
      const slot = input.closest("label")?.querySelector("[data-part=clock]");
      if (slot) slot.textContent = times[place];
    });
  }

  /**
   * @param {Facts} start
   * @param {QuickAnswer} answer
   */
  async #due(start, { facts, duty }) {
    const finding = JSON.parse((await this.ask({ ...start, ...facts })) || "{}");
    const due = finding.ok ? finding.duties?.find((/** @type {{id: string}} */ { id }) => id === duty)?.due : null;
    return due ? clockOf(due) : "";
  }

  #take() {
    const answer = this.#answers[this.chosen];
    if (!answer) return;
    for (const name of this.#names()) this.form.choose(name, answer.facts[name] ?? null);
  }

  /** The facts that the cards answer. */
  #names() {
    return [...new Set(this.#answers.flatMap(({ facts }) => Object.keys(facts)))];
  }

  #inputs() {
    return /** @type {HTMLInputElement[]} */ ([...(this.box?.querySelectorAll("input") ?? [])]);
  }
}
