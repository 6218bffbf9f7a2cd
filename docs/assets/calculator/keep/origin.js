/**
 * Where a result comes from: when it was worked out, with which edition of the rules, and which case it is in a
 * calendar. All three ride in its link (`at`, `v`, `case`) and change no answer.
 *
 * A link that is opened keeps its own `at` and `v` for as long as its facts stand; once one is changed, the result is
 * a new one.
 */
import { addressOf } from "../form/fragment.js";
import { fill, make, markChinese } from "../../shared/dom.js";
import { shortened } from "../../shared/mended.js";
import { beijingInstant } from "../../shared/time.js";
import { CalendarCase } from "./calendar-case.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */
/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Result} Result */
/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../page.js").RuleChange} RuleChange */
/** @typedef {import("../runtime/protocol.js").Stamp} Stamp */

const INSTANT = /^(\d{4}-\d\d-\d\d)[Tt]\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:[Zz]|[+-]\d\d:\d\d)$/;
const EDITION = /^[a-z0-9.-]{1,60}$/;
const A_DAY = 86_400_000;

export class Origin {
  calendar = new CalendarCase();
  /** What the link that is open says. @type {Stamp | null} */
  #stamp = null;
  /** The facts of that link. */
  #facts = "";

  /** @param {Page} page */
  constructor(page) {
    this.page = page;
  }

  /**
   * Take what a link says of its origin out of its facts.
   * @param {Map<string, string>} facts
   * @returns {string[]}  what of it cannot be read
   */
  read(facts) {
    const [at, v, id] = ["at", "v", "case"].map((name) => {
      const value = facts.get(name) ?? "";
      facts.delete(name);
      return value;
    });
    const moment = INSTANT.test(at) ? Date.parse(at) : Number.NaN;
    const readable = !Number.isNaN(moment) && moment <= Date.now() + A_DAY; // clocks differ, not by a day
    const edition = EDITION.test(v);
    this.#stamp = readable || edition ? { at: readable ? moment : null, v: edition ? v : "" } : null;
    const known = this.calendar.open(id);
    return [at && !readable && `at=${at}`, v && !edition && `v=${v}`, id && !known && `case=${id}`].flatMap((each) => (each ? [shortened(each)] : []));
  }

  /**
   * Note the facts that a link has put into the form.
   * @param {Facts} facts
   */
  opened(facts) {
    this.#facts = JSON.stringify(facts);
  }

  /**
   * Return a finding as a result, with its link.
   * @param {Finding} finding
   * @param {Finding} other  the same in the other language
   * @param {Facts} typed
   * @param {Facts} shareable
   * @returns {Result}
   */
  result(finding, other, typed, shareable) {
    if (JSON.stringify(shareable) !== this.#facts) this.#stamp = null;
    const [stamp, now, { page, calendar }] = [this.#stamp, Date.now(), this];
    calendar.begin(page.start(finding.facts));
    const v = stamp ? stamp.v : page.edition;
    const at = stamp ? stamp.at : now;
    return {
      finding,
      other,
      typed,
      made: now,
      stamp,
      calendar,
      get address() {
        // A link is made at this moment, with the number that a calendar has got by then.
        const beside = { at: at === null ? "" : beijingInstant(at), v, case: calendar.id };
        return addressOf({ ...shareable, ...Object.fromEntries(Object.entries(beside).filter(([, value]) => value)) });
      },
    };
  }

  /** What is said of the link that is open; nothing where it tells of no origin, or its facts have been changed. */
  notice() {
    if (!this.#stamp) return [];
    const { lang, works } = this.page;
    const changes = changesSince(this.#stamp, this.page);
    const list = changes.map(({ id, title, answers }) => {
      const link = make("a", { href: `${works}/changes/#${id}` }, markChinese(title, lang));
      return make("li", null, link, " ", markChinese(answers, lang));
    });
    return [make("p", null, markChinese(originText(this.#stamp, this.page), lang)), list.length ? make("ul", null, list) : null].filter((each) => each !== null);
  }
}

/**
 * One sentence or two: when a link was made, and whether the rules are still those.
 * @param {Stamp} stamp
 * @param {Page} page
 */
function originText(stamp, page) {
  const { words } = page;
  const when = stamp.at === null ? words.link_undated : fill(words.link_made, { time: beijingInstant(stamp.at).slice(0, 16).replace("T", " ") });
  return when + (changesSince(stamp, page).length ? words.rules_changed : words.rules_same);
}

/**
 * The same for the files, with the names of what has changed.
 * @param {Stamp} stamp
 * @param {Page} page
 */
export function originRecord(stamp, page) {
  const titles = changesSince(stamp, page).map(({ date, title }) => `${date} ${title}`);
  return [originText(stamp, page), titles.join(page.words.dash)].filter(Boolean).join(" ");
}

/**
 * The changes of the rules since: those above the edition named, or, where it is not known, those of that day and later.
 * @param {Stamp} stamp
 * @param {Page} page
 * @returns {RuleChange[]}
 */
function changesSince({ at, v }, { changes }) {
  const place = changes.findIndex(({ id }) => id === v);
  if (place >= 0) return changes.slice(0, place);
  const day = at === null ? "" : beijingInstant(at).slice(0, 10);
  return changes.filter(({ date }) => date >= day);
}
