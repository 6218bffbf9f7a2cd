/**
 * The provisions that a text names, in any spelling: art 9(7), 9.7, 九（七）, 本规定第九条第七项, “item 7 of article 9”, q5. Knows
 * no law: which provisions there are is told.
 */

import { citations, namesUnit } from "./citation.js";
import { normal, readFold } from "./normal.js";

/** @typedef {import("./citation.js").Parsed} Parsed */
/**
 * @typedef {object} NamedWork
 * @property {string} id
 * @property {string[]} names  what people call it before or after a number
 * @property {string[]} ids  its provisions, in order
 */
/** @typedef {{work: string, id: string}} Place */

const LONGEST = 200;
/** Traditional characters of citations, for pages that have no table of them. */
const FOLD = readFold("條条項项問问規规辦办記记個个與与");
const QUOTES = /[《》〈〉「」『』“”"'‘’]/g;
const BEFORE =
  /^(?:请?(?:见|参见|参照|参阅|依据|依照|根据|按照|违反|符合|什么是)|(?:see|cf\.?|under|per|pursuant to|according to|in accordance with|what (?:is|does)|show me|go to)(?![a-z]))\s*/;
const AFTER = /(?<=[条款项问段章节])(?:的?(?:规定|内容|原文|全文)|之规定|所称|(?:是|讲|说|规定)(?:的是)?了?什么)$/;
const ENDS = /[\s。.,;:!?、]+$/;
/** Before the name of a work: 本规定, the Measures. */
const THIS = /^(?:本|该|此|上述|前述|(?:the|this|these)(?![a-z])\s*)/;
const OF = /(?:,|\s|\b(?:of|the|in|this|these|under)\b|本|该)+$/;

/**
 * Return the provisions that a text names, the likeliest first; none where it names none.
 * @param {string} text
 * @param {NamedWork[]} works
 * @param {{bare?: boolean}} [options]  bare: a number alone is an article or a question
 * @returns {Place[]}
 */
export function provisionsNamed(text, works, { bare = false } = {}) {
  if (text.length > LONGEST) return [];
  const { among, rest, named } = withoutName(plain(text), works);
  const exact = among.flatMap((work) => (work.ids.includes(rest) ? [{ work: work.id, id: rest }] : []));
  if (exact.length) return exact;
  const readings = citations(rest, bare || named);
  return among.flatMap((work) => {
    const ids = readings.flatMap((places) => places.flatMap((place) => found(place, work.ids)));
    return [...new Set(ids)].map((id) => ({ work: work.id, id }));
  });
}

/**
 * Return what would hold the provisions that a text names, where it names some that are not there: of 第九条第十二项,
 * article 9.
 * @param {string} text
 * @param {NamedWork[]} works
 * @returns {Place[]}
 */
export function holdersNamed(text, works) {
  if (text.length > LONGEST) return [];
  const { among, rest } = withoutName(plain(text), works);
  if (!namesUnit(rest)) return [];
  const [places = []] = citations(rest, false);
  return among.flatMap(({ id: work, ids }) => {
    const held = places.flatMap(({ head, paragraph }) => [`${head}-p${paragraph}`, head].find((id) => ids.includes(id)) ?? []);
    return [...new Set(held)].map((id) => ({ work, id }));
  });
}

/**
 * A citation as it is read: without quotation marks, what leads to it, and what ends it.
 * @param {string} text
 */
function plain(text) {
  const circled = text.replace(/[①-⑳]/g, (each) => `(${each.normalize("NFKC")})`);
  return normal(circled, FOLD).replaceAll("\n", " ").replace(QUOTES, "").replace(ENDS, "").replace(BEFORE, "").replace(AFTER, "").trim();
}

/**
 * Take the name of a work off a text: 本规定第九条, RMSV 9.7, "art 9 of the Provisions", incident-qa:q5.
 * @param {string} text
 * @param {NamedWork[]} works
 */
function withoutName(text, works) {
  const names = works
    .flatMap((work) => [work.id, ...work.names].map((name) => ({ work, name: normal(name, FOLD).replace(QUOTES, "") })))
    .sort((one, other) => other.name.length - one.name.length);
  const start = text.replace(THIS, "");
  for (const { name } of names) {
    let rest = null;
    if (start.startsWith(name)) rest = start.slice(name.length).replace(/^(?:\s|:|,|的|·)+/, "");
    else if (text.endsWith(name)) rest = text.slice(0, -name.length).replace(OF, "");
    if (rest) return { among: names.filter((each) => each.name === name).map((each) => each.work), rest, named: true };
  }
  return { among: works, rest: text, named: false };
}

/**
 * Return the provisions at a place; a number after an article is an item, or else a paragraph.
 * @param {Parsed} place
 * @param {string[]} ids
 */
function found({ head, paragraph, item, either }, ids) {
  const items = (/** @type {number} */ wanted) =>
    ids.filter((id) => new RegExp(`^${head}-p[0-9]+-i${wanted}$`).test(id));
  if (either !== undefined) return [...items(either), ...ids.filter((id) => id === `${head}-p${either}`)];
  if (item !== undefined && paragraph === undefined) return items(item);
  const whole = [head, paragraph && `-p${paragraph}`, item && `-i${item}`].filter(Boolean).join("");
  return ids.includes(whole) ? [whole] : [];
}
