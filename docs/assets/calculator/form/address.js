/** The address of the page: what it says goes into the form, and what the form says goes into it. */
import { fill } from "../../shared/dom.js";
import { keepAddress, readFragment } from "./fragment.js";

/** @typedef {import("../runtime/protocol.js").Refusal} Refusal */

/** So many parts of an address are named at most. */
const NAMED = 8;

export class Address {
  /** What is said instead of an answer while a part of the address cannot be read. @type {Refusal | null} */
  unread = null;

  /**
   * @param {import("./form.js").Form} form
   * @param {import("../page.js").Page} page
   * @param {import("../slots.js").Slots} slots
   * @param {import("../keep/origin.js").Origin} origin
   */
  constructor(form, page, slots, origin) {
    this.form = form;
    this.page = page;
    this.slots = slots;
    this.origin = origin;
  }

  /**
   * What is asked for as an exercise is one of those for courses, which have a page of their own.
   * @returns {boolean}  whether it says anything to this page; otherwise it is an anchor
   */
  read() {
    const read = readFragment(location.hash, this.page.facts);
    if (!read) return false;
    const exercise = read.facts.get("exercise");
    if (exercise) {
      location.replace(`${this.page.works}/training/#cases=${encodeURIComponent(exercise)}`);
      return false;
    }
    const { facts } = read;
    const ignored = [...read.ignored, ...this.origin.read(facts)];
    const unread = [...read.unread, ...this.form.fill(facts)];
    this.origin.opened(this.form.shareable());
    const { words } = this.page;
    this.unread = unread.length ? { ok: false, error: { code: "bad_input", field: "", message: words.unread_refused } } : null;
    const said = /** @type {[string, string[]][]} */ ([[words.unread, unread], [words.mended, read.mended], [words.ignored, ignored]]);
    this.slots.notice(said.filter(([, names]) => names.length).map(([text, names]) => fill(text, { names: names.slice(0, NAMED).join(", ") })));
    this.slots.origin(this.origin.notice());
    return true;
  }

  /** The reader has looked at the form: what could not be read no longer stands in the way. */
  trust() {
    if (!this.unread) return;
    this.unread = null;
    this.slots.notice([]);
  }

  /** Keep the address that opens this answer, without adding to the history and without moving the page. */
  write() {
    keepAddress(this.form.shareable());
  }
}
