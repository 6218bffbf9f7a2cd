/** What stands under an answer: what to do, then folded away what one may want to know or keep. */
import { renderActions } from "../keep/actions.js";
import { firstDuty, renderAnswer } from "./answer.js";
import { renderChanges, renderOtherActs } from "./changes.js";
import { renderChannels } from "./channels.js";
import { renderComparison } from "../keep/compare.js";
import { renderContacts, renderDatabases, renderFiling } from "./contacts.js";
import { renderContents } from "./contents.js";
import { renderPenalties } from "./penalties.js";
import { renderSheet } from "../keep/sheet.js";
import { renderReadings } from "./readings.js";
import { renderRoutes } from "../pictures/routes.js";
import { renderRecord } from "../keep/record.js";
import { fold } from "./section.js";
import { renderSteps } from "./steps.js";
import { renderAside, renderAuthorities, renderToDo } from "./todo.js";

export { firstDuty, renderAnswer };

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Result} Result */
/** @typedef {import("../page.js").Page} Page */
/**
 * @typedef {Object} Around  what a result needs of the calculator that it stands in
 * @property {(fact: string) => void} goTo  takes the reader to a question
 * @property {(fold: string) => void} show  opens what is folded away
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
    renderSheet(result, page),
    renderToDo(finding, page, goTo),
    renderRoutes(finding, page),
    renderChanges(finding, page),
    renderOtherActs(finding, page),
    renderContents(finding, page, draft, tools.announce),
    renderDatabases(finding, page),
    renderContacts(finding, page),
    renderFiling(finding, page),
    renderChannels(finding, page),
    renderAside(finding, page, goTo),
    renderAuthorities(finding, page),
    renderSteps(finding, page),
    renderReadings(finding, page),
    renderPenalties(finding, page),
    fold("keep", page.words.keep_and_send, "", renderActions(result, page, tools), kept ? renderComparison(kept, result, page, forget) : null, renderRecord(result, page)),
  ].filter((part) => part !== null);
}
