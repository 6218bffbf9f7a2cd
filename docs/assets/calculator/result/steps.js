/** How the answer came about: each rule, the provision it stands on, the answer used, what it concluded. */
import { citeLink, citeList } from "./cite.js";
import { hasChinese } from "../../shared/chinese.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Step} Step */

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {Page} page
 */
export function renderSteps({ steps, notes }, page) {
  if (!steps?.length) return null;
  const items = steps.map((step) =>
    make("li.calc-step", { "data-outcome": step.outcome }, renderText(step, page), renderGrounds(step, page)),
  );
  return fold("steps", page.words.steps, String(steps.length), make("ol.calc-steps", null, items), renderNotes(notes, page));
}

/**
 * @param {string[]} notes
 * @param {Page} page
 */
function renderNotes(notes, page) {
  if (!notes.length) return null;
  return make("ul.calc-notes", { "aria-label": page.words.notes }, notes.map((line) => make("li", null, markChinese(line, page.lang))));
}

/**
 * @param {Step} step
 * @param {Page} page
 */
function renderText({ outcome, text }, page) {
  const word = page.words[`outcome_${outcome}`];
  return make(
    "p.calc-step__text",
    null,
    word ? make("span.tag", null, word) : null,
    make("span", null, markChinese(text, page.lang)),
  );
}

/**
 * What a step rests on. One that does not apply says why in its sentence and only names its provisions.
 * @param {Step} step
 * @param {Page} page
 */
function renderGrounds(step, page) {
  if (step.outcome === "not_applicable") return [citeList(step.basis, page)];
  return [renderFacts(step.facts, page), ...step.words.map((quoted) => renderWords(quoted, page)), renderRest(step, page)];
}

/**
 * The law's own words, always in the language that governs.
 * @param {{citation: string, words: string}} quoted
 * @param {Page} page
 */
function renderWords({ citation, words }, page) {
  return make(
    "p.calc-words",
    null,
    make("q", { lang: hasChinese(words) ? "zh-Hans" : "en" }, words),
    " ",
    citeLink(citation, page),
  );
}

/**
 * The provisions that a step rests on without quoting them.
 * @param {Step} step
 * @param {Page} page
 */
function renderRest({ basis, words: quotes }, page) {
  const quoted = quotes.map(({ citation }) => citation);
  const rest = basis.filter((citation) => !quoted.includes(citation));
  return rest.length ? citeList(rest, page) : null;
}

/**
 * @param {Record<string, string>} facts
 * @param {Page} page
 */
function renderFacts(facts, page) {
  const used = Object.entries(facts ?? {});
  if (!used.length) return null;
  return make(
    "ul.calc-used",
    { "aria-label": page.words.facts_used, role: "list" },
    used.map(([name, value]) =>
      make("li", null, markChinese(page.label(name), page.lang), " ", make("strong", null, markChinese(page.value(name, value), page.lang))),
    ),
  );
}
