/** What comes nearest to a place that is not there: what would hold it, else the article, question or chapter next to it. */

import { number } from "../search/numbers.js";
import { holdersNamed } from "../search/places.js";

const NUMBER = /[0-9]{1,4}|[一二三四五六七八九]百(?:零[一二三四五六七八九]|[一二三四五六七八九]十[一二三四五六七八九]?)?|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]/g;
const CHAPTER = /^ch(?:apter\b|[-. ]|[0-9])|章/;
const QUESTION = /q|问|問/;

/**
 * @param {string} asked  as somebody typed it, or as an address has it
 * @param {string[]} ids  the provisions that there are, in their order
 * @returns {string | null}  null where nothing in it is a number
 */
export function nearest(asked, ids) {
  const text = asked.normalize("NFKC").toLowerCase();
  const parts = text.split("-");
  for (let length = parts.length; length > 0; length -= 1) {
    const id = parts.slice(0, length).join("-");
    if (ids.includes(id)) return id;
  }
  const [holder] = holdersNamed(asked, [{ id: "", names: [], ids }]);
  if (holder) return holder.id;
  const [first, second, third] = (text.match(NUMBER) ?? []).map((each) => number(each) ?? 0);
  if (first === undefined) return null;
  const tops = ids.filter((id) => /^(art-|q|ch-)[0-9]+$/.test(id));
  if (CHAPTER.test(text)) return closest(first, "ch-", tops);
  const kind = QUESTION.test(text) || !tops.some((id) => id.startsWith("art-")) ? "q" : "art-";
  const top = `${kind}${first}`;
  const paragraph = third === undefined && !/款|段|par/.test(text) ? "" : `${top}-p${second}`;
  return [paragraph, top].find((id) => ids.includes(id)) ?? closest(first, kind, tops);
}

/**
 * @param {number} wanted
 * @param {string} kind
 * @param {string[]} tops
 */
function closest(wanted, kind, tops) {
  const distance = (/** @type {string} */ id) => Math.abs(Number(id.slice(kind.length)) - wanted);
  const same = tops.filter((id) => id.startsWith(kind));
  return same.sort((one, other) => distance(one) - distance(other))[0] ?? null;
}
