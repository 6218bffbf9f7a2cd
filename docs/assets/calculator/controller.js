/** One calculator at work: takes answers from its form to Python in the worker and the finding back to the page. */
import { whatChanged } from "./announce.js";
import { StickyAnswer } from "./sticky-answer.js";
import { Countdown, leftText } from "./countdown.js";
import { make, makeButton } from "../shared/dom.js";
import { clockOf } from "../shared/time.js";
import { unfold } from "../shared/unfold.js";
import { Draft } from "./keep/draft.js";
import { Folds } from "./folds.js";
import { Address } from "./form/address.js";
import { Form } from "./form/form.js";
import { askForDay, echoMoments, enablePicks, pauseAfter, reserveEchoes } from "./form/instant-field.js";
import { Layout } from "./layout.js";
import { Origin } from "./keep/origin.js";
import { Page } from "./page.js";
import { Slots } from "./slots.js";
import { PointerHold } from "./form/pointer-hold.js";
import { steadily } from "./form/steady.js";
import { Questions } from "./form/questions.js";
import { Quick } from "./form/quick.js";
import { firstDuty, renderAnswer, renderDetails } from "./result/render.js";
import { client, root } from "./runtime/start.js";
import { Progress } from "./progress.js";

/** @typedef {import("./runtime/protocol.js").Facts} Facts */
/** @typedef {import("./runtime/protocol.js").Finding} Finding */
/** @typedef {import("./runtime/protocol.js").Result} Result */
/** @typedef {import("./runtime/protocol.js").Refusal} Refusal */

const PAUSE = 200;
/** How long a half-written time may stand before the page calls it wrong. */
const PATIENCE = 1200;
/** Failures that a connection may mend: only after these does its return start Python by itself. */
const OF_THE_LINE = ["download", "no_worker"];

export class Controller {
  #question = 0;
  #lead = false;
  /** Whether Python runs, so that a change is asked about; before, the start asks about all of them. */
  #runs = false;
  /** What has failed, in a code; empty where nothing has. */
  #failure = "";
  /** A timer, while something waits to be asked or complained of. */
  #pause = 0;
  /** The facts that were asked about last. */
  #asked = "";
  /** What was last answered, and the answer kept beside it. @type {Result | null} */
  #result = null;
  /** @type {Result | null} */
  #kept = null;
  #draft = new Draft();
  #leave = new AbortController();

