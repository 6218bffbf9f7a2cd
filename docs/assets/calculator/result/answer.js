/** The answer: one sentence, the first deadline, and how much time is left where that was asked. */
import { renderClock, renderLeft } from "../countdown.js";
import { fill, make, markChinese } from "../../shared/dom.js";
import { localTime } from "../../shared/time.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */

/**
 * @param {Finding} finding
 * @param {import("../page.js").Page} page
 * @returns {Node[]}
 */
export function renderAnswer(finding, page) {
  const answer = make(
    "p.calc-answer__text",
    { "data-answer": finding.answer, "data-mark": page.answers[finding.answer].mark },
    make("span.calc-mark", { "aria-hidden": "true" }),
    make("span", null, markChinese(finding.answer_text, page.lang)),
  );
  return finding.first_due ? [answer, renderDeadline(finding, page)] : [answer];
}

/**
 * @param {Finding} finding
 * @param {import("../page.js").Page} page
 */
function renderDeadline(finding, page) {
  const instant = finding.first_due ?? "";
  const first = firstDuty(finding);
  const local = localTime(instant, page.lang);
  return make(
    "p.calc-deadline",
    null,
    make("span.calc-deadline__label", null, page.words.first_due),
    make("time.calc-deadline__time", { datetime: instant }, markChinese(finding.first_due_text ?? "", page.lang)),
    make("code.calc-iso", null, instant),
    first ? renderLeft(finding, first, page) : null,
    local ? make("span.calc-local", null, fill(page.words.local_time, { time: local })) : null,
    renderClock(finding, page),
  );
}

/**
 * The duty that falls due first.
 * @param {Finding} finding
 */
export function firstDuty({ duties, first_due: first }) {
  return duties?.find((duty) => duty.due === first && first);
}
