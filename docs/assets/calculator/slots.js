/** The places in a calculator's element that the build reserved, and what is put there and told. */
import { unfold } from "../shared/unfold.js";
import { make, makeButton } from "../shared/dom.js";
import { speak, tell } from "../shared/live-region.js";

export class Slots {
  #told = "";

  /** @param {HTMLElement} element */
  constructor(element) {
    this.element = element;
  }

  /**
   * @param {string} name
   * @returns {HTMLElement}
   */
  at(name) {
    const part = this.element.querySelector(`[data-part=${name}]`);
    if (!(part instanceof HTMLElement)) throw new Error(`the page lacks its ${name}`);
    return part;
  }

  /**
   * @param {Node[]} answer
   * @param {Node[]} details
   */
  show(answer, details) {
    this.status();
    this.at("progress").hidden = true;
    this.at("finding").replaceChildren(...answer);
    const place = this.at("details");
    const held = place.contains(document.activeElement) ? document.activeElement?.getAttribute("data-action") : null;
    place.replaceChildren(...details);
    // Made anew, a button that had the focus has it still, in a fold that was open, or it could not have had it.
    const again = /** @type {HTMLElement | null} */ (held ? place.querySelector(`[data-action=${held}]`) : null);
    if (again) unfold(again);
    again?.focus({ preventScroll: true });
  }

  /**
   * Put something into the place of the answer while there is none. A button that had the focus may go with what stood
   * there; the focus then stays with the answer.
   * @param {...(Node | string)} nodes
   */
  status(...nodes) {
    const place = this.at("status");
    const held = place.contains(document.activeElement);
    place.replaceChildren(...nodes);
    if (held) this.at("answer").focus({ preventScroll: true });
  }

  /**
   * Say something about the address: what was mended, left out or cannot be read.
   * @param {string[]} sentences
   */
  notice(sentences) {
    const place = this.at("ignored");
    place.hidden = sentences.length === 0;
    place.replaceChildren(...sentences.map((each) => make("span.calc-notice", null, `${each} `)));
  }

  /**
   * Say when the link was made that is open, and by which rules.
   * @param {Node[]} nodes
   */
  origin(nodes) {
    const place = this.at("origin");
    place.hidden = nodes.length === 0;
    place.replaceChildren(...nodes);
  }

  /**
   * Tell a screen reader, politely and once for each change.
   * @param {string} text  nothing where nothing has changed
   * @param {{more?: string, again?: boolean}} [how]  what is told with it, and is no change of its own; whether the reader
   *   has asked for it, who then hears it a second time
   */
  tell(text, { more = "", again = false } = {}) {
    if (!text || (text === this.#told && !again)) return;
    this.#told = text;
    (again ? speak : tell)(this.at("announce"), [text, more].filter(Boolean).join(" "));
  }

  /**
   * Tell a screen reader that something has been done.
   * @param {string} text
   */
  speak(text) {
    speak(this.at("announce"), text);
  }

  /**
   * Say that the machinery failed, with a way of trying again.
   * @param {any} failure
   * @param {Record<string, string>} words
   * @param {() => void} retry
   */
  fail(failure, words, retry) {
    const again = makeButton("button", {}, words.try_again, retry);
    const text = words[`failed_${failure?.code}`] ?? words.failed_start;
    const detail = make("span.calc-detail", { lang: "en" }, String(failure?.detail ?? failure));
    this.show([], []);
    const advice = words[`now_${failure?.code}`] ?? words.failed_what_now;
    this.status(make("strong", null, text), " ", advice, detail, again);
    return text;
  }
}
