/**
 * The record on paper, one page in both languages: what was given, what was found, what has to be done, on which texts,
 * when, and room for a name. What stands on the page besides is printed after it, as an annex.
 */
import { make } from "../../shared/dom.js";
import { made } from "./record.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */

/**
 * @param {import("../runtime/protocol.js").Result} result
 * @param {import("../page.js").Page} page
 */
export function renderSheet(result, page) {
  const { words } = page;
  const [zh, en] = page.lang === "zh" ? [result.finding, result.other] : [result.other, result.finding];
  const blanks = [words.sheet_name, words.sheet_time, words.sheet_signature];
  return make(
    "section.calc-sheet",
    { "aria-hidden": "true" },
    make("h2", null, words.sheet),
    part("given", words.sheet_given, zh.facts_text.map(({ label, value }, place) => pair(`${label}${value}`, `${en.facts_text[place].label} ${en.facts_text[place].value}`))),
    part("answer", words.sheet_answer, [pair(zh.answer_text, en.answer_text)]),
    part("duties", words.sheet_duties, mine(zh).map((duty, place) => pair(line(duty, "，"), line(mine(en)[place], ", ")))),
    part("open", words.sheet_open, result.finding.missing.map((name) => across(page.label(name)))),
    part("made", words.sheet_made, made(result, page).map(([name, value]) => across(name, words.colon, value))),
    make("p.calc-sheet__blanks", null, blanks.map((blank) => make("span", null, blank))),
  );
}

/** @param {Finding} finding */
function mine({ duties }) {
  return (duties ?? []).filter((duty) => !duty.by_authority);
}

/**
 * @param {Duty} duty
 * @param {string} comma
 */
function line({ name, due_text: due, timing_text: timing, condition_text: condition, state_text: state }, comma) {
  return [name, due ?? timing, condition, state].filter(Boolean).join(comma);
}

/**
 * @param {string} name
 * @param {string} title
 * @param {Node[]} rows
 */
function part(name, title, rows) {
  return rows.length ? [make("h3", null, title), make("table", { "data-sheet": name }, make("tbody", null, rows))] : [];
}

/** @param {...string} words  in the language of the page */
function across(...words) {
  return make("tr", null, make("td", { colspan: "2" }, words));
}

/**
 * @param {string} zh
 * @param {string} en
 */
function pair(zh, en) {
  return make("tr", null, make("td", { lang: "zh-Hans" }, zh), make("td", { lang: "en" }, en));
}
