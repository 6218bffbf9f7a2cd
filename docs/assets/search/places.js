/**
 * What people type for a place in a law, read as a place: 9, 第九条, 九(七), art 9(7), 9.7, 第九条第一款第（七）项, q5, 问5.
 *
 * A place is found among the ids that there are, so this module knows the form of an id and nothing of any law.
 */

/**
 * @typedef {Object} Place
 * @property {"art" | "q" | ""} kind  an article, a question, or not said
 * @property {number} number
 * @property {number} [paragraph]
 * @property {number} [item]
 * @property {number} [either]  a paragraph or an item: 9.7 does not say
 */

/**
 * @typedef {Object} Found
 * @property {string | null} exact  the id meant, where it is there
 * @property {string | null} nearest  else the one that comes nearest
 */

const DIGITS = "零一二三四五六七八九";
const NUMBER = "[0-9]{1,3}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]";
const WORD = "articles?|art|paragraphs?|para|items?|questions?|q|p|i|问题|问|第";
const UNIT = "条|款|项|问|段|题";
const TOKEN = new RegExp(
  `[\\s,.、，:;·/#-]*(?:(?<word>${WORD})[\\s.:-]*)?(?<open>\\()?\\s*第?\\s*\\(?(?<number>${NUMBER})\\)?\\s*(?<unit>${UNIT})?`,
  "y",
);
/** Words that are a place of their own, each with the ids that it may mean, the first that is there. */
const NAMED = new Map([
  ["notice", ["notice-title"]],
  ["印发通知", ["notice-title"]],
  ["通知", ["notice-title"]],
  ["annex", ["annex"]],
  ["附件", ["annex"]],
  ["title", ["title"]],
  ["标题", ["title"]],
]);

/**
 * @param {string} text
 * @returns {Place | null}  null where the text names no place
 */
export function readPlace(text) {
  const tokens = readTokens(plain(text));
  if (!tokens?.length) return null;
  const [first, ...rest] = tokens;
  if (first.kind && first.kind !== "art" && first.kind !== "q") return null;
  /** @type {Place} */
  const place = { kind: first.kind === "art" || first.kind === "q" ? first.kind : "", number: first.number };
  const bare = rest.filter(({ kind }) => !kind);
  for (const { kind, number } of rest) {
    if (kind === "art" || kind === "q") return null;
    if (kind === "paragraph" || kind === "item") place[kind] = number;
  }
  if (bare.length === 2 && rest.length === 2) [place.paragraph, place.item] = bare.map(({ number }) => number);
  else if (bare.length === 1 && rest.length === 1) place.either = bare[0].number;
  else if (bare.length === 1 && place.paragraph !== undefined) place.item = bare[0].number;
  else if (bare.length) return null;
  return place.number ? place : null;
}

/**
 * Find what a text names among the ids of a work.
 * @param {string} text
 * @param {string[]} ids  in their order
 * @returns {Found | null}  null where the text names no place at all
 */
export function findPlace(text, ids) {
  const typed = plain(text);
  if (ids.includes(typed.replace(/^#/, ""))) return { exact: typed.replace(/^#/, ""), nearest: null };
  const named = NAMED.get(typed);
  if (named) return { exact: named.find((id) => ids.includes(id)) ?? null, nearest: null };
  const place = readPlace(text);
  if (!place) return null;
  const tops = ids.filter((id) => /^(art|q)-?[0-9]+$/.test(id));
  const kind = place.kind || (tops.some((id) => id.startsWith("art-")) ? "art" : "q");
  const top = `${kind}${kind === "art" ? "-" : ""}${place.number}`;
  const exact = wanted(place, top, ids);
  if (exact && ids.includes(exact)) return { exact, nearest: null };
  return { exact: null, nearest: within(place, top, ids) ?? byNumber(place.number, kind, tops) ?? null };
}

/**
 * Return the id that comes nearest to one that is not there: what would hold it, else the article next to it.
 * @param {string} id
 * @param {string[]} ids
 */
export function nearestTo(id, ids) {
  const parts = id.split("-");
  while (parts.length > 1) {
    parts.pop();
    if (ids.includes(parts.join("-"))) return parts.join("-");
  }
  return findPlace(id, ids)?.nearest ?? null;
}

/**
 * Full-width signs and letters become plain ones, Chinese brackets round; a law named before the place is left out.
 * @param {string} text
 */
function plain(text) {
  return text.normalize("NFKC").trim().toLowerCase().replace(/[〔［【]/g, "(").replace(/[〕］】]/g, ")").replace(/^《[^》]*》/, "");
}

/**
 * @param {string} text
 * @returns {{kind: string, number: number}[] | null}
 */
function readTokens(text) {
  const tokens = [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < text.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(text);
    if (!found?.groups) return /^[\s.。)、]*$/.test(text.slice(at)) ? tokens : null;
    const { word = "", number, unit = "" } = found.groups;
    tokens.push({ kind: kindOf(word, unit), number: value(number) });
  }
  return tokens;
}

/**
 * @param {string} word
 * @param {string} unit
 */
function kindOf(word, unit) {
  if (unit === "条" || word.startsWith("art")) return "art";
  if (["问", "题"].includes(unit) || word.startsWith("q") || word.startsWith("问")) return "q";
  if (unit === "款" || unit === "段" || word.startsWith("p")) return "paragraph";
  if (unit === "项" || word.startsWith("i")) return "item";
  return "";
}

/** @param {string} number */
function value(number) {
  if (/^[0-9]+$/.test(number)) return Number(number);
  const [tens, ones] = number.includes("十") ? number.split("十") : ["", number];
  const ten = number.includes("十") ? (tens ? DIGITS.indexOf(tens) : 1) : 0;
  return ten * 10 + (ones ? DIGITS.indexOf(ones) : 0);
}

/**
 * @param {Place} place
 * @param {string} top
 * @param {string[]} ids
 */
function wanted(place, top, ids) {
  const { paragraph, item, either } = place;
  if (paragraph !== undefined) return `${top}-p${paragraph}${item === undefined ? "" : `-i${item}`}`;
  const ofItem = (/** @type {number} */ number) => ids.find((id) => id.startsWith(`${top}-p`) && id.endsWith(`-i${number}`));
  if (item !== undefined) return ofItem(item);
  if (either !== undefined) return ofItem(either) ?? `${top}-p${either}`;
  return top;
}

/**
 * The largest part that is there of a place that is not: the paragraph without the item, or the article.
 * @param {Place} place
 * @param {string} top
 * @param {string[]} ids
 */
function within({ paragraph }, top, ids) {
  return [`${top}-p${paragraph}`, top].find((id) => ids.includes(id));
}

/**
 * @param {number} number
 * @param {string} kind
 * @param {string[]} tops
 */
function byNumber(number, kind, tops) {
  const distance = (/** @type {string} */ id) => Math.abs(Number(id.replace(/^(art-|q)/, "")) - number);
  const same = tops.filter((id) => id.startsWith(kind));
  return same.sort((one, other) => distance(one) - distance(other))[0];
}
