/**
 * Text as the search compares it: full-width as half-width, capitals as small letters, traditional characters as
 * simplified ones, no space beside a Chinese character. New lines stay: nothing matches across them.
 */

import { hasChinese } from "../shared/chinese.js";

const INVISIBLE = /[\u00ad\u200b-\u200f\u2060\ufeff]/;
/** @type {Map<string, string>} */
const SAME = new Map();
for (const mark of "‘’‛′") SAME.set(mark, "'");
for (const mark of "“”„″") SAME.set(mark, '"');

/** @typedef {Map<string, string>} Fold  a traditional character to its simplified one */

/**
 * @param {string} pairs  one traditional character and its simplified one after the other
 * @returns {Fold}
 */
export function readFold(pairs) {
  const fold = new Map();
  for (let at = 0; at + 1 < pairs.length; at += 2) fold.set(pairs[at], pairs[at + 1]);
  return fold;
}

/**
 * @param {string} text
 * @param {Fold} fold
 */
export function normal(text, fold) {
  return traced(text, fold).text;
}

/**
 * The same, with the place in the original of every character, and at the end its length.
 * @param {string} text
 * @param {Fold} fold
 * @returns {{text: string, at: number[]}}
 */
export function traced(text, fold) {
  /** @type {string[]} */
  const kept = [];
  /** @type {number[]} */
  const at = [];
  let from = 0;
  let spaceAt = -1;
  for (const character of text) {
    if (character === "\n") {
      kept.push("\n");
      at.push(from);
      spaceAt = -1;
    } else if (/\s/.test(character)) {
      if (spaceAt < 0) spaceAt = from;
    } else if (!INVISIBLE.test(character)) {
      for (const one of plain(character, fold)) {
        const before = kept.at(-1);
        if (spaceAt >= 0 && before && before !== "\n" && !hasChinese(before) && !hasChinese(one)) {
          kept.push(" ");
          at.push(spaceAt);
        }
        spaceAt = -1;
        kept.push(one);
        at.push(from);
      }
    }
    from += character.length;
  }
  at.push(text.length);
  return { text: kept.join(""), at };
}

/**
 * One character as it is compared; sometimes it becomes several.
 * @param {string} character
 * @param {Fold} fold
 */
function plain(character, fold) {
  if (character < "\u0080") return character.toLowerCase();
  const composed = character.normalize("NFKC").toLowerCase();
  return fold.get(composed) ?? SAME.get(character) ?? composed;
}
