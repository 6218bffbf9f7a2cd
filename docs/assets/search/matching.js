/** What a query matches: the very words, other names for them, every word of it. Pure functions; nothing of the page. */

import { hasChinese } from "../shared/chinese.js";
import { normal } from "./normal.js";

/** @typedef {import("./normal.js").Fold} Fold */
/**
 * @typedef {object} Record  one thing that can be found
 * @property {number} page
 * @property {string} anchor
 * @property {string} place
 * @property {number} kind  law, summary, frame, digest, note, page: the order of hits that are equally good
 * @property {string} text
 * @property {string} plain  the text as it is compared
 */
/** @typedef {{whole: string, variants: string[], words: string[][]}} Query  words: each with its other names */
/** @typedef {{record: Record, tier: number, at: number, needles: string[]}} Hit */

/** Kinds up to this one are the law and our summary of it. */
const LAW = 1;
/** Longer than any record; what is typed beyond it cannot be found. */
const LONGEST = 3000;
const MOST_VARIANTS = 40;
const MOST_WORDS = 12;
/** English words that tell nothing of what is meant. */
export const SMALL = new Set(
  "a about an and are as at be by can do does for from had has have how i if in is it my of on or our so that the this to was we were what when where which who why will with you your".split(
    " ",
  ),
);
const LATIN = /[a-z0-9]/;
/** A time limit as people add to it: 在4小时内, within 4 hours. */
const WITHIN = /^(?:在|于|within )?(.*?(?:小时|分钟|日|天|个月|hours?|days?|minutes?|months?))(?:以内|之内|内|之前)?$/;
/** What is Latin or a number, and long enough to be looked for by itself: 12387 and 热线. */
const MIXED = /[a-z0-9]{3,}|[^a-z0-9]+/g;
const NUMERAL = /[0-9零〇一二三四五六七八九十百千万]/;

/**
 * @param {string} typed
 * @param {string[][]} aliases  groups of names for one thing, as they are compared
 * @param {Fold} fold
 * @returns {Query}
 */
export function readQuery(typed, aliases, fold) {
  const text = typed.slice(0, LONGEST);
  const whole = normal(text, fold).replaceAll("\n", " ").trim();
  const parts = [...new Set(text.split(/[\s,;，、；。]+/).map((part) => normal(part, fold)).filter(Boolean))];
  const telling = parts.filter((part) => !SMALL.has(part));
  let words = (telling.length ? telling : parts).slice(0, MOST_WORDS);
  if (words.length === 1 && hasChinese(whole)) {
    const mixed = whole.match(MIXED) ?? [];
    if (mixed.join("") === whole) words = mixed.slice(0, MOST_WORDS);
  }
  const limit = WITHIN.exec(whole)?.[1];
  const shorter = limit && limit !== whole ? [limit, ...variants(limit, aliases)] : [];
  return {
    whole,
    variants: [...variants(whole, aliases), ...shorter],
    words: words.length > 1 ? words.map((word) => [word, ...variants(word, aliases)]) : [],
  };
}

/**
 * Put the other names of a thing in place of the one that a query uses.
 * @param {string} whole
 * @param {string[][]} aliases
 * @returns {string[]}  the query with the other names in it
 */
function variants(whole, aliases) {
  if (whole.length > 200) return [];
  let made = [whole];
  for (const { name, group } of namesIn(whole, aliases)) {
    made = made.flatMap((before) => group.map((other) => before.replace(name, () => other)));
    if (made.length > MOST_VARIANTS) break;
  }
  return made.filter((each) => each !== whole).slice(0, MOST_VARIANTS);
}

/** @typedef {{at: number, name: string, group: string[]}} Used  a name that a query uses, and the group that it is of */

/**
 * Return the names that a query uses, the longest first; of two that overlap, the longer one.
 * @param {string} whole
 * @param {string[][]} aliases
 */
