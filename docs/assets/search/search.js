/** The search itself: a query in, hits out. Those of the reader's language at once; those of the other when they are there. */

import { load } from "./data.js";
import { matches, readQuery } from "./matching.js";
import { near } from "./near.js";
import { holdersNamed, provisionsNamed } from "./places.js";
import { sentenceWith } from "./sentence.js";
import { ledTo } from "./subjects.js";
import { normal } from "./normal.js";

export { view } from "./view.js";

/** @typedef {import("./data.js").Table} Table */
/** @typedef {import("./matching.js").Record} Record */
/** @typedef {import("./matching.js").Query} Query */
/** @typedef {"zh" | "en"} Lang */
/** @typedef {{record: Record, needles: string[], tier?: number}} Found */
/** @typedef {{href: string, title: string, place: string, labels: string[], alias: boolean, runs: import("./sentence.js").Run[]}} Shown */
/**
 * @typedef {object} Answer
 * @property {string} query
 * @property {number} count  of exact hits, shown or not
 * @property {Shown[]} exact
 * @property {Shown[]} open  exact ones that only say that this was not verified; they come after all others
 * @property {Shown[]} near
 * @property {Shown[]} other  in the other language
 * @property {number} otherCount
 */

/** Tiers before those of matching.js: named by number; led to by the index. */
const NAMED = -2;
const LED = -1;
const CALCULATORS = "calculators/";
const MOST = 100;
const MOST_NEAR = 5;
const MOST_OTHER = 5;

export class Search {
  /** @type {Promise<Table> | null} */
  #other = null;

  /**
   * @param {string} root
   * @param {Lang} lang
   * @param {Table} table
   */
  constructor(root, lang, table) {
    this.root = root;
    this.lang = lang;
    this.table = table;
    this.words = table.words;
  }

  /** @param {string} root @param {Lang} lang */
  static async start(root, lang) {
    return new Search(root, lang, await load(root, lang));
  }

  /** Where one may start to look who has found nothing. */
  contents() {
    return this.table.contents.map((at) => {
      const [page, title] = this.table.pages[at];
      return { title, href: this.#address(page, this.lang) };
    });
  }

  /**
   * Return what the query matches in the reader's own language, and a promise of the same with the other language.
   * @param {string} text
   * @returns {{now: Answer, later: Promise<Answer>}}
   */
  answer(text) {
    const query = readQuery(text, this.table.aliases, this.table.fold);
    const hits = this.#exact(text, query, this.table);
    const [said, open] = this.#parted(hits, this.table, this.lang);
    const show = (/** @type {Found[]} */ some) => some.map((hit) => this.#shown(hit, this.table, this.lang));
    /** @type {Answer} */
    const now = {
      query: text.trim(),
      count: hits.length,
      exact: show(said.slice(0, MOST)),
      near: show(this.#near(query, hits)),
      other: [],
      otherCount: 0,
      open: show(open.slice(0, MOST)),
    };
    return { now, later: this.#later(text, query, now) };
  }

  /**
   * Those hits that say something, and those of which “not verified here” would be shown.
   * @template {Found} T
   * @param {T[]} hits
   * @param {Table} table
   * @param {Lang} lang
   * @returns {[T[], T[]]}
   */
  #parted(hits, table, lang) {
    const open = hits.filter((hit) => {
      if (!hit.record.plain.includes(table.open)) return false;
      const { runs } = this.#shown(hit, table, lang);
      return normal(runs.map(({ text }) => text).join(""), table.fold).includes(table.open);
    });
    const nothing = new Set(open);
    return [hits.filter((hit) => !nothing.has(hit)), open];
  }

  /**
   * @param {string} text
   * @param {Query} query
   * @param {Answer} now
   */
  async #later(text, query, now) {
    return query.whole ? { ...now, ...(await this.#inOther(text, query)) } : now;
  }

  /**
   * Hits in the texts of the other language.
   * @param {string} text
   * @param {Query} query
   */
  async #inOther(text, query) {
    const lang = this.lang === "zh" ? "en" : "zh";
    this.#other ??= load(this.root, `${lang}-law`, this.table.fold);
    try {
      const table = await this.#other;
      const hits = this.#exact(text, query, table);
      return {
        other: this.#parted(hits, table, lang)
          .flat()
          .slice(0, MOST_OTHER)
          .map((hit) => this.#shown(hit, table, lang)),
        otherCount: hits.length,
      };
    } catch {
      this.#other = null;
      return { other: [], otherCount: 0 };
    }
  }

  /**
   * Near matches, where there are few exact ones.
   * @param {Query} query
   * @param {import("./matching.js").Hit[]} hits
   * @returns {Found[]}
   */
  #near(query, hits) {
    if (hits.length >= MOST_NEAR || hits.some((hit) => hit.tier === NAMED)) return [];
    const found = new Set(hits.map((hit) => hit.record));
    const others = near(query.whole, this.table.aliases, this.table.records).filter(({ record }) => !found.has(record));
    // What is no more than near, and says nothing, is of no use.
    return this.#parted(others, this.table, this.lang)[0].slice(0, MOST_NEAR);
  }

  /**
   * Provisions that the query names by number, or what would hold them; what the index leads to, calculators first;
   * then records that have its words.
   * @param {string} text
   * @param {Query} query
   * @param {Table} table
   * @returns {import("./matching.js").Hit[]}
   */
  #exact(text, query, table) {
    const here = provisionsNamed(text, table.works);
    const named = (here.length ? here : holdersNamed(text, table.works)).flatMap(({ work, id }) => {
      const page = table.workPages.get(work);
      const record = table.records.find((each) => each.page === page && each.anchor === id);
      return record ? [{ record, tier: NAMED, at: 0, needles: [] }] : [];
    });
    const led = ledTo(query.whole, table.subjects, table.aliases).map((hit) => ({ ...hit, tier: LED, at: 0 }));
    const calculates = (/** @type {Found} */ { record }) => table.pages[record.page][0].startsWith(CALCULATORS);
    // A calculator is shown with what it does, whatever words it has.
    const calculators = led.filter(calculates).map((hit) => ({ ...hit, needles: [] }));
    const first = [...named, ...calculators, ...led.filter((hit) => !calculates(hit))];
    const taken = new Set(first.map((hit) => hit.record));
    return [...first, ...matches(query, table.records).filter((hit) => !taken.has(hit.record))];
  }

  /**
   * @param {Found} hit
   * @param {Table} table
   * @param {Lang} lang
   * @returns {Shown}
   */
  #shown({ record, needles, tier }, table, lang) {
    const [page, title] = table.pages[record.page];
    const { calculator, see } = this.words;
    const led = page.startsWith(CALCULATORS) ? calculator : see;
    // A place that is shown for no words of its own begins with what it says, and not with its heading once more.
    const text = needles.length || !record.text.startsWith(`${record.place}\n`) ? record.text : record.text.slice(record.place.length + 1);
    return {
      href: `${this.#address(page, lang)}#${record.anchor}`,
      place: record.place,
      title: record.place === title ? "" : title,
      labels: [table.labels[record.kind], tier === LED ? led : ""].filter(Boolean),
      alias: tier === 1,
      runs: sentenceWith(text, needles, table.fold, lang, table.open),
    };
  }

  /** @param {string} page @param {Lang} lang */
  #address(page, lang) {
    return `${this.root}${lang === "en" ? "en/" : ""}${page}`;
  }
}
