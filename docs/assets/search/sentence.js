/** The sentence of a hit that shows why it is one, with the words that matched marked. */

import { normal, traced } from "./normal.js";

/** @typedef {import("./normal.js").Fold} Fold */
/** @typedef {{text: string, marked: boolean}} Run */

/** The end of a sentence; the full stop of a number that begins a line is none. */
const END = /[。！？；\n]|(?<!(?:^|\n)[0-9]{1,2})[.!?;](?=\s)/g;
const BEFORE = { zh: 24, en: 60 };
const LONGEST = { zh: 90, en: 200 };

/**
 * @param {string} text
 * @param {string[]} needles  as they are compared
 * @param {Fold} fold
 * @param {"zh" | "en"} lang  of the text
 * @param {string} [open]  what a sentence has that says nothing
 * @returns {Run[]}
 */
export function sentenceWith(text, needles, fold, lang, open) {
  const { text: plain, at } = traced(text, fold);
  const marks = joined(needles.flatMap((needle) => places(plain, needle)));
  const sentences = marks.map(([start, end]) => {
    const [from, to] = sentenceAt(text, at[start], at[end]);
    const has = normal(text.slice(from, to), fold);
    const says = open && has.includes(open) ? 0 : LONGEST.en;
    return { first: at[start], last: at[end], from, to, count: says + needles.filter((needle) => has.includes(needle)).length };
  });
  const nothing = { first: 0, last: 0, count: 0, from: 0, to: sentenceAt(text, 0, 0)[1] };
  // Of several that match, one that says something, with the most of the words.
  const best = sentences.reduce((one, other) => (other.count > one.count ? other : one), nothing);
  const { first, last } = best;
  let { from, to } = best;
  let before = "";
  let after = "";
  if (first - from > BEFORE[lang] && to - from > LONGEST[lang]) {
    from = wordStart(text, first - BEFORE[lang], first);
    before = "…";
  }
  if (to - from > LONGEST[lang]) {
    to = Math.max(last, wordEnd(text, from + LONGEST[lang]));
    after = "…";
  }
  /** @type {Run[]} */
  const runs = [{ text: before, marked: false }];
  let done = from;
  for (const [start, end] of marks) {
    const [one, other] = [Math.max(at[start], done), Math.min(at[end], to)];
    if (one >= other) continue;
    runs.push({ text: text.slice(done, one), marked: false }, { text: text.slice(one, other), marked: true });
    done = other;
  }
  runs.push({ text: text.slice(done, to) + after, marked: false });
  return runs.filter((run) => run.text);
}

/**
 * Put places in order, and those that overlap or touch together.
 * @param {[number, number][]} marks
 */
function joined(marks) {
  /** @type {[number, number][]} */
  const apart = [];
  for (const [from, to] of marks.sort((one, other) => one[0] - other[0])) {
    const last = apart.at(-1);
    if (last && from <= last[1]) last[1] = Math.max(last[1], to);
    else apart.push([from, to]);
  }
  return apart;
}

/** @param {string} plain @param {string} needle @returns {[number, number][]} */
function places(plain, needle) {
  /** @type {[number, number][]} */
  const found = [];
  if (!needle) return found;
  for (let at = plain.indexOf(needle); at >= 0; at = plain.indexOf(needle, at + needle.length)) {
    found.push([at, at + needle.length]);
  }
  return found;
}

/** @param {string} text @param {number} first @param {number} last @returns {[number, number]} */
function sentenceAt(text, first, last) {
  let from = 0;
  for (const end of text.slice(0, first).matchAll(END)) from = end.index + 1;
  const next = text.slice(last).matchAll(END).next().value;
  let to = next ? last + next.index + (next[0] === "\n" ? 0 : 1) : text.length;
  while (from < to && /\s/.test(text[from])) from += 1;
  while (to > from && /\s/.test(text[to - 1])) to -= 1;
  return [from, to];
}

/** @param {string} text @param {number} from @param {number} before */
function wordStart(text, from, before) {
  const space = text.slice(from, before).search(/\s\S/);
  return space >= 0 && /[A-Za-z]/.test(text[from]) ? from + space + 1 : from;
}

/** @param {string} text @param {number} to */
function wordEnd(text, to) {
  const space = text.slice(Math.max(0, to - 20), to).lastIndexOf(" ");
  return space >= 0 && /[A-Za-z]/.test(text[to] ?? "") ? Math.max(0, to - 20) + space : to;
}
