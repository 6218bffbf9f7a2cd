/**
 * A worked case as an exercise, `#exercise=CASE`: the case is in the form, and the answer is hidden until the
 * reader has chosen one. The case is read from the list on the page, which the build made; nothing is kept.
 */
import { fill, make, makeButton, markChinese } from "../shared/dom.js";
import { readFragment, shortened } from "./form/fragment.js";

/** @typedef {import("./page.js").Page} Page */

const NAME = "exercise";
/** The heading's id: the box, which takes the focus, is called by it. */
const TITLE = "exercise-title";

export class Exercise {
  /** @type {HTMLElement | null} */
  #case = null;
  /** @type {string | null} */
  #mine = null;

  /**
   * @param {HTMLElement} box
   * @param {Page} page
   * @param {() => void} committed  called once the reader has chosen
   */
  constructor(box, page, committed) {
    this.box = box;
    box.setAttribute("aria-labelledby", TITLE);
    this.page = page;
    this.committed = committed;
  }

  /**
   * Begin the exercise that an address names, if the page has it; then the facts are those of its case, and others
   * beside it are ignored. Otherwise the address stays as it was read.
   * @param {Map<string, string>} facts  as read from the address
   * @returns {{facts: Map<string, string>, ignored: string[]}}
   */
  enter(facts) {
    this.leave();
    const found = document.getElementById(`case-${facts.get(NAME) ?? ""}`);
    const link = found?.querySelector("a");
    if (!found || !link || !this.page.exercises) return { facts, ignored: [] };
    this.#case = found;
    found.setAttribute("data-asked", "");
    this.#ask(link.textContent ?? "", found.querySelector(".calc-case__story")?.textContent ?? "");
    const others = [...facts.keys()].filter((name) => name !== NAME);
    return { facts: readFragment(link.hash, this.page.facts)?.facts ?? new Map(), ignored: others.map(shortened) };
  }

  /** Go back to answering at once. */
  leave() {
    this.#case?.removeAttribute("data-asked");
    this.#case = null;
    this.#mine = null;
    this.box.hidden = true;
    this.box.replaceChildren();
  }

  /** Whether there is an exercise: begun and not left. */
  get runs() {
    return this.#case !== null;
  }

  /** Whether the answer is to be kept from the reader for now. */
  get hides() {
    return this.#case !== null && this.#mine === null;
  }

  /**
   * Say how the reader's judgement compares with the answer.
   * @param {string} answer
   */
  compare(answer) {
    if (!this.#case || this.#mine === null) return;
    const { answers, words } = this.page;
    const right = this.#mine === answer;
    const text = fill(right ? words.exercise_right : words.exercise_wrong, { mine: answers[this.#mine].label, answer: answers[answer].label });
    const verdict = make("p.calc-verdict", { "data-right": String(right), tabindex: "-1" }, text);
    this.box.querySelector("[data-part=verdict]")?.replaceChildren(verdict, this.#onward());
    this.#case.removeAttribute("data-asked");
    verdict.focus({ preventScroll: true }); // the button that had the focus is gone
  }

  /**
   * @param {string} title
   * @param {string} story
   */
  #ask(title, story) {
    const { answers, lang, words } = this.page;
    const choices = Object.entries(answers).map(([value, { label, mark: shape }]) => {
      const mark = make("span.calc-mark", { "aria-hidden": "true" });
      return makeButton("button.calc-judge", { "data-answer": value, "data-mark": shape }, [mark, label], () => {
        this.#mine = value;
        this.committed();
      });
    });
    this.box.replaceChildren(
      make("h2.calc-heading", { id: TITLE }, `${words.exercise} · `, ...markChinese(title, lang)),
      make("p", null, markChinese(story, lang)),
      make(
        "div",
        { "data-part": "verdict" },
        make("p", null, words.exercise_ask),
        make("div.calc-choices", { role: "group", "aria-label": words.exercise_ask }, choices),
      ),
    );
    this.box.hidden = false;
  }

  #onward() {
    const { words } = this.page;
    const links = [...(this.#case?.parentElement?.querySelectorAll(":scope > li[id^=case-]") ?? [])];
    const next = links[links.indexOf(/** @type {Element} */ (this.#case)) + 1];
    const own = this.#case?.querySelector("a")?.getAttribute("href") ?? "#";
    return make(
      "p.calc-onward",
      null,
      next ? make("a", { href: `#${NAME}=${next.id.slice("case-".length)}` }, words.exercise_next) : null,
      " ",
      make("a", { href: own }, words.exercise_leave),
    );
  }
}
