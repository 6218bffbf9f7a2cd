/** What can be done with a result: copy it, share it, print it, put its deadlines into a calendar, compare it. */
import { copy } from "./copy.js";
import { fill, make, makeButton } from "../../shared/dom.js";
import { beijingInstant } from "../../shared/time.js";
import { recordMarkdown, recordText } from "./record.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Result} Result */
/**
 * @typedef {Object} Tools  what the buttons need of the calculator that they stand in
 * @property {(text: string) => void} announce  tells a screen reader
 * @property {() => void} keep  keeps this answer beside later ones
 */

/**
 * @param {Result} result
 * @param {Page} page
 * @param {Tools} tools
 */
export function renderActions(result, page, tools) {
  const { words } = page;
  const outcome = make("p.calc-outcome-text", null);
  const dated = result.finding.duties?.some((duty) => duty.due);
  const put = (/** @type {string} */ text) => copy(text, outcome, words, tools.announce);
  return make(
    "div.calc-actions",
    { role: "group", "aria-label": words.actions },
    action("copy-text", words.copy_text, () => put(recordText(result, page))),
    action("copy-markdown", words.copy_markdown, () => put(recordMarkdown(result, page))),
    action("copy-link", words.copy_link, () => put(result.address)),
    action("print", words.print, () => window.print()),
    dated ? action("calendar", words.calendar, () => saveCalendar(result, page, tools, outcome)) : null,
    action("keep", words.keep, tools.keep),
    outcome,
  );
}

/**
 * @param {string} name
 * @param {string} text
 * @param {() => void} act
 */
function action(name, text, act) {
  return makeButton("button.button--small", { "data-action": name }, text, act);
}

/**
 * The calendar's code and library come only when they are asked for.
 * @param {Result} result
 * @param {Page} page
 * @param {Tools} tools
 * @param {HTMLElement} outcome
 */
async function saveCalendar(result, page, tools, outcome) {
  outcome.replaceChildren();
  try {
    const { calendarFile } = await import("./calendar.js");
    const [zh, en] = page.lang === "zh" ? [result.finding, result.other] : [result.other, result.finding];
    const { calendar, finding } = result;
    const made = Date.now();
    const again = calendar.take(page.start(finding.facts));
    const wanted = { zh, en, fill, beijing: beijingInstant, page, made, again, address: result.address, id: calendar.id, before: calendar.saved, sequence: calendar.next(made) };
    const { text, saved } = await calendarFile(wanted);
    calendar.saved = saved;
    const file = URL.createObjectURL(new Blob([text], { type: "text/calendar;charset=utf-8" }));
    const link = make("a", { href: file, download: `${page.calculator}.ics` });
    link.click();
    window.setTimeout(() => URL.revokeObjectURL(file), 60_000); // some browsers read it only after the click
    const sentence = savedText(calendar, again, saved.size, page.words);
    const other = makeButton("text-button", { "data-action": "other-case" }, page.words.calendar_other, () => {
      calendar.renew();
      saveCalendar(result, page, tools, outcome);
    });
    outcome.append(sentence, ...(again ? [" ", other] : []));
    tools.announce(sentence);
  } catch {
    document.dispatchEvent(new Event("script-missing")); // load-error.js finds out whether the page is too old
    outcome.append(page.words.calendar_failed);
    tools.announce(page.words.calendar_failed);
  }
}

/**
 * What is said of a file that is saved: what it replaces, what it leaves behind, and what a calendar may drop.
 * @param {import("./calendar-case.js").CalendarCase} calendar
 * @param {boolean} again
 * @param {number} count
 * @param {Record<string, string>} words
 */
function savedText({ id, before }, again, count, words) {
  const left = again ? words.calendar_again : before ? fill(words.calendar_moved, { before }) : words.calendar_first;
  return [fill(words.calendar_saved, { count, id }), left, words.calendar_alarms].join(words.between);
}
