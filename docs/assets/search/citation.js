/**
 * The words of a citation, read: 第九条第一款第（七）项, art. 9.1(7), “item 7 of article 9”, 第一项至第三项. Chinese names a unit
 * after its number, English before it. Pure functions; which provisions there are, this does not know.
 */

import { NUMBER, value } from "./numbers.js";

/** @typedef {{head: string, paragraph?: number, item?: number, either?: number}} Parsed  either: an item or a paragraph */
/** @typedef {"top" | "chapter" | "question" | "part" | "section" | "paragraph" | "either" | "item"} Level */
/** @typedef {"" | "space" | "dot" | "comma" | "dash" | "list" | "range" | "of"} Join  what stands before a number */
/** @typedef {{n: number, level?: Level, join: Join, bracket: boolean, plural?: boolean, ordinal: boolean}} Step */

/**
 * Words of English, before their number unless it is an ordinal; "part" is an article where no article is named.
 * @type {[RegExp, Level][]}
 */
const ENGLISH = [
  [/(?:articles?|arts?)(?![a-z])\.?/y, "top"],
  [/sub-?(?:sections?|clauses?)(?![a-z])/y, "either"],
  [/(?:sub-?paragraphs?|sub-?items?|items?|points?|numbers?|nos?|i)(?![a-z])\.?/y, "item"],
  [/(?:paragraphs?|paras?|pars?|parts?|p)(?![a-z])\.?|¶+/y, "paragraph"],
  [/(?:chapters?|chaps?|ch)(?![a-z])\.?/y, "chapter"],
  [/(?:sections?|secs?|ss?|clauses?|cls?|rules?|regulations?|regs?|provisions?)(?![a-z])\.?|§+/y, "part"],
  [/(?:questions?|q)(?![a-z])\.?/y, "question"],
];
/** @type {Record<string, Level>} */
const CHINESE = { 条: "top", 款: "paragraph", 段: "paragraph", 项: "item", 章: "chapter", 节: "section", 问题: "question", 问: "question" };
const CHINESE_UNIT = /条|款|段|项|章|节|问题|问/y;
/** @type {[RegExp, Join][]} */
const BETWEEN = [
  [/(?:of|under|in)(?![a-z])/y, "of"],
  [/至|到|~|〜|(?:up to|to|through|thru|until)(?![a-z])/y, "range"],
  [/、|和|及|以及|与|或者?|&|(?:and|or)(?![a-z])/y, "list"],
  [/[-‐‑‒–—―−]+/y, "dash"],
  [/[,;]/y, "comma"],
  [/[.:/·•]/y, "dot"],
  [/\s+/y, "space"],
];
const SAYS_NOTHING = /第|的|个|答复?|(?:the|answers?)(?![a-z])/y;
const STRENGTH = ["", "space", "dot", "comma", "dash", "list", "range", "of"];
/** @type {Record<Level, number>} */
const DEPTH = { top: 0, chapter: 0, question: 0, part: 0, section: 1, paragraph: 1, either: 1, item: 2 };
/** No list of provisions that anybody cites is longer. */
const LONGEST_RANGE = 100;

/**
 * Return what a text may mean, each a list of places, the likelier first; none where anything in it is not understood.
 * @param {string} text  as it is compared, without the name of a work
 * @param {boolean} bare  whether a number needs no word for what it counts
 * @returns {Parsed[][]}
 */
export function citations(text, bare) {
  const steps = resolved(read(text) ?? []);
  if (!steps.length) return [];
  if (!steps.some(({ level }) => level)) {
    if (steps.length === 1) return bare ? [[{ head: `art-${steps[0].n}` }, { head: `q${steps[0].n}` }]] : [];
    const close = steps.every(
      ({ join, bracket }, at) => !at || join === "dot" || join === "dash" || ((bracket || (join === "" && steps[at - 1].bracket)) && STRENGTH.indexOf(join) < 3),
    );
    return close || bare ? [placed(steps, "")] : [];
  }
  const clauses = split(steps);
  const whole = clauses.every((clause) => clause.some(isTop));
  const readings = /** @type {const} */ (["", "run"]).map((dash) =>
    whole && clauses.length > 1 ? clauses.flatMap((clause) => placed(clause, dash)) : placed(steps, dash),
  );
  const [one, other] = readings.map((places) => JSON.stringify(places));
  return one === other ? [readings[0]] : readings;
}

