/** The sentence of a hit that shows why it is one, with the words that matched marked. */

import { traced } from "./normal.js";

/** @typedef {import("./normal.js").Fold} Fold */
/** @typedef {{text: string, marked: boolean}} Run */

const END = /[。！？；\n]|[.!?;](?=\s)/g;
const BEFORE = { zh: 24, en: 60 };
const LONGEST = { zh: 90, en: 200 };

/**
 * @param {string} text
 * @param {string[]} needles  as they are compared
 * @param {Fold} fold
 * @param {"zh" | "en"} lang  of the text
 * @returns {Run[]}
 */
export function sentenceWith(text, needles, fold, lang) {
  const { text: plain, at } = traced(text, fold);
  const marks = needles.flatMap((needle) => places(plain, needle)).sort((one, other) => one[0] - other[0]);
  const first = marks.length ? at[marks[0][0]] : 0;
  const last = marks.length ? at[marks[0][1]] : 0;
  let [from, to] = sentenceAt(text, first, last);
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
 * Return parts of a near match worth marking: the longest pieces of the query's words that the text has.
 * @param {string} plain
 * @param {string[]} words
 */
export function nearNeedles(plain, words) {
  return words.flatMap((word) => (/[a-z]/.test(word) ? stem(plain, word) : pieces(plain, word)));
}

/** @param {string} plain @param {string} word */
function stem(plain, word) {
  for (let end = word.length; end >= Math.max(4, word.length - 5); end -= 1) {
    if (plain.includes(word.slice(0, end))) return [word.slice(0, end)];
  }
  return [];
}

/** @param {string} plain @param {string} word */
function pieces(plain, word) {
  const found = [];
  for (let from = 0; from < Math.min(word.length, 60); ) {
    let end = Math.min(word.length, from + 12);
    while (end > from + 1 && !plain.includes(word.slice(from, end))) end -= 1;
    if (end > from + 1) found.push(word.slice(from, end));
    from = Math.max(end, from + 1);
  }
  return found;
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
