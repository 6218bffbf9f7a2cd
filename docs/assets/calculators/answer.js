/** The answer: one sentence, the first deadline, and how much time is left where that was asked. */
import { fill, make, said } from "./dom.js";
import { localTime } from "./time.js";

/** @typedef {import("./protocol.js").Finding} Finding */

/**
 * @param {Finding} finding
 * @param {import("./page.js").Page} page
 * @returns {Node[]}
 */
export function renderAnswer(finding, page) {
  const answer = make(
    "p.calc-answer__text",
    { "data-answer": finding.answer },
    make("span.calc-mark", { "aria-hidden": "true" }),
    make("span", null, said(finding.answer_text, page.lang)),
  );
  return finding.first_due ? [answer, renderDeadline(finding, page)] : [answer];
}

/**
 * @param {Finding} finding
 * @param {import("./page.js").Page} page
 */
function renderDeadline(finding, page) {
  const instant = finding.first_due ?? "";
  const first = firstDuty(finding);
  const local = localTime(instant, page.lang);
  return make(
    "p.calc-deadline",
    null,
    make("span.calc-deadline__label", null, page.words.first_due),
    make("time.calc-deadline__time", { datetime: instant }, said(finding.first_due_text ?? "", page.lang)),
    first?.left_text ? make("span.calc-left", { "data-late": late(first) }, first.left_text) : null,
    local ? make("span.calc-local", null, fill(page.words.local_time, { time: local })) : null,
  );
}

/**
 * The duty that falls due first.
 * @param {Finding} finding
 */
export function firstDuty({ duties, first_due: first }) {
  return duties?.find((duty) => duty.due === first && first);
}

/**
 * An attribute that is there only when a deadline has been missed.
 * @param {import("./protocol.js").Duty} duty
 */
export function late(duty) {
  return (duty.left_seconds ?? 0) < 0 ? "" : null;
}
