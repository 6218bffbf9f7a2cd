/** One calculator at work: takes answers from its form to Python in the worker and the finding back to the page. */
import { whatChanged } from "./announce.js";
import { Bar } from "./bar.js";
import { clientFor } from "./client.js";
import { fill, make } from "./dom.js";
import { Exercise } from "./exercise.js";
import { Form } from "./form.js";
import { readFragment, writeFragment } from "./fragment.js";
import { Page } from "./page.js";
import { Questions } from "./questions.js";
import { firstDuty, renderAnswer, renderDetails } from "./render.js";
import { beijingNow } from "./time.js";

/** @typedef {import("./protocol.js").Finding} Finding */
/** @typedef {import("./protocol.js").Refusal} Refusal */

const PAUSE = 200;
/** How long a half-written time may stand before the page calls it wrong. */
const PATIENCE = 1200;
const MEGABYTE = 1_000_000;

export class Controller {
  #question = 0;
  #said = "";
  #lead = false;
  /** @type {Finding | null} */
  #last = null;
  /** @type {number | undefined} */
  #pause;
  #leave = new AbortController();

  /**
   * @param {HTMLElement} element  the calculator's element, as the build wrote it
   * @param {HTMLFormElement} form
   * @param {any} data  the JSON block of the element
   */
  constructor(element, form, data) {
    const root = element.dataset.root ?? ".";
    this.element = element;
    this.page = new Page(data, root, element.getAttribute("name") ?? "");
    this.form = new Form(form);
    this.bar = new Bar(this.#part("bar"), this.#part("answer"));
    this.client = clientFor(`${root}/runtime`, this.page.manifest);

    const { signal } = this.#leave;
    form.addEventListener("submit", (event) => event.preventDefault(), { signal });
    this.questions = this.page.begins ? new Questions(this.form, this.page, signal) : null;
    this.exercise = new Exercise(this.#part("exercise"), this.page, () => this.#last && this.#answer(this.#last));
    form.addEventListener("input", () => this.#later(PAUSE), { signal });
    form.addEventListener("change", () => this.#later(0), { signal });
    form.addEventListener("input", () => this.#takeOver(), { signal });
    this.client.addEventListener("progress", (event) => this.#progress(event), { signal });
    window.addEventListener("hashchange", () => (this.#lead = this.#readAddress()), { signal });
    this.#addButtons();
    this.#readAddress();
  }

  /** Let go of the page: the element has been taken out of it. */
  stop() {
    this.#leave.abort();
    this.#question += 1;
    clearTimeout(this.#pause);
    this.bar.stop();
  }

  /** Start Python; the form can be filled in meanwhile and is answered as soon as it runs. */
  async start() {
    this.#enter("loading");
    this.#part("status").replaceChildren(this.page.words.loading);
    this.bar.say(this.page.words.loading);
    const bar = this.#part("progress");
    bar.removeAttribute("value"); // how far it is, is not known before the first bytes
    bar.hidden = false;
    try {
      await this.client.start();
      await this.#ask();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  /** The reader has answered something: what an address began is over. */
  #takeOver() {
    this.exercise.leave();
    this.#lead = false;
  }

  /** @param {number} pause */
  #later(pause) {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#writeAddress();
      if (this.#state !== "loading" && this.#state !== "failed") this.#ask().catch((failure) => this.#fail(failure));
    }, pause);
  }

  /** Ask about the answers as they stand now; a finding that comes after a newer question is dropped. */
  async #ask() {
    const question = ++this.#question;
    const text = await this.client.ask(this.page.calculator, this.page.lang, this.form.facts());
    if (question !== this.#question) return;
    /** @type {Finding | Refusal} */
    const finding = JSON.parse(text);
    if (finding.ok) this.#answer(finding);
    else this.#refuse(finding, question);
    this.element.dispatchEvent(new CustomEvent("calculator-finding", { detail: finding, bubbles: true }));
  }

  /** @param {Finding} finding */
  #answer(finding) {
    this.form.complain(null, "");
    const before = this.#last;
    this.#last = finding;
    this.questions?.update(this.exercise.hides ? [] : finding.missing); // what is asked would tell
    if (this.exercise.hides) return this.#wait();
    this.#show(renderAnswer(finding, this.page), renderDetails(finding, this.page, (name) => this.#goTo(name)));
    this.exercise.compare(finding.answer);
    this.#say(before === finding ? finding.answer_text : whatChanged(before, finding, this.page));
    const { answer, first_due_text: due } = finding;
    if (due) this.bar.say(due, { answer, label: this.page.words.first_due, left: firstDuty(finding)?.left_text });
    else this.bar.say(finding.answer_text, { answer });
    this.#enter("answered");
    this.#leadTo(this.#part("answer"));
  }

  /** An exercise: the answer is there, and the reader judges first. */
  #wait() {
    const { words } = this.page;
    this.#show([make("p.calc-prompt", null, words.exercise_waits)], []);
    this.#say(words.exercise_ask);
    this.bar.say("");
    this.#enter("answered");
    this.#leadTo(this.#part("exercise"));
  }

  /**
   * Bring a part before somebody who has followed a link within the page, and the focus with it.
   * @param {HTMLElement} part
   */
  #leadTo(part) {
    if (!this.#lead) return;
    this.#lead = false;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  }

  /**
   * @param {Refusal} refusal
   * @param {number} question
   */
  #refuse({ error: { code, field, message } }, question) {
    const input = field ? this.form.field(field) : null;
    this.#lead = false;
    this.questions?.update(this.#last?.missing ?? []);
    if (code === "missing_input" && input) {
      // Nothing is wrong: the first question has simply not been answered yet.
      this.form.complain(null, "");
      this.#show([this.#prompt(field)], []);
      this.bar.say("");
      this.#enter("ready");
      return;
    }
    const complain = () => {
      if (question !== this.#question) return;
      if (field) this.questions?.open(field);
      this.form.complain(input ? field : null, message);
      this.#show([make("p.calc-refusal", null, message)], []);
      this.#say(message);
      this.bar.say(message);
      this.#enter("refused");
    };
    // Somebody in the middle of a time has made no mistake yet.
    if (input && input.type === "text" && input === document.activeElement) this.#pause = window.setTimeout(complain, PATIENCE);
    else complain();
  }

  /** @param {string | null} name */
  #prompt(name) {
    const button = make("button.calc-link", { type: "button" }, this.page.label(name ?? ""));
    button.addEventListener("click", () => this.#goTo(name ?? ""));
    return make("p.calc-prompt", null, this.page.words.prompt, button);
  }

  /** @param {any} failure */
  #fail(failure) {
    const { words } = this.page;
    const again = make("button.calc-button", { type: "button" }, words.try_again);
    again.addEventListener("click", () => this.start());
    const text = words[`failed_${failure?.code}`] ?? words.failed_start;
    this.#show([], []);
    this.#part("status").replaceChildren(
      make("strong", null, text),
      " ",
      words.failed_what_now,
      make("span.calc-detail", { lang: "en" }, String(failure?.detail ?? failure)),
      again,
    );
    this.#say(text);
    this.bar.say(text);
    this.#enter("failed");
  }

  /** @param {any} event */
  #progress({ detail: { done, total } }) {
    if (this.#state !== "loading") return;
    const bar = this.#part("progress");
    bar.setAttribute("max", String(total));
    bar.setAttribute("value", String(done));
    const { words } = this.page;
    this.#part("status").textContent =
      done < total
        ? fill(words.downloading, { done: (done / MEGABYTE).toFixed(1), total: (total / MEGABYTE).toFixed(1) })
        : words.starting;
  }

  /**
   * @param {Node[]} answer
   * @param {Node[]} details
   */
  #show(answer, details) {
    this.#part("status").replaceChildren();
    this.#part("progress").hidden = true;
    this.#part("finding").replaceChildren(...answer);
    this.#part("details").replaceChildren(...details);
  }

  /**
   * Tell a screen reader, politely and once for each change.
   * @param {string} text
   */
  #say(text) {
    if (text === this.#said) return;
    this.#said = text;
    this.#part("announce").textContent = text;
  }

  /** @param {string} name */
  #goTo(name) {
    this.questions?.open(name);
    const field = this.form.field(name);
    field?.focus({ preventScroll: true });
    this.form.question(name)?.scrollIntoView({ block: "center" });
  }

  /** @returns {boolean}  whether the address says anything to this page */
  #readAddress() {
    const read = readFragment(location.hash);
    if (!read) return false;
    const { facts, ignored: beside } = this.exercise.enter(read.facts);
    const ignored = [...read.ignored, ...beside, ...this.form.fill(facts)];
    this.questions?.release();
    if (this.exercise.runs) this.#last = null; // a judgement waits for the finding of its own case
    const notice = this.#part("ignored");
    notice.hidden = ignored.length === 0;
    notice.textContent = ignored.length ? fill(this.page.words.ignored, { names: ignored.slice(0, 8).join(", ") }) : "";
    if (this.#state !== "static") this.#later(0);
    return true;
  }

  /** Keep the address that opens this answer, without adding to the history and without moving the page. */
  #writeAddress() {
    if (this.exercise.runs) return; // its own address opens it
    const facts = writeFragment(this.form.facts());
    const plain = location.pathname + location.search;
    if (facts) history.replaceState(history.state, "", `${plain}#${facts}`);
    else if (readFragment(location.hash)) history.replaceState(history.state, "", plain);
  }

  /** A time is seldom anything but now; without script the button would do nothing, so it is made here. */
  #addButtons() {
    for (const question of this.form.questions()) {
      const kind = question.dataset.kind;
      const input = question.querySelector("input");
      const row = question.querySelector("[data-part=entry]");
      if ((kind !== "instant" && kind !== "date") || !input || !row || row.querySelector("button")) continue;
      const { words } = this.page;
      const now = make("button.calc-button", { type: "button" }, kind === "instant" ? words.now : words.today);
      now.addEventListener("click", () => {
        const moment = beijingNow(Date.now());
        input.value = kind === "instant" ? moment : moment.slice(0, 10);
        this.#later(0);
      });
      row.append(now);
    }
  }

  /** @param {string} state */
  #enter(state) {
    this.element.dataset.state = state;
  }

  get #state() {
    return this.element.dataset.state ?? "static";
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  #part(name) {
    const part = this.element.querySelector(`[data-part=${name}]`);
    if (!(part instanceof HTMLElement)) throw new Error(`the page lacks its ${name}`);
    return part;
  }
}
