/** The search itself: a query in, hits out. Those of the reader's language at once; those of the other when they are there. */

import { load } from "./data.js";
import { matches, readQuery } from "./matching.js";
import { near } from "./near.js";
import { provisionsNamed } from "./places.js";
import { sentenceWith } from "./sentence.js";
import { normal } from "./normal.js";

export { view } from "./view.js";

/** @typedef {import("./data.js").Table} Table */
/** @typedef {import("./matching.js").Record} Record */
/** @typedef {import("./matching.js").Query} Query */
/** @typedef {"zh" | "en"} Lang */
/** @typedef {{href: string, title: string, place: string, label: string, alias: boolean, runs: import("./sentence.js").Run[]}} Shown */
/**
 * @typedef {object} Answer
 * @property {string} query
 * @property {number} count  of exact hits, shown or not
 * @property {Shown[]} exact
 * @property {Shown[]} near
 * @property {Shown[]} other  in the other language
 * @property {number} otherCount
 */

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
    /** @type {Answer} */
    const now = {
      query: text.trim(),
      count: hits.length,
      exact: hits.slice(0, MOST).map((hit) => this.#shown(hit, this.table, this.lang)),
      near: this.#near(query, hits),
      other: [],
      otherCount: 0,
    };
    return { now, later: this.#later(text, query, now) };
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
        other: hits.slice(0, MOST_OTHER).map((hit) => this.#shown(hit, table, lang)),
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
   * @returns {Shown[]}
   */
  #near(query, hits) {
    if (hits.length >= MOST_NEAR || hits.some((hit) => hit.tier < 0)) return [];
    const found = new Set(hits.map((hit) => hit.record));
    return near(query.whole, this.table.aliases, this.table.records)
      .filter(({ record }) => !found.has(record))
      .slice(0, MOST_NEAR)
      .map((hit) => this.#shown(hit, this.table, this.lang));
  }

  /**
   * Provisions that the query names by number, then records that have its words.
   * @param {string} text
   * @param {Query} query
   * @param {Table} table
   * @returns {import("./matching.js").Hit[]}
   */
  #exact(text, query, table) {
    const named = provisionsNamed(text.length > 200 ? "" : normal(text, table.fold), table.works).flatMap(({ work, id }) => {
      const page = table.workPages.get(work);
      const record = table.records.find((each) => each.page === page && each.anchor === id);
      return record ? [{ record, tier: -1, at: 0, needles: [] }] : [];
    });
    const taken = new Set(named.map((hit) => hit.record));
    return [...named, ...matches(query, table.records).filter((hit) => !taken.has(hit.record))];
  }

  /**
   * @param {{record: Record, needles: string[], tier?: number}} hit
   * @param {Table} table
   * @param {Lang} lang
   * @returns {Shown}
   */
  #shown({ record, needles, tier }, table, lang) {
    const [page, title] = table.pages[record.page];
    return {
      href: `${this.#address(page, lang)}#${record.anchor}`,
      title,
      place: record.place === title ? "" : record.place,
      label: table.labels[record.kind],
      alias: tier === 1,
      runs: sentenceWith(record.text, needles, table.fold, lang),
    };
  }

  /** @param {string} page @param {Lang} lang */
  #address(page, lang) {
    return `${this.root}${lang === "en" ? "en/" : ""}${page}`;
  }
}
