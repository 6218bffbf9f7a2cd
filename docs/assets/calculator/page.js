/** What the build wrote into the page for the script: words in the page's language, questions, addresses. */
import { fill } from "../shared/dom.js";
import { beijingInstant, beijingNow } from "../shared/time.js";

/** An instant as a finding or an address writes it; seconds are shown only where there are any, an offset only where it is not Beijing's. */
const INSTANT = /^(\d{4}-\d\d-\d\d)T(\d\d:\d\d)(?::00)?(.*?)(?:\+08:00)?$/;

/**
 * @typedef {Object} RuleChange  a change of the text, the digest, a figure or a rule that a calculator rests on
 * @property {string} id  its anchor among the changes
 * @property {string} date
 * @property {string} title
 * @property {string} answers  for whom an answer differs
 */

export class Page {
  /**
   * @param {any} data  the JSON block of the element
   * @param {string} root  from this page to the site's root
   * @param {string} calculator
   * @param {import("./runtime/protocol.js").Manifest} manifest
   */
  constructor(data, root, calculator, manifest) {
    /** @type {string} */
    this.lang = data.lang;
    /** @type {Record<string, string>} */
    this.words = data.words;
    /** @type {Record<string, {label: string, values: Record<string, string>, timeline: string | null}>} */
    this.facts = data.facts;
    /** The questions about when the case begins, the first that is answered being the one. @type {string[]} */
    this.starts = data.starts;
    /** @type {Record<string, string>} */
    this.citations = data.citations;
    /** @type {string} */
    this.title = data.title;
    /** The works that the findings rest on. @type {{title: string, edition: string}[]} */
    this.editions = data.editions;
    /** What changed in what the findings rest on, newest first. @type {RuleChange[]} */
    this.changes = data.changes;
    /** The edition of the rules: the newest of these changes. */
    this.edition = data.changes[0]?.id ?? "";
    /** What stands in a calendar file, in both languages. @type {Record<"zh" | "en", Record<string, string>>} */
    this.calendar = data.calendar;
    /** @type {string}  the question that comes first and alone; empty where all are asked at once */
    this.begins = data.begins ?? "";
    /** The answers that there are, each with its shape and in a word. @type {Record<string, {mark: string, label: string}>} */
    this.answers = data.answers;
    this.calculator = calculator;
    this.manifest = manifest;
    this.root = root;
    this.works = data.lang === "zh" ? root : `${root}/en`;
  }

  /**
   * Return a question in words.
   * @param {string} name
   */
  label(name) {
    return this.facts[name]?.label ?? name;
  }

  /**
   * Return an answer in words.
   * @param {string} name
   * @param {string} value
   */
  value(name, value) {
    return this.facts[name]?.values[value] ?? value.replace(INSTANT, "$1 $2$3");
  }

  /**
   * Return when a case begins, as it was understood; empty where that was not given.
   * @param {import("./runtime/protocol.js").Facts} facts
   */
  start(facts) {
    return this.starts.map((name) => facts[name]).find(Boolean) ?? "";
  }

  /**
   * Return when a case begins, in a few words, with its day where that is not today; empty where that was not given.
   * @param {import("./runtime/protocol.js").Facts} facts  as understood
   */
  started(facts) {
    const start = this.start(facts);
    if (!start) return "";
    const [day, time] = beijingInstant(Date.parse(start)).slice(0, 16).split("T");
    return fill(this.words.started, { time: day === beijingNow(Date.now()).slice(0, 10) ? time : `${day} ${time}` });
  }

  /**
   * Return the name of a provision.
   * @param {string} citation  `work:id`
   */
  citation(citation) {
    return this.citations[citation] ?? citation;
  }

  /**
   * Return the names of provisions in one line.
   * @param {string[]} basis
   */
  cited(basis) {
    return basis.map((citation) => this.citation(citation)).join(this.words.list);
  }

  /**
   * Return where a provision stands on this site.
   * @param {string} citation  `work:id`
   */
  address(citation) {
    const [work, provision] = citation.split(":");
    return `${this.works}/${encodeURIComponent(work)}/#${encodeURIComponent(provision)}`;
  }
}
