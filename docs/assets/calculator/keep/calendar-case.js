/**
 * Which case the events of a calendar file belong to. A number drawn when the first file is saved: it does not hang on
 * the answers, so it survives that they are corrected, and two cases of one minute have two. It rides in the links of
 * results and events, nowhere else.
 */

/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {{zh: Duty, en: Duty}} Saved  a duty as it was put into the last file, in both languages */

const NUMBER = /^[a-z0-9]{10}$/;
const LETTERS = "abcdefghijkmnpqrstuvwxyz23456789"; // 32: no l beside 1, no o beside 0
const A_DAY = 86_400_000;
const EPOCH = Date.UTC(2026, 0, 1);

export class CalendarCase {
  /** Empty until a file is saved, or a link brings one. */
  id = "";
  /** The number before it, of a case that began at another time; empty where there was none. */
  before = "";
  /** The duties that the last file had, by their ids. @type {Map<string, Saved>} */
  saved = new Map();
  /** When the case begins. @type {number | null} */
  #start = null;
  #sequence = 0;

  /**
   * Take the number from a link; another link is another case.
   * @param {string} id
   * @returns {boolean}  whether it is one
   */
  open(id) {
    const known = NUMBER.test(id);
    if (!known || id !== this.id) this.renew(known ? id : "");
    return known;
  }

  /**
   * Begin anew: another case, or the same under the number of a link.
   * @param {string} [id]
   */
  renew(id = "") {
    this.before = "";
    this.id = id;
    this.saved = new Map();
    this.#start = null;
  }

  /**
   * Note when the case begins, as understood; that of a link or of the last file stays.
   * @param {string} start
   */
  begin(start) {
    const moment = Date.parse(start);
    if (this.id && this.#start === null && !Number.isNaN(moment)) this.#start = moment;
  }

  /**
   * Return whether a file that is saved now is one more of this case, and give the case its number if it has none. A
   * beginning that has moved by more than a day is taken for another case: its deadlines must not replace these.
   * @param {string} start
   */
  take(start) {
    const moment = Date.parse(start);
    const other = this.#start !== null && Math.abs(moment - this.#start) > A_DAY;
    const again = this.id !== "" && !other;
    if (!again) {
      const before = this.id;
      this.renew(drawn());
      this.before = before;
    }
    this.#start = Number.isNaN(moment) ? null : moment;
    return again;
  }

  /**
   * Return the next number of a file: it grows with time, and with each file of one second.
   * @param {number} now  milliseconds since the epoch
   */
  next(now) {
    this.#sequence = Math.max(this.#sequence + 1, Math.floor((now - EPOCH) / 1000), 0);
    return this.#sequence;
  }
}

function drawn() {
  return [...crypto.getRandomValues(new Uint8Array(10))].map((byte) => LETTERS[byte % LETTERS.length]).join("");
}
