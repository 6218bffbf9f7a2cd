/**
 * The record of a result for the files: what was asked, what was found, on which text, by which rules, when.
 * It is put together once, as lines, and then written as Markdown or as plain text.
 */
import { commandLine } from "./command.js";
import { isLongPast, leftText } from "../countdown.js";
import { originRecord } from "./origin.js";
import { fill, make, markChinese } from "../../shared/dom.js";
import { section } from "../result/section.js";
import { beijingInstant } from "../../shared/time.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Result} Result */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {{kind: "title" | "heading" | "text" | "item" | "more" | "code", text: string}} Line */

/**
 * What stands at the end of a result: the facts as understood, the editions, when it was made, and the way back to it.
 * @param {Result} result
 * @param {Page} page
 */
export function renderRecord(result, page) {
  const { lang, words } = page;
  const rows = [...asked(result), ...made(result, page)];
  return section(
    "record",
    words.record,
    make("dl.summary-list", null, rows.map(([name, value]) => make("div", null, make("dt", null, markChinese(name, lang)), make("dd", null, markChinese(value, lang))))),
    make("h3.calc-subheading", null, words.command),
    make("pre.calc-command", { tabindex: "0" }, make("code", null, commandLine(page.calculator, result.typed, result.finding.facts, lang))),
  );
}

/**
 * @param {Result} result
 * @param {Page} page
 */
export function recordMarkdown(result, page) {
  const marks = { title: "# ", heading: "\n## ", text: "", item: "- ", more: "  - ", code: "    " };
  return `${lines(result, page)
    .map(({ kind, text }) => `${kind === "text" || kind === "code" ? "\n" : ""}${marks[kind]}${text}`)
    .join("\n")}\n`;
}

/**
 * @param {Result} result
 * @param {Page} page
 */
export function recordText(result, page) {
  const marks = { title: "", heading: "\n■ ", text: "", item: "· ", more: "    ", code: "    " };
  return `${lines(result, page)
    .map(({ kind, text }) => marks[kind] + text)
    .join("\n")}\n`;
}

/**
 * @param {Result} result
 * @param {Page} page
 * @returns {Line[]}
 */
function lines(result, page) {
  const { finding } = result;
  const { words } = page;
  return [
    { kind: "title", text: page.title },
    { kind: "text", text: finding.answer_text },
    { kind: "text", text: words.standing },
    ...list(words.inputs, asked(result).map((row) => pair(row, words))),
    ...duties(finding, result.made, page),
    ...list(words.changes_record, finding.changes_text),
    ...list(words.other_acts_record, finding.other_acts_text),
    ...list(words.steps, finding.steps, (step) => [step.text, page.cited(step.basis)]),
    ...list(words.readings, finding.readings, ({ question, strict, other, source }) => [
      question,
      pair([words.strict, strict], words),
      pair([words.other, other], words),
      pair([words.source, source], words),
    ]),
    ...list(words.open, finding.missing.map((name) => page.label(name))),
    ...list(words.contents, finding.contents, ({ text, may_follow: later }) => [later ? `${text} [${words.may_follow}]` : text]),
    ...list(words.notes, finding.notes),
    ...list(words.record, made(result, page).map((row) => pair(row, words))),
    { kind: "code", text: commandLine(page.calculator, result.typed, finding.facts, page.lang) },
  ];
}

/**
 * @template T
 * @param {string} title
 * @param {T[] | undefined} things
 * @param {(thing: T) => string[]} [say]  a line, and what belongs under it
 * @returns {Line[]}
 */
function list(title, things, say = (thing) => [String(thing)]) {
  if (!things?.length) return [];
  const rows = things.flatMap((thing) => say(thing).map((text, place) => /** @type {Line} */ ({ kind: place ? "more" : "item", text })));
  return [{ kind: "heading", text: title }, ...rows];
}

/**
 * @param {Finding} finding
 * @param {number} made  when the answer was worked out
 * @param {Page} page
 */
function duties(finding, made, page) {
  const { words } = page;
  const moment = finding.facts.now ? null : made;
  return list(words.duties, finding.duties, (duty) => [
    [duty.name, duty.condition_text].filter(Boolean).join(words.dash),
    [duty.from, duty.to.join(words.list)].filter(Boolean).join(" → "),
    duty.timing_text,
    ...(duty.due ? [`${duty.due_text} [${duty.due}]`] : []),
    ...(duty.note ? [duty.note] : []),
    ...(duty.due_other ? [`${fill(words.other_reading, { time: duty.due_other_text ?? "" })} [${duty.due_other}]`] : []),
    ...stands(duty, moment, page),
    page.cited(duty.basis),
  ]);
}

/**
 * How a duty stands: as the finding says; else only, where the time was long over, that and what is not known.
 * @param {Duty} duty
 * @param {number | null} moment
 * @param {Page} page
 * @returns {string[]}
 */
function stands(duty, moment, page) {
  if (duty.state_text) return [duty.state_text];
  if (moment === null || !duty.due || duty.timing === "keep" || !isLongPast(duty.due, moment)) return [];
  return [leftText(duty.due, moment, page, Boolean(duty.note))];
}

/**
 * The questions that were answered, with the answers as understood.
 * @param {Result} result
 * @returns {[string, string][]}
 */
function asked({ finding: { facts, facts_text: given } }) {
  return given.map(({ name, label, value }) => [label, facts[name].includes("T") ? `${value} [${facts[name]}]` : value]);
}

/**
 * When it was made, on which editions, and the way back to it.
 * @param {Result} result
 * @param {Page} page
 * @returns {[string, string][]}
 */
export function made({ finding, made: moment, stamp, address }, page) {
  const { words } = page;
  return [
    .../** @type {[string, string][]} */ (stamp ? [[words.link_says, originRecord(stamp, page)], [words.reopened, beijingInstant(moment)]] : [[words.made_at, beijingInstant(moment)]]),
    ...page.editions.map(({ title, edition }) => /** @type {[string, string]} */ ([words.text_edition, `${title} ${edition}`])),
    [words.version, [finding.version, page.edition, `(${page.manifest.folder})`].filter(Boolean).join(" ")],
    [words.address, address],
  ];
}

/**
 * @param {[string, string]} row
 * @param {Record<string, string>} words
 */
function pair([name, value], words) {
  return `${name.replace(/[？?]$/, "")}${words.colon}${value}`;
}
