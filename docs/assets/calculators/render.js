/**
 * The order of a result: the answer, then duties, what is open, what would change it, other acts, steps, readings,
 * contents, addresses, penalties, notes.
 */
import { firstDuty, renderAnswer } from "./answer.js";
import { renderChanges, renderOtherActs } from "./changes.js";
import { renderChannels } from "./channels.js";
import { renderContacts, renderDatabases, renderFiling } from "./contacts.js";
import { renderContents } from "./contents.js";
import { make, said } from "./dom.js";
import { renderDuties } from "./duties.js";
import { renderPenalties } from "./penalties.js";
import { renderReadings } from "./readings.js";
import { section } from "./section.js";
import { renderSteps } from "./steps.js";

export { firstDuty, renderAnswer };

/** @typedef {import("./protocol.js").Finding} Finding */
/** @typedef {import("./page.js").Page} Page */

/**
 * Everything under the answer. A part that the finding does not have is left out, so the same order serves
 * calculators with other parts.
 * @param {Finding} finding
 * @param {Page} page
 * @param {(fact: string) => void} goTo  takes the reader to a question
 * @returns {Node[]}
 */
export function renderDetails(finding, page, goTo) {
  return [
    renderDuties(finding, page),
    renderMissing(finding, page, goTo),
    renderChanges(finding, page),
    renderOtherActs(finding, page),
    renderSteps(finding, page),
    renderReadings(finding, page),
    renderContents(finding, page),
    renderDatabases(finding, page),
    renderContacts(finding, page),
    renderFiling(finding, page),
    renderChannels(finding, page),
    renderPenalties(finding, page),
    renderNotes(finding, page),
  ].filter((part) => part !== null);
}

/**
 * @param {Finding} finding
 * @param {Page} page
 * @param {(fact: string) => void} goTo
 */
function renderMissing({ missing }, page, goTo) {
  if (!missing.length) return null;
  const items = missing.map((name) => {
    const button = make("button.calc-link", { type: "button" }, said(page.label(name), page.lang));
    button.addEventListener("click", () => goTo(name));
    return make("li", null, button);
  });
  return section("open", page.words.open, make("p", null, page.words.open_help), make("ul.calc-open", { role: "list" }, items));
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
function renderNotes({ notes, version }, page) {
  const lines = [...(notes ?? []), `${page.words.version} ${version}`];
  return section("notes", page.words.notes, make("ul", null, lines.map((line) => make("li", null, said(line, page.lang)))));
}
