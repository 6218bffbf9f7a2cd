/**
 * The answer in one line under the header, while the answer itself is out of sight: when, whom, how long.
 * It is a button that leads there; it takes no room in the page, so nothing moves when it comes and goes.
 */
import { make } from "../shared/dom.js";

/** The deadline or the sentence is in sight when it is neither under the header nor only begins at the foot. */
const SIGHT = "-64px 0px -96px";

export class StickyAnswer {
  #away = false;
  #said = false;

  /**
   * @param {HTMLElement} bar
   * @param {HTMLElement} answer
   * @param {import("./form/pointer-hold.js").PointerHold} press
   */
  constructor(bar, answer, press) {
    this.bar = bar;
    this.answer = answer;
    this.press = press;
    this.bar.addEventListener("click", () => {
      answer.scrollIntoView({ block: "start" });
      answer.focus({ preventScroll: true });
    });
    this.watch = new IntersectionObserver(
      (entries) => {
        this.#away = !entries[entries.length - 1].isIntersecting;
        this.#update();
      },
      { rootMargin: SIGHT },
    );
    this.watch.observe(answer);
  }

  /**
   * Say something, or nothing: then there is no bar.
   * @param {string} text
   * @param {{answer?: string, mark?: string, label?: string, left?: string, due?: string | null}} [more]  the finding's
   *   answer and its shape; what the text is; how much time was left, or the instant to which a countdown runs
   */
  say(text, { answer, mark, label, left, due } = {}) {
    this.#said = text !== "";
    // What stands under it in the same box, buttons and words of the law, does not say it.
    this.watch.disconnect();
    this.watch.observe(this.answer.querySelector(".calc-deadline") ?? this.answer.querySelector(".calc-answer__text") ?? this.answer);
    for (const [name, value] of Object.entries({ answer, mark })) {
      if (value) this.bar.dataset[name] = value;
      else delete this.bar.dataset[name];
    }
    this.bar.replaceChildren(
      answer ? make("span.calc-mark", { "aria-hidden": "true" }) : "",
      label ? make("span.calc-bar__label", null, label) : "",
      make("span.calc-bar__text", null, text),
      left || due ? make("span.calc-left", { "data-countdown": due || null }, left) : "",
    );
    this.#update();
  }

  /** It comes over what lies at the head of the window, so it waits until nothing there is being pressed. */
  async #update() {
    await this.press.over;
    this.bar.hidden = !(this.#away && this.#said);
  }

  stop() {
    this.watch.disconnect();
  }
}
