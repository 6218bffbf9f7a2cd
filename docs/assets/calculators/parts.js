/** The places in a calculator's element that the build reserved, and what is put there and told. */
import { fill, make } from "./dom.js";

const MEGABYTE = 1_000_000;

export class Parts {
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
    this.at("status").replaceChildren();
    this.at("progress").hidden = true;
    this.at("finding").replaceChildren(...answer);
    this.at("details").replaceChildren(...details);
  }

  /**
   * Tell a screen reader, politely and once for each change.
   * @param {string} text
   * @param {string} [more]  what is told with it, and is no change of its own
   */
  tell(text, more = "") {
    if (text === this.#told) return;
    this.#told = text;
    this.at("announce").textContent = [text, more].filter(Boolean).join(" ");
  }

  /**
   * Say that the machinery failed, with a way of trying again.
   * @param {any} failure
   * @param {Record<string, string>} words
   * @param {() => void} retry
   */
  fail(failure, words, retry) {
    const again = make("button.calc-button", { type: "button" }, words.try_again);
    again.addEventListener("click", retry);
    const text = words[`failed_${failure?.code}`] ?? words.failed_start;
    const detail = make("span.calc-detail", { lang: "en" }, String(failure?.detail ?? failure));
    this.show([], []);
    this.at("status").replaceChildren(make("strong", null, text), " ", words.failed_what_now, detail, again);
    return text;
  }

  /**
   * How far the download is.
   * @param {number} done  bytes
   * @param {number} total
   * @param {Record<string, string>} words
   */
  progress(done, total, words) {
    const bar = this.at("progress");
    bar.setAttribute("max", String(total));
    bar.setAttribute("value", String(done));
    const [here, all] = [done, total].map((bytes) => (bytes / MEGABYTE).toFixed(1));
    this.at("status").textContent = done < total ? fill(words.downloading, { done: here, total: all }) : words.starting;
  }
}