/**
 * “Section 9” is an article; beside an article it is what is within one, beside a chapter what is within that.
 * @param {Step[]} steps
 * @returns {Step[]}
 */
function resolved(steps) {
  const beside = (/** @type {Level} */ wanted) => steps.some(({ level }) => level === wanted);
  const part = beside("chapter") ? "section" : beside("top") ? "either" : "top";
  return steps.map((step) => (step.level === "part" ? { ...step, level: part } : step));
}

/** Whether a text says of a number what it counts. @param {string} text */
export function namesUnit(text) {
  return Boolean(read(text)?.some(({ level }) => level));
}

/**
 * Return the numbers of a text, with what each is said to count; null where something else stands there.
 * @param {string} text
 * @returns {Step[] | null}
 */
function read(text) {
  /** @type {Step[]} */
  const steps = [];
  /** @type {{level: Level, plural: boolean} | null} */
  let unit = null;
  /** @type {Join} */
  let join = "";
  let at = 0;
  const take = (/** @type {RegExp} */ pattern) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at += match[0].length;
    return match;
  };
  /** @template T @param {[RegExp, T][]} meanings @returns {{word: string, means: T} | null} */
  const takeOne = (meanings) => {
    for (const [pattern, means] of meanings) {
      const match = take(pattern);
      if (match) return { word: match[0], means };
    }
    return null;
  };
  while (at < text.length) {
    let match;
    if ((match = take(NUMBER))) {
      const said = value(match);
      if (Number.isNaN(said.n)) return null;
      steps.push({ ...said, join, ...unit });
      [unit, join] = [null, ""];
    } else if ((match = take(CHINESE_UNIT))) {
      if (unit) return null;
      if (steps.at(-1)?.level === undefined && steps.length) bind(steps, CHINESE[match[0]]);
      else unit = { level: CHINESE[match[0]], plural: false };
    } else if ((match = takeOne(ENGLISH))) {
      const last = steps.at(-1);
      if (unit) return null;
      if (last?.ordinal && !last.level && join === "space") last.level = match.means;
      else unit = { level: match.means, plural: /s\.?$|§§/.test(match.word) };
    } else if ((match = takeOne(BETWEEN))) {
      if (STRENGTH.indexOf(match.means) > STRENGTH.indexOf(join)) join = match.means;
    } else if (!take(SAYS_NOTHING)) {
      return null;
    }
  }
  return unit ? null : steps;
}

/**
 * A Chinese unit speaks of the number before it and of those joined to that: 第一、二项. In 第9(7)条 it speaks of the first.
 * @param {Step[]} steps
 * @param {Level} level
 */
function bind(steps, level) {
  let at = steps.length - 1;
  while (level === "top" && steps[at].bracket && at > 0 && !steps[at - 1].level && steps[at].join === "") at -= 1;
  steps[at].level = level;
  const plural = ["list", "range", "dash", "comma"];
  for (; at > 0 && plural.includes(steps[at].join) && !steps[at - 1].level; at -= 1) {
    steps[at - 1].level = level;
    if (steps[at].join === "dash") steps[at].join = "range";
    if (steps[at].join === "comma") steps[at].join = "list";
  }
}

/** @param {Step} step */
function isTop({ level }) {
  return level !== undefined && DEPTH[level] === 0;
}

/** @param {Step[]} steps @returns {Step[][]}  the parts of an enumeration */
function split(steps) {
  /** @type {Step[][]} */
  const clauses = [];
  for (const step of steps) {
    if (!clauses.length || step.join === "list" || step.join === "comma") clauses.push([]);
    clauses.at(-1)?.push(step);
  }
  return clauses;
}

/**
 * Put steps in the order from the article down: “item 7 of article 9” and “item 7, article 9”.
 * @param {Step[]} steps
 */
