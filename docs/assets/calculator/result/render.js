/** What stands under an answer, in its order, which is that of the list in `renderDetails`. */
import { renderActions } from "../keep/actions.js";
import { firstDuty, renderAnswer } from "./answer.js";
import { renderChanges, renderOtherActs } from "./changes.js";
import { renderChannels } from "./channels.js";
import { renderComparison } from "../keep/compare.js";
import { renderContacts, renderDatabases, renderFiling } from "./contacts.js";
import { renderContents } from "./contents.js";
import { make, markChinese } from "../../shared/dom.js";
import { renderDuties } from "./duties.js";
import { renderPenalties } from "./penalties.js";
import { renderReadings } from "./readings.js";
import { renderRoutes } from "../pictures/routes.js";
import { renderRecord } from "../keep/record.js";
import { section } from "./section.js";
import { renderSteps } from "./steps.js";
import { renderTimeline } from "./timeline.js";

export { firstDuty, renderAnswer };

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Result} Result */
/** @typedef {import("../page.js").Page} Page */
/**
 * @typedef {Object} Around  what a result needs of the calculator that it stands in
 * @property {(fact: string) => void} goTo  takes the reader to a question
 * @property {Result | null} kept  an answer kept for comparison
 * @property {() => void} forget  keeps it no longer
 * @property {import("../keep/draft.js").Draft} draft
 * @property {import("../keep/actions.js").Tools} tools
 */

/**
 * Everything under the answer. A part that the finding does not have is left out, so the same order serves
 * calculators with other parts.
 * @param {Result} result
 * @param {Page} page
 * @param {Around} around
 * @returns {Node[]}
 */
export function renderDetails(result, page, { goTo, kept, forget, draft, tools }) {
  const { finding } = result;
  return [
    renderActions(result, page, tools),
    kept ? renderComparison(kept, result, page, forget) : null,
    renderRoutes(finding, page),
    renderDuties(finding, page),
    renderTimeline(finding, page),
    renderMissing(finding, page, goTo),
    renderChanges(finding, page),
    renderOtherActs(finding, page),
    renderSteps(finding, page),
    renderReadings(finding, page),
    renderContents(finding, page, draft.render(finding, page, tools.announce)),
    renderDatabases(finding, page),
    renderContacts(finding, page),
    renderFiling(finding, page),
    renderChannels(finding, page),
    renderPenalties(finding, page),
    renderNotes(finding, page),
    renderRecord(result, page),
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
    const button = make("button.text-button", { type: "button" }, markChinese(page.label(name), page.lang));
    button.addEventListener("click", () => goTo(name));
    return make("li", null, button);
  });
  return section("open", page.words.open, make("p", null, page.words.open_help), make("ul.calc-open", { role: "list" }, items));
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
function renderNotes({ notes }, page) {
  if (!notes?.length) return null;
  return section("notes", page.words.notes, make("ul", null, notes.map((line) => make("li", null, markChinese(line, page.lang)))));
}