export function namesIn(whole, aliases) {
  /** @type {Used[]} */
  const apart = [];
  for (const each of everyNameIn(whole, aliases)) {
    const free = apart.every(({ at, name }) => each.at >= at + name.length || each.at + each.name.length <= at);
    if (free) apart.push(each);
  }
  return apart;
}

/**
 * Return every name that stands in a query, the longest first.
 * @param {string} whole
 * @param {string[][]} groups
 */
export function everyNameIn(whole, groups) {
  /** @type {Used[]} */
  const used = [];
  for (const group of groups) {
    for (const name of group) {
      const at = whole.indexOf(name);
      if (at >= 0 && stands(whole, at, name.length, true)) used.push({ at, name, group });
    }
  }
  return used.sort((one, other) => other.name.length - one.name.length);
}

/**
 * Return the records that a query matches, the best first. Tiers: 0 its words, 1 another name, 2 its words within a
 * longer number or word (only where there is nothing better), 3 every word of it somewhere.
 * @param {Query} query
 * @param {Record[]} records
 * @returns {Hit[]}
 */
export function matches(query, records) {
  if (!query.whole) return [];
  const all = records.flatMap((record) => match(query, record) ?? []);
  const better = all.filter((hit) => hit.tier !== 2);
  return (better.length ? better : all).sort(inOrder);
}

/**
 * The whole of a title first; then provisions, under whatever name, before what is ours around them; then what has the
 * words as typed; then what begins with them.
 * @param {Hit} one
 * @param {Hit} other
 */
function inOrder(one, other) {
  return (
    Number(isWhole(other)) - Number(isWhole(one)) ||
    Number(one.tier > 2) - Number(other.tier > 2) ||
    Number(one.record.kind > LAW) - Number(other.record.kind > LAW) ||
    one.tier - other.tier ||
    one.record.kind - other.record.kind ||
    one.at - other.at
  );
}

/** @param {Hit} hit */
function isWhole({ record, needles }) {
  return needles.length === 1 && needles[0].length > 0.8 * record.plain.length;
}

/**
 * @param {Query} query
 * @param {Record} record
 * @returns {Hit | null}
 */
function match(query, record) {
  const { plain } = record;
  const hit = (/** @type {number} */ tier, /** @type {string[]} */ needles) => ({
    record,
    tier,
    at: plain.indexOf(needles[0]),
    needles,
  });
  const inside = plain.includes(query.whole);
  if (inside && occurs(plain, query.whole, false)) return hit(0, [query.whole]);
  const variant = query.variants.find((each) => occurs(plain, each, true));
  if (variant !== undefined) return hit(1, [variant]);
  if (inside) return hit(2, [query.whole]);
  if (!query.words.length) return null;
  const needles = query.words.map((names) => names.find((name, at) => occurs(plain, name, at > 0)));
  return needles.every((needle) => needle !== undefined) ? hit(3, /** @type {string[]} */ (needles)) : null;
}

/**
 * Tell whether a needle stands somewhere on its own: 2日 not within 12日, art not within part.
 * @param {string} plain
 * @param {string} needle
 * @param {boolean} toItsEnd  a short name must end there as well: MPS, not mpsx
 */
export function occurs(plain, needle, toItsEnd) {
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + 1)) {
    if (stands(plain, at, needle.length, toItsEnd)) return true;
  }
  return false;
}

/**
 * @param {string} text
 * @param {number} at
 * @param {number} length
 * @param {boolean} toItsEnd
 */
function stands(text, at, length, toItsEnd) {
  const [before, first] = [text[at - 1] ?? "", text[at]];
  if (LATIN.test(first) && LATIN.test(before)) return false;
  if (NUMERAL.test(first) && NUMERAL.test(before)) return false;
  if (!toItsEnd || length > 5) return true;
  const [last, after] = [text[at + length - 1], text[at + length] ?? ""];
  return !(LATIN.test(last) && LATIN.test(after) && after !== "s");
}
