/**
 * How much time is left, by the page's own clock: it says which time it believes it is, and compares two instants.
 * A finding that was asked for a moment of its own (`now`), or a duty whose receipt is known, says itself how it stands,
 * and nothing runs.
 */
import { fill, make, markChinese } from "../shared/dom.js";
import { beijingInstant, beijingNow, lengthText } from "../shared/time.js";

/** @typedef {import("./page.js").Page} Page */
/** @typedef {import("./runtime/protocol.js").Finding} Finding */

const SECOND = 1000;
/** In the last minutes seconds are shown; before, they would only fidget. */
const LAST_MINUTES = 600;
const LONG_PAST = 86_400;

/**
 * Return the place of a running countdown, or what the finding says itself.
 * @param {Finding} finding
 * @param {import("./runtime/protocol.js").Duty} duty
 * @param {Page} page
 */
export function renderLeft(finding, duty, page) {
  if (duty.state_text) {
    return make("span.calc-left", { "data-late": isLate(duty) ? "" : null, "data-over": isOver(duty) ? "" : null }, duty.state_text);
  }
  if (!duty.due || duty.timing === "keep" || finding.facts.now) return null;
  // A note stands beside a deadline that is only the latest possible.
  const left = make("span.calc-left", { "data-countdown": duty.due, "data-latest": duty.note ? "" : null });
  tick(left, Date.now(), page);
  return left;
}

/**
 * The time by the page's own clock, and a sentence for each time given that lies after it.
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderClock(finding, page) {
  if (finding.facts.now || !finding.duties?.some((duty) => duty.due && !duty.state)) return null;
  const clock = make("span.calc-clock", { "data-clock": finding.first_due ? beijingInstant(Date.parse(finding.first_due) - SECOND).slice(0, 10) : "" });
  const ahead = Object.entries(finding.facts).filter(([, value]) => value.includes("T") && Date.parse(value) > Date.now());
  tellTime(clock, Date.now(), page);
  return [
    clock,
    ...ahead.map(([name]) => make("span.calc-ahead", null, markChinese(fill(page.words.ahead, { label: page.label(name) }), page.lang))),
  ];
}

/**
 * How much time is left to an instant, in words.
 * @param {string} due
 * @param {number} now
 * @param {Page} page
 * @param {boolean} [latest]  whether that is only the latest possible, so that less may be left
 */
export function leftText(due, now, { lang, words }, latest = false) {
  const seconds = secondsTo(due, now);
  const length = Math.abs(seconds);
  const text = lengthText(length, lang, length < LAST_MINUTES ? 1 : 60);
  const [left, missed, past] = latest
    ? [words.left_at_most, words.missed_at_least, words.long_past_at_least]
    : [words.left, words.missed, words.long_past];
  return fill(seconds >= 0 ? left : isLongPast(due, now) ? past : missed, { length: text });
}

/**
 * Whether a deadline is over by more than a day: then it is in ink, with what the page does not know.
 * @param {string} due
 * @param {number} now
 */
export function isLongPast(due, now) {
  return secondsTo(due, now) < -LONG_PAST;
}

/**
 * @param {string} due
 * @param {number} now
 */
function secondsTo(due, now) {
  return Math.floor((Date.parse(due) - now) / SECOND);
}

/** @param {import("./runtime/protocol.js").Duty} duty */
function isLate(duty) {
  return duty.state === "late" || (duty.state === "missed" && (duty.left_seconds ?? 0) >= -LONG_PAST);
}

/**
 * Whether nothing runs any more: the report was received, or the deadline is over by more than a day.
 * @param {import("./runtime/protocol.js").Duty} duty
 */
function isOver({ state, left_seconds: left }) {
  return state === "in_time" || state === "late" || (left ?? 0) < -LONG_PAST;
}

/** Keeps every countdown of an element going. */
export class Countdown {
  /**
   * @param {HTMLElement} element
   * @param {Page} page
   */
  constructor(element, page) {
    this.timer = window.setInterval(() => {
      const now = Date.now();
      for (const left of element.querySelectorAll("[data-countdown]")) tick(left, now, page);
      for (const row of element.querySelectorAll("[data-run]")) row.toggleAttribute("data-run", !isLongPast(row.querySelector("time")?.dateTime ?? "", now));
      for (const clock of element.querySelectorAll("[data-clock]")) tellTime(clock, now, page);
    }, SECOND);
  }

  stop() {
    clearInterval(this.timer);
  }
}

/**
 * @param {Element} left
 * @param {number} now
 * @param {Page} page
 */
function tick(left, now, page) {
  const due = left.getAttribute("data-countdown") ?? "";
  left.toggleAttribute("data-over", isLongPast(due, now));
  left.toggleAttribute("data-late", secondsTo(due, now) < 0 && !isLongPast(due, now));
  change(left, leftText(due, now, page, left.hasAttribute("data-latest")));
}

/**
 * @param {Element} clock
 * @param {number} now
 * @param {Page} page
 */
function tellTime(clock, now, { words }) {
  // Its day only where that is not the one on which the time beside it falls: a clock that is wrong by days is seen.
  const [day, time] = beijingNow(now).split(" ");
  change(clock, fill(words.clock, { time: day === clock.getAttribute("data-clock") ? time : `${day} ${time}` }));
}

/**
 * @param {Element} element
 * @param {string} text
 */
function change(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
