/** What stands on the line of time: the times given, the deadlines and the other readings, in order. */
import { fill } from "../../shared/dom.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/**
 * @typedef {Object} Stop
 * @property {number} at  milliseconds since the epoch
 * @property {"fact" | "due" | "latest" | "if" | "keep" | "other" | "done"} shape
 * @property {string} time  in Beijing time
 * @property {string[]} says  the lines under the time
 */

const DAY = /^\d{4}-\d\d-\d\d$/;

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {Page} page
 * @returns {Stop[]}
 */
export function stops({ facts, duties }, page) {
  const { words } = page;
  const given = Object.entries(facts).flatMap(([name, value]) => {
    const at = Date.parse(DAY.test(value) ? `${value}T00:00:00+08:00` : value);
    const text = page.facts[name]?.timeline;
    return Number.isNaN(at) || !text ? [] : [stop(at, "fact", [text], page.value(name, value))];
  });
  const dated = (duties ?? []).flatMap((duty) => [
    ...(duty.due ? [stop(Date.parse(duty.due), shape(duty), [duty.name, ...more(duty, words)], page.value("", duty.due))] : []),
    ...(duty.due_other && duty.due_other !== duty.due
      ? [stop(Date.parse(duty.due_other), "other", [fill(words.other_reading, { time: duty.name })], page.value("", duty.due_other))]
      : []),
  ]);
  return [...given, ...dated].sort((one, other) => one.at - other.at || rank(one) - rank(other));
}

/**
 * @param {number} at
 * @param {Stop["shape"]} shape
 * @param {string[]} says
 * @param {string} time
 * @returns {Stop}
 */
function stop(at, shape, says, time) {
  return { at, shape, time, says };
}

/** @param {Duty} duty */
function shape({ timing, when, note, state }) {
  if (when === "if") return "if";
  if (timing === "keep") return "keep";
  if (state === "in_time" || state === "late") return "done";
  return note ? "latest" : "due";
}

/**
 * @param {Duty} duty
 * @param {Record<string, string>} words
 */
function more({ when, note, state }, words) {
  if (when === "if") return [words.may_apply];
  const how = state === "in_time" ? words.in_time : state === "late" ? words.late : null;
  return [note ? words.latest : null, how].filter((line) => typeof line === "string");
}

/** @param {Stop} stop */
function rank({ shape }) {
  return ["fact", "due", "done", "latest", "if", "keep", "other"].indexOf(shape);
}