  /**
   * @param {HTMLElement} element  the calculator's element, as the build wrote it
   * @param {HTMLFormElement} form
   * @param {any} data  the JSON block of the element
   */
  constructor(element, form, data) {
    this.element = element;
    this.page = new Page(data, root, element.getAttribute("name") ?? "", client.manifest);
    this.form = new Form(form);
    this.origin = new Origin(this.page);
    this.slots = new Slots(element);
    this.client = client;
    this.progress = new Progress(this.slots, this.page.words, () => this.client.stop());
    this.countdown = new Countdown(element, this.page);

    const { signal } = this.#leave;
    this.press = new PointerHold(signal);
    this.folds = new Folds(this.slots.at("found"));
    this.layout = new Layout(this.slots, this.page, this.press, signal);
    this.quick = new Quick(this.form, this.page, async (facts) => (this.#runs ? this.client.ask(this.page.calculator, this.page.lang, facts) : ""), signal);
    this.bar = new StickyAnswer(this.slots.at("bar"), this.slots.at("answer"), this.press);
    this.questions = this.page.begins ? new Questions(this.form, this.page, signal) : null;
    this.address = new Address(this.form, this.page, this.slots, this.origin);
    form.addEventListener("submit", (event) => this.#submit(event), { signal });
    form.addEventListener("input", (event) => this.#later(pauseAfter(event, PAUSE)), { signal });
    form.addEventListener("change", (event) => this.#changed(event), { signal });
    form.addEventListener("input", () => this.#takeOver(), { signal });
    form.addEventListener("click", ({ target }) => target instanceof HTMLButtonElement && target.dataset.ago && this.#settled(), { signal });
    this.client.addEventListener("progress", (event) => this.#progress(event), { signal });
    window.addEventListener("hashchange", () => (this.#lead = this.#readAddress()), { signal });
    window.addEventListener("online", () => OF_THE_LINE.includes(this.#failure) && this.start(), { signal });
    enablePicks(this.form);
    reserveEchoes(this.form, this.page);
    this.form.enable();
    this.#readAddress();
    this.#shrink();
  }

  /** An address may have answered the first questions already: they take little room from the start. */
  #shrink() {
    this.quick.reflect();
    const start = this.page.start(this.form.facts());
    if (start && this.quick.text) this.layout.answered([start, this.quick.text]);
  }

  /** Let go of the page: the element has been taken out of it. */
  stop() {
    this.#leave.abort();
    this.#question += 1;
    clearTimeout(this.#pause);
    this.bar.stop();
    this.countdown.stop();
  }

  /** Start Python; the form can be filled in meanwhile and is answered as soon as it runs. */
  async start() {
    this.#failure = "";
    this.#enter("loading");
    this.progress.begin(this.client.progress);
    this.bar.say(this.page.words.loading);
    try {
      await this.client.start();
      this.#runs = true;
      this.quick.tick();
      await this.#ask();
    } catch (failure) {
      this.#fail(failure);
    }
  }

  /**
   * A choice was made: it is asked about at once. Words in a draft are no answers, and who leaves a field that was asked
   * about has changed nothing: the same answer made anew would be put under a finger that presses something else.
   * @param {Event} event
   */
  #changed({ target }) {
    if (target instanceof HTMLTextAreaElement) return;
    if (target instanceof HTMLInputElement && target.closest("[data-part=quick]")) this.#settled();
    if (this.#pause || this.#asked !== JSON.stringify(this.form.facts())) this.#later(0);
  }

  /** One of the first questions has been answered whole: tapped, and the others answered as well, it leads to the answer. */
  #settled() {
    this.#lead ||= this.layout.settled() && Boolean(this.page.start(this.form.facts()) && this.quick.text);
  }

  /** The reader has answered something: what an address began is over. */
  #takeOver() {
    this.#lead = false;
    this.address.trust();
  }

  /** @param {number} pause */
  #later(pause) {
    clearTimeout(this.#pause);
    this.#pause = window.setTimeout(() => {
      this.#pause = 0;
      this.address.write();
      if (this.#runs) this.#ask().catch((failure) => this.#fail(failure));
    }, pause);
  }

  /**
   * Ask at once, because the reader said so: only then does the focus move, to the answer or to what is wrong.
   * @param {Event} event
   */
  #submit(event) {
    event.preventDefault();
    clearTimeout(this.#pause);
    this.#pause = 0;
    this.address.trust();
    this.address.write();
    if (this.#runs) this.#ask({ submitted: true }).catch((failure) => this.#fail(failure));
    else this.slots.at("answer").focus();
  }

  /**
   * Ask about the answers as they stand now; a finding that comes after a newer question is dropped.
   * @param {{submitted?: boolean}} [how]
   */
  async #ask({ submitted = false } = {}) {
    const question = ++this.#question;
    const typed = this.form.facts();
    this.#asked = JSON.stringify(typed);
    const { calculator, lang } = this.page;
    const [text, other] = this.address.unread ? [] : await Promise.all([lang, lang === "zh" ? "en" : "zh"].map((each) => this.client.ask(calculator, each, typed)));
    await this.press.over;
    if (question !== this.#question) return;
    /** @type {Finding | Refusal} */
    const finding = this.address.unread ?? JSON.parse(text);
    if (finding.ok) {
      this.#lead ||= submitted;
      if (this.form.remember(typed, finding.facts)) this.address.write();
      const stood = submitted || this.#state !== "answered" ? null : this.#result; // who asks hears the answer, changed or not
      this.#answer(this.origin.result(finding, JSON.parse(other), typed, this.form.shareable()), stood, submitted);
    } else {
      this.#refuse(finding, question, submitted);
    }
    this.element.dispatchEvent(new CustomEvent("calculator-finding", { detail: finding, bubbles: true }));
  }

  /**
   * @param {Result} result
   * @param {Result | null} before  the answer that stood there
   * @param {boolean} submitted
   */
  #answer(result, before, submitted) {
    this.#result = result;
    const { finding } = result;
    steadily(() => {
      this.#reply(finding.facts);
      this.questions?.update(finding.missing);
      this.slots.show(renderAnswer(result, this.page, this.#around(result)), this.#details());
      this.form.markOpen(finding.missing);
      this.folds.restore();
      this.quick.reflect();
      this.layout.answered([this.page.started(finding.facts), this.quick.text]);
    }, this.slots.at("answer"));
    this.quick.tick();
    if (!result.stamp) this.slots.origin([]); // the facts are no longer those of the link
    const { answer, first_due: instant, first_due_text: due } = finding;
    const first = firstDuty(finding);
    const running = instant && !first?.state_text ? leftText(instant, Date.now(), this.page) : "";
    this.slots.tell(whatChanged(before?.finding ?? null, finding, this.page), { more: running, again: submitted }); // how much is left is told this once; the countdown then runs silently
    const { mark } = this.page.answers[answer];
    if (instant && due) this.bar.say(clockOf(instant), { answer, mark, label: first?.name, left: first?.state_text ?? running, due: running && instant });
    else this.bar.say(finding.answer_text, { answer, mark });
    this.#enter("answered");
    this.#leadTo(this.slots.at("answer"));
  }

  /**
   * Say in the form how its times are understood, and what is wrong with one of them.
   * @param {Facts} facts  as understood
   * @param {string | null} [field]
   * @param {string} [message]
   * @param {string} [timeOfDay]  without its day
   */
  #reply(facts, field = null, message = "", timeOfDay = "") {
    this.form.complain(field && this.form.field(field) ? field : null, message);
    askForDay(this.form, field, timeOfDay, this.page.words);
    echoMoments(this.form, facts, this.page);
  }

  /**
   * Bring a part before somebody who has followed a link within the page or sent the form off, and the focus with it.
   * @param {HTMLElement} part
   */
  #leadTo(part) {
    if (!this.#lead) return;
    this.#lead = false;
    part.scrollIntoView({ block: "start" });
    part.focus({ preventScroll: true });
  }

  #details() {
    const result = this.#result;
    if (!result) return [];
    return renderDetails(result, this.page, this.#around(result));
  }

  /** @param {Result} result */
  #around(result) {
    return {
      goTo: (/** @type {string} */ name) => this.#goTo(name),
      show: (/** @type {string} */ name) => this.folds.show(name),
      kept: this.#kept,
      forget: () => this.#keep(null),
      draft: this.#draft,
      tools: {
        announce: (/** @type {string} */ text) => this.slots.speak(text),
        keep: () => this.#keep(result),
      },
    };
  }

  /** @param {Result | null} result */
  #keep(result) {
    this.#kept = result;
    this.slots.at("details").replaceChildren(...this.#details());
    this.folds.restore();
    this.slots.speak(result ? this.page.words.kept_said : this.page.words.forgotten);
    // The button that had the focus is gone; this one stands where the reader was, or leads back there.
    /** @type {HTMLElement | null} */ (this.slots.at("details").querySelector("[data-action=keep]"))?.focus();
  }

  /**
   * @param {Refusal} refusal
   * @param {number} question
   * @param {boolean} submitted
   */
  #refuse({ error: { code, field, message, time_of_day: timeOfDay = "" } }, question, submitted) {
    const input = field ? this.form.field(field) : null;
    this.#lead = false;
    this.questions?.update([...(this.#result?.finding.missing ?? []), field ?? ""]);
    if (code === "missing_input" && input && !submitted) {
      // Nothing is wrong: the first question has simply not been answered yet.
      steadily(() => this.#withdraw([this.#prompt(field)]), this.slots.at("answer"));
      this.bar.say("");
      this.#enter("ready");
      return;
    }
    const complain = () => {
      if (question !== this.#question) return;
      if (field) this.questions?.open(field);
      steadily(() => this.#withdraw([make("p.calc-refusal", null, message)], field, message, timeOfDay), this.slots.at("answer"));
      this.slots.tell(message, { again: submitted });
      this.bar.say(message);
      this.#enter("refused");
      if (submitted && field) this.#goTo(field);
    };
    // Somebody in the middle of a time has made no mistake yet, unless they sent it off.
    if (!submitted && input && input.type === "text" && input === document.activeElement) this.#pause = window.setTimeout(complain, PATIENCE);
    else complain();
  }

  /**
   * There is no answer any more, nor anything that hangs on it.
   * @param {Node[]} instead  what stands in its place
   * @param {string | null} [field]  what it is wrong with
   * @param {string} [message]
   * @param {string} [timeOfDay]
   */
  #withdraw(instead, field, message, timeOfDay) {
    this.#reply({}, field, message, timeOfDay);
    this.slots.show(instead, []);
    this.form.markOpen([]);
    this.layout.unanswered();
    this.quick.tick();
  }

  /** @param {string | null} name */
  #prompt(name) {
    const button = makeButton("text-button", {}, this.page.label(name ?? ""), () => this.#goTo(name ?? ""));
    return make("p.calc-prompt", null, this.page.words.prompt, button);
  }

  /** @param {any} failure */
  #fail(failure) {
    this.#runs = false;
    this.#failure = failure?.code ?? "";
    this.quick.tick();
    const rules = document.getElementById("rules");
    if (rules) unfold(rules); // all that there is now
    const text = this.slots.fail(failure, this.page.words, () => this.start());
    this.slots.tell(text);
    this.bar.say(text);
    this.#enter("failed");
  }

  /** @param {any} event */
  #progress({ detail: { done, total } }) {
    if (this.#state === "loading") this.progress.advance(done, total);
  }

  /** @param {string} name */
  #goTo(name) {
    this.questions?.open(name);
    this.layout.edit();
    const field = this.form.field(name);
    if (field) unfold(field);
    field?.focus({ preventScroll: true });
    this.form.question(name)?.scrollIntoView({ block: "center" });
  }

  /** @returns {boolean}  whether the address says anything to this page */
  #readAddress() {
    if (!this.address.read()) {
      this.#openQuestion(location.hash.slice(1));
      return false;
    }
    this.questions?.release();
    if (this.#state !== "static") this.#later(0);
    return true;
  }

  /**
   * Show what an address names by its id: a question, as the pages of law do, which is perhaps not asked yet, or a part
   * that is folded away.
   * @param {string} id
   */
  #openQuestion(id) {
    const target = id ? document.getElementById(id) : null;
    if (!target) return;
    this.questions?.open(target.dataset.fact ?? "");
    this.layout.edit();
    unfold(target);
    target.scrollIntoView();
  }

  /** @param {string} state */
  #enter(state) {
    if (state !== "loading") this.progress.end();
    this.element.dataset.state = state;
  }

  get #state() {
    return this.element.dataset.state ?? "static";
  }
}
