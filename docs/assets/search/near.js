/** Near matches: records that have most parts of a query, in any order and any form of the word. Pure functions. */

import { CHINESE } from "../shared/chinese.js";
import { namesIn, occurs, SMALL } from "./matching.js";

/** @typedef {import("./matching.js").Record} Record */
/**
 * @typedef {object} Part
 * @property {string[]} names  any of these will do
 * @property {boolean} toItsEnd  whether a short one must end where a word does
 */

const LONGEST = 120;
/** Kinds up to this one are provisions, in the law's words or in our digest. */
const PROVISIONS = 3;
/** A record has at least this share of the parts, and of the weight of the best; a provision, of the best provision. */
const PARTS = 0.5;
const WEIGHT = 0.4;
/** Chinese characters that join or ask, and tell nothing of what is meant. */
const JOINING = /[的了吗呢要能可以什么怎谁被给是和与及或]/g;
const CHINESE_RUN = new RegExp(`[${CHINESE}]{2,}`, "g");
/** An English word or a number, and not what a name left of one. */
const WORD = /(?<!\w)[a-z0-9]+/g;
/** An English word of fewer letters is looked for as it is. */
const SHORT = 5;
const ENDING = /(?:ies|ing|ed|es|s|e|y)$/;

/**
 * Return the records that have about half of a query: provisions first, then those with the rarest parts, then the
 * shortest.
 * @param {string} whole  the query as it is compared
 * @param {string[][]} aliases
 * @param {Record[]} records
 * @returns {{record: Record, needles: string[]}[]}
 */
export function near(whole, aliases, records) {
  if (whole.length < 2 || whole.length > LONGEST) return [];
  const parts = partsOf(whole, aliases, records);
  const found = records.map(({ plain }) => parts.map(({ names, toItsEnd }) => names.find((name) => occurs(plain, name, toItsEnd))));
  const rarity = parts.map((_, at) => Math.log(records.length / (1 + found.filter((names) => names[at]).length)));
  const hits = records.map((record, number) => ({
    record,
    needles: found[number].filter((name) => name !== undefined),
    weight: rarity.reduce((sum, each, at) => sum + (found[number][at] ? each : 0), 0),
  }));
  const enough = hits.filter(({ needles }) => needles.length && needles.length >= PARTS * parts.length);
  const provisions = enough.filter(isProvision);
  const bar = WEIGHT * heaviest(enough);
  const barOfProvisions = WEIGHT * heaviest(provisions);
  return enough.filter((hit) => hit.weight >= (isProvision(hit) ? barOfProvisions : bar)).sort(inOrder);
}

/** @typedef {{record: Record, weight: number}} Weighed */

/** @param {Weighed} hit */
function isProvision({ record }) {
  return record.kind <= PROVISIONS;
}

/** @param {Weighed[]} hits */
function heaviest(hits) {
  return hits.reduce((most, { weight }) => Math.max(most, weight), 0);
}

/**
 * @param {Weighed} one
 * @param {Weighed} other
 */
function inOrder(one, other) {
  const score = (/** @type {Weighed} */ { record, weight }) => weight / Math.log(100 + record.plain.length);
  return Number(isProvision(other)) - Number(isProvision(one)) || score(other) - score(one);
}

/**
 * Cut a query into names that we know, English words with and without their endings, and pairs of Chinese characters.
 * @param {string} whole
 * @param {string[][]} aliases
 * @param {Record[]} records
 * @returns {Part[]}
 */
function partsOf(whole, aliases, records) {
  const named = namesIn(whole, aliases);
  const rest = named.reduce((text, { name }) => text.replace(name, "_"), whole).replace(JOINING, " ");
  const words = (rest.match(WORD) ?? []).filter((word) => !SMALL.has(word));
  const pairs = (rest.match(CHINESE_RUN) ?? []).flatMap((run) => [...run].slice(1).map((_, at) => run.slice(at, at + 2)));
  return [
    ...named.map(({ group }) => ({ names: group, toItsEnd: true })),
    ...[...new Set(words)].map((word) => ({ names: [word, root(word, records)], toItsEnd: word.length < SHORT })),
    ...[...new Set(pairs)].map((pair) => ({ names: [pair], toItsEnd: false })),
  ];
}

/**
 * Take the ending off an English word; where no record has what is left, as where it is misspelt, take off more.
 * @param {string} word
 * @param {Record[]} records
 */
function root(word, records) {
  if (word.length < SHORT || /[0-9]/.test(word)) return word;
  let left = word.replace(ENDING, "").replace(/([^aeiou])\1$/, "$1");
  while (left.length > Math.max(6, word.length / 2) && !records.some(({ plain }) => occurs(plain, left, false))) left = left.slice(0, -1);
  return left;
}