function ordered(steps) {
  /** @type {Step[][]} */
  const groups = [];
  for (const step of steps) {
    if (!groups.length || step.join === "of") groups.push([]);
    groups.at(-1)?.push(step);
  }
  const tops = steps.filter(isTop);
  if (groups.length > 1) return groups.reverse().flatMap(([first, ...rest]) => [{ ...first, join: /** @type {Join} */ ("") }, ...rest]);
  if (tops.length !== 1 || isTop(steps[0]) || !steps[0].level) return steps;
  const depth = (/** @type {Step} */ { level }) => (level ? DEPTH[level] : 0);
  return [...steps].sort((one, other) => depth(one) - depth(other));
}

/**
 * @param {Step[]} unordered
 * @param {"" | "run"} dash  whether what joins two bare numbers leads from one to the other (7-9) or further in (9-7)
 * @returns {Parsed[]}
 */
function placed(unordered, dash) {
  const steps = levelled(ordered(unordered), dash);
  if (!steps) return [];
  /** @type {Parsed[]} */
  const places = [];
  let now = /** @type {Parsed} */ ({ head: "" });
  steps.forEach((step, at) => {
    const before = steps[at - 1];
    const runs = step.join === "range" && before && before.level === step.level && step.n - before.n < LONGEST_RANGE;
    for (let n = runs ? before.n + 1 : step.n; n <= step.n; n += 1) {
      now = within(now, step.level, n);
      const next = steps[at + 1];
      if (n < step.n || !next || DEPTH[next.level] <= DEPTH[step.level]) places.push(now);
    }
  });
  return places.every(({ head }) => head) ? places : [];
}

/** @param {Parsed} place @param {Level} level @param {number} n @returns {Parsed} */
function within({ head, paragraph }, level, n) {
  if (level === "chapter") return { head: `ch-${n}` };
  if (level === "section") return { head: `${head.replace(/-s\d+$/, "")}-s${n}` };
  if (level === "question") return { head: `q${n}` };
  if (level === "paragraph") return { head, paragraph: n };
  if (level === "either") return { head, either: n };
  return level === "item" ? { head, paragraph, item: n } : { head: `art-${n}` };
}

/**
 * Say of each number what it counts, where its place alone says so.
 * @param {Step[]} steps
 * @param {"" | "run"} dash
 * @returns {(Step & {level: Level})[] | null}
 */
function levelled(steps, dash) {
  /** @type {(Step & {level: Level})[]} */
  const done = [];
  for (const step of steps) {
    const before = done.at(-1);
    let { level, join } = step;
    const bareRun = dash === "run" && before && !step.bracket && !before.bracket;
    if (!level && join === "dash" && before && (before.plural || bareRun || (step.bracket && before.bracket))) join = "range";
    if (level && join === "dash" && before?.level === level) join = "range";
    if (!level && join === "comma" && before && (before.plural || bareRun)) join = "list";
    const beside = join === "range" || join === "list";
    if (!level && beside) level = before?.level;
    else level = further(done, level);
    if (!level) return null;
    done.push({ ...step, level, join, plural: step.plural || (beside && before?.plural) });
  }
  // 第九條第一項第七款: in Taiwan the names of the two are the other way round.
  const [, one, other] = done;
  if (done.length === 3 && one.level === "item" && other.level === "paragraph" && !/list|range/.test(other.join)) {
    [one.level, other.level] = ["paragraph", "item"];
  }
  return done;
}

/**
 * What a number counts that stands further in than those before it.
 * @param {(Step & {level: Level})[]} done  the one before it may turn out to be a paragraph
 * @param {Level | undefined} level  as it was said
 * @returns {Level | undefined}
 */
function further(done, level) {
  const before = done.at(-1);
  if (!before) return level ?? "top";
  if (before.level === "either" && (!level || DEPTH[level] > 0)) {
    before.level = "paragraph";
    return "item";
  }
  if (level) return level;
  if (before.level === "top") return "either";
  if (before.level === "paragraph") return "item";
  return before.level === "question" ? "paragraph" : undefined;
}
