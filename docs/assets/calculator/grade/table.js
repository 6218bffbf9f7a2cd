/**
 * The table of an annex as a form: what the mouse and the finger expect of it beside radio buttons.
 *
 * A second tap takes a cell back, one press says that none is reached, and under the answer stands what can be done with
 * it. Which of that fits which finding, the build has written at each link.
 */
import { make, markChinese } from "../../shared/dom.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Refusal} Refusal */

const UNKNOWN = "unknown";
const BELOW = "below";

/** Take every such form on the page. */
export function gradingTables() {
  for (const form of document.querySelectorAll("form.grade-form")) {
    const element = form.closest("regulation-calculator");
    if (form instanceof HTMLFormElement && element instanceof HTMLElement) new GradingTable(form, element);
  }
}

class GradingTable {
  /** The answer to each question when it was last looked at. @type {Map<string, string>} */
  #given = new Map();

  /**
   * @param {HTMLFormElement} form
   * @param {HTMLElement} element  the calculator's
   */
  constructor(form, element) {
    this.form = form;
    this.element = element;
    this.rest = form.querySelector("[data-part=all-answers]");
    this.none = /** @type {HTMLElement | null} */ (element.querySelector("[data-part=none-reached]"));
    form.addEventListener("click", ({ target }) => this.#again(target));
    form.addEventListener("change", () => this.#look());
    element.addEventListener("calculator-finding", (event) => this.#found(/** @type {CustomEvent} */ (event).detail));
    this.rest?.addEventListener("click", () => this.#showRest(!form.hasAttribute("data-rest")));
    this.none?.addEventListener("click", () => this.#noneReached());
  }

  /** @returns {HTMLElement[]} */
  get #rows() {
    return [...this.form.querySelectorAll("[data-fact]")].filter((row) => row instanceof HTMLElement);
  }

  /** @param {HTMLElement} row */
  #answer(row) {
    const chosen = row.querySelector("input:checked");
    return chosen instanceof HTMLInputElement ? chosen.value : UNKNOWN;
  }

  #look() {
    this.#given = new Map(this.#rows.map((row) => [row.dataset.fact ?? "", this.#answer(row)]));
    for (const fold of this.form.querySelectorAll("details")) {
      if (fold.querySelector(`input:checked:not([value=${UNKNOWN}])`)) fold.open = true;
    }
  }

  /**
   * A cell that was chosen already has been tapped again: it was a slip, and the question is open.
   * @param {EventTarget | null} target
   */
  #again(target) {
    if (!(target instanceof HTMLInputElement) || this.#given.get(target.name) !== target.value || target.value === UNKNOWN) return;
    const row = target.closest("[data-fact]");
    if (row) this.#choose(row, UNKNOWN);
    this.#changed();
  }

  /** @param {boolean} shown */
  #showRest(shown) {
    this.form.toggleAttribute("data-rest", shown);
    this.rest?.setAttribute("aria-pressed", String(shown));
  }

  /** Nothing with a number is reached; what has none is still to be judged, so it is opened. */
  #noneReached() {
    const criteria = this.form.querySelector("[data-part=criteria]");
    for (const row of this.#rows) {
      if (!criteria?.contains(row) && this.#answer(row) === UNKNOWN) this.#choose(row, BELOW);
    }
    this.#showRest(true);
    this.#changed();
    if (criteria instanceof HTMLDetailsElement) {
      criteria.open = true;
      criteria.scrollIntoView({ block: "start" });
      criteria.querySelector("summary")?.focus({ preventScroll: true });
    }
  }

  /**
   * @param {Element} row
   * @param {string} value
   */
  #choose(row, value) {
    const field = row.querySelector(`input[value=${value}]`);
    if (field instanceof HTMLInputElement) field.checked = true;
  }

  #changed() {
    this.form.dispatchEvent(new Event("input", { bubbles: true }));
    this.form.dispatchEvent(new Event("change", { bubbles: true }));
  }

  /** @param {Finding | Refusal} finding */
  #found(finding) {
    this.#look();
    const told = this.element.querySelector("[data-part=finding] [data-answer]");
    const fits = told && finding.ok ? this.#fitting(finding) : "";
    for (const link of this.element.querySelectorAll("[data-take]")) {
      if (link instanceof HTMLElement) link.hidden = link.dataset.take !== fits;
    }
    if (this.none) this.none.hidden = !(told && finding.ok && finding.answer === "open" && this.#asksForNumbers(finding.missing));
    if (told && finding.ok && finding.headline && finding.grounds) this.#split(told, finding.headline, finding.grounds);
  }

  /** @param {Finding} finding */
  #fitting({ answer, missing }) {
    return answer === "open" && !missing.length ? "settled" : answer;
  }

  /** @param {string[]} missing */
  #asksForNumbers(missing) {
    const criteria = this.form.querySelector("[data-part=criteria]");
    return this.#rows.some((row) => missing.includes(row.dataset.fact ?? "") && !criteria?.contains(row));
  }

  /**
   * Say the grade large, and why below it.
   * @param {Element} told
   * @param {string} headline
   * @param {string} grounds
   */
  #split(told, headline, grounds) {
    const { lang } = document.documentElement;
    const language = lang.startsWith("zh") ? "zh" : "en";
    told.querySelector(":scope > span:not([aria-hidden])")?.replaceChildren(
      make("strong.grade-headline", null, markChinese(headline, language)),
      make("span.grade-grounds", null, markChinese(grounds, language)),
    );
  }
}
