/** The records of a language, fetched once. The browser unpacks them; where it cannot, they come plain. */

import { normal, readFold } from "./normal.js";

/** @typedef {import("./matching.js").Record} Record */
/** @typedef {import("./places.js").NamedWork} NamedWork */
/**
 * @typedef {object} Table
 * @property {[string, string][]} pages  address within the language, and title
 * @property {Record[]} records
 * @property {NamedWork[]} works
 * @property {Map<string, number>} workPages
 * @property {number[]} contents  pages where one may start to look
 * @property {string[]} labels  what is put beside hits that are not the law's own words
 * @property {{[key: string]: string}} words
 * @property {string[][]} aliases  as they are compared; like the subjects only in the table of the reader's own language
 * @property {import("./subjects.js").Subject[]} subjects
 * @property {string} open  what stands where a text says that it has nothing to say, as it is compared
 * @property {import("./normal.js").Fold} fold
 */

/** Kinds below this one are provisions; notes and pages are ours. */
const NOTES = 4;

/**
 * @param {string} root  the site's own, with a slash at its end
 * @param {string} name  "zh": all of it; "zh-law": the texts and the digest, for readers of the other language
 * @param {import("./normal.js").Fold} [fold]  of the reader's language, which holds for the other one too
 * @returns {Promise<Table>}
 */
export async function load(root, name, fold = new Map()) {
  const packed = typeof DecompressionStream === "function";
  const answer = await fetch(`${root}search/${name}.${packed ? "bin" : "json"}`);
  if (!answer.ok || !answer.body) throw new Error(`${answer.status} ${answer.url}`);
  const body = packed ? answer.body.pipeThrough(new DecompressionStream("deflate")) : answer.body;
  return table(await new Response(body).json(), fold);
}

/** @param {any} raw @param {import("./normal.js").Fold} known @returns {Table} */
function table(raw, known) {
  const fold = raw.fold ? readFold(raw.fold) : known;
  /** @type {Record[]} */
  const records = raw.records.map((/** @type {any[]} */ [page, anchor, place, kind, text]) => ({
    page,
    anchor,
    place,
    kind,
    text,
    plain: normal(text, fold),
  }));
  const works = raw.works.map((/** @type {any} */ { page, names }) => ({
    id: raw.pages[page][0].replace("/", ""),
    names,
    ids: [...new Set(records.filter((each) => each.page === page && each.kind < NOTES).map((each) => each.anchor))],
  }));
  const workPages = new Map(works.map((/** @type {NamedWork} */ work, /** @type {number} */ at) => [work.id, raw.works[at].page]));
  const aliases = raw.aliases?.map((/** @type {string[]} */ group) => group.map((name) => normal(name, fold))) ?? [];
  /** @type {import("./subjects.js").Subject[]} */
  const subjects =
    raw.subjects?.map((/** @type {[string[], number[]]} */ [names, numbers]) => ({
      names: names.map((name) => normal(name, fold)),
      records: numbers.map((number) => records[number]),
    })) ?? [];
  return { ...raw, records, works, workPages, aliases, subjects, open: normal(raw.open, fold), fold };
}
