/** What stands in the place of the answer while Python starts: how far it is, and after a while a way to stop. */
import { fill, make, makeButton } from "../shared/dom.js";

const MEGABYTE = 1_000_000;
/** After so many milliseconds a start is slow, and the reader is told that there is no need to wait for it. */
const LONG = 10_000;

export class Progress {
  #done = 0;
  #total = 0;
  #slow = false;
  /** @type {number | undefined} */
  #timer;

  /**
   * @param {import("./slots.js").Slots} slots
   * @param {Record<string, string>} words
   * @param {() => void} stop
   */
  constructor(slots, words, stop) {
    this.slots = slots;
    this.bar = slots.at("progress");
    this.words = words;
    this.text = make("span", null);
    this.stop = makeButton("button", {}, words.stop, stop);
  }

  /** @param {{done: number, total: number}} progress  what has arrived before; how far it is, is not known before the first bytes */
  begin({ done, total }) {
    this.#slow = false;
    this.bar.hidden = false;
    this.slots.status(this.text);
    if (total) this.advance(done, total);
    else this.#say();
    clearTimeout(this.#timer);
    this.#timer = window.setTimeout(() => {
      this.#slow = true;
      this.#say();
      this.slots.status(this.text, this.stop);
    }, LONG);
  }

  /**
   * @param {number} done
   * @param {number} total
   */
  advance(done, total) {
    this.#done = done;
    this.#total = total;
    this.bar.setAttribute("max", String(total));
    this.bar.setAttribute("value", String(done));
    this.#say();
  }

  /** It is over; something else stands in this place now. */
  end() {
    clearTimeout(this.#timer);
  }

  #say() {
    const { words } = this;
    const whole = this.#total > 0 && this.#done >= this.#total;
    const text = this.#slow ? words.slow : whole ? words.starting : this.#total ? words.downloading : words.loading;
    const [done, total] = [this.#done, this.#total].map((bytes) => (bytes / MEGABYTE).toFixed(1));
    this.text.textContent = fill(text, { done, total: this.#total ? total : "?" });
  }
}
