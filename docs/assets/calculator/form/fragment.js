/**
 * Facts in the address: `#aware_at=2026-11-21T14:30&cii=yes`.
 *
 * A fragment is written by people, by other programs and by strangers, so nothing in it is trusted:
 * what the form has no place for is left out and named.
 */
import { isRider, withRiders } from "./riders.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */

const LONGEST = 4000;
const LONGEST_NAME = 40;
const DATE_PLUS_TIME = /^(\d{4}-\d{1,2}-\d{1,2})\+(\d{1,2}:)/;

/**
 * Take a fragment apart.
 * @param {string} hash  as in `location.hash`
 * @returns {{facts: Map<string, string>, ignored: string[]} | null}  null where it holds no facts but is an anchor
 */
export function readFragment(hash) {
  const text = hash.replace(/^#/, "");
  if (!text.includes("=")) return null;
  if (text.length > LONGEST) return { facts: new Map(), ignored: [shortened(text)] };
  const facts = new Map();
  const ignored = [];
  for (const part of text.split("&").filter((each) => each && !isRider(each))) {
    const [name, ...value] = part.split("=");
    try {
      const fact = decodeURIComponent(name);
      if (facts.has(fact)) ignored.push(shortened(part)); // one answer a question: the first
      else facts.set(fact, decoded(value.join("=")));
    } catch {
      ignored.push(shortened(part)); // a % that begins no character
    }
  }
  return { facts, ignored };
}

/**
 * Write facts as a fragment, without the #; an empty text where there are none.
 * @param {Facts} facts
 */
export function writeFragment(facts) {
  return Object.entries(facts)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%3A", ":")}`)
    .join("&");
}

/**
 * Return the address of this page that opens facts.
 * @param {Facts} facts
 */
export function addressOf(facts) {
  return `${location.origin}${location.pathname}${location.search}#${writeFragment(facts)}`;
}

/**
 * Keep facts in the address of this page, without adding to the history and without moving the page.
 * @param {Facts} facts
 */
export function keepAddress(facts) {
  const plain = location.pathname + location.search;
  const fragment = withRiders(writeFragment(facts));
  if (fragment) history.replaceState(history.state, "", `${plain}#${fragment}`);
  else if (readFragment(location.hash)) history.replaceState(history.state, "", plain);
}

/** @param {string} text */
export function shortened(text) {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

/**
 * A plus sign is part of an offset (+08:00) and stays; only between a date and a time is it a space,
 * as programs write one.
 * @param {string} value
 */
function decoded(value) {
  return decodeURIComponent(value.replace(DATE_PLUS_TIME, "$1 $2"));
}
