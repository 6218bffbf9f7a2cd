/**
 * Who tells whom, with the times of a case: the picture that the build drew (publisher/pictures/routes.py), filled in.
 * What this case does not take is marked as such in the drawing and left out of the words.
 */
import { fill } from "../../shared/dom.js";
import { fold } from "../result/section.js";

/** @typedef {import("../runtime/protocol.js").ListedDuty} ListedDuty */
/** @typedef {ListedDuty & {state?: string}} Duty */

const BEIJING = "Asia/Shanghai";

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 * @returns {HTMLElement | null}  nothing where the page has no such picture, or no route of it is taken
 */
export function renderRoutes(finding, page) {
  const drawn = document.querySelector(".diagram[data-live-title]");
  /** @type {Map<string, Duty>} */
  const duties = new Map((finding.duties ?? []).map((duty) => [duty.id, duty]));
  const groups = [...(drawn?.querySelectorAll("svg [data-duty]") ?? [])];
  if (!drawn || !groups.some((group) => duties.has(group.getAttribute("data-duty") ?? ""))) return null;
  const figure = /** @type {HTMLElement} */ (drawn.cloneNode(true));
  const labels = /** @type {Record<string, string>} */ (figure.dataset);
  const start = page.start(finding.facts).slice(0, 10);
  for (const group of /** @type {NodeListOf<SVGGElement>} */ (figure.querySelectorAll("svg [data-duty]"))) {
    const duty = duties.get(group.dataset.duty ?? "");
    group.dataset.taken = duty ? (duty.when === "if" ? "if" : "yes") : "no";
    if (duty?.due) writeTimes(group, duty, start, page.lang, labels);
  }
  for (const item of /** @type {NodeListOf<HTMLElement>} */ (figure.querySelectorAll("li[data-duty]"))) {
    const duty = duties.get(item.dataset.duty ?? "");
    const due = item.querySelector(".diagram-due");
    if (!duty) item.remove();
    else if (due) due.textContent = inWords(duty, labels);
  }
  const { liveTitle, liveNote } = labels;
  figure.querySelector(".diagram-title")?.remove();
  figure.querySelector(".diagram-besides")?.remove();
  /** @type {HTMLElement} */ (figure.querySelector(".diagram-note")).textContent = liveNote;
  for (const name of Object.keys(labels)) delete labels[name]; // so that it is not taken for the one to fill in
  return fold("routes", liveTitle, "", figure);
}

/**
 * The day, where it is not the one on which the case began, and the time over the arrow; under it the state or the limit.
 * @param {SVGGElement} group
 * @param {Duty} duty
 * @param {string} start  the date on which the case began
 * @param {string} lang
 * @param {Record<string, string>} labels
 */
function writeTimes(group, duty, start, lang, labels) {
  const due = duty.due ?? "";
  const [limit, receipt] = [read(group, "time"), read(group, "limit")];
  const clock = due.slice(11, due.slice(17, 19) === "00" ? 16 : 19);
  const day = new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", { timeZone: BEIJING, month: "short", day: "numeric" });
  write(group, "day", due.slice(0, 10) === start ? "" : day.format(new Date(due)));
  write(group, "time", fill(duty.note ? labels.liveLatest : labels.liveBy, { time: clock }));
  const state = stateOf(duty, labels);
  write(group, "limit", state || limit);
  write(group, "receipt", state ? "" : receipt);
}

/**
 * @param {Duty} duty
 * @param {Record<string, string>} labels
 */
function inWords(duty, labels) {
  const time = duty.due_text ? fill(duty.note ? labels.liveLatest : labels.liveBy, { time: duty.due_text }) : "";
  return [time, stateOf(duty, labels)].filter(Boolean).map((text) => fill(labels.liveDue, { time: text })).join("");
}

/**
 * @param {Duty} duty
 * @param {Record<string, string>} labels
 */
function stateOf({ when, state }, labels) {
  if (when === "if") return labels.liveOpen;
  return { in_time: labels.liveInTime, late: labels.liveLate, missed: labels.liveMissed }[state ?? ""] ?? "";
}

/**
 * @param {SVGGElement} group
 * @param {string} slot
 */
function read(group, slot) {
  return group.querySelector(`[data-slot="${slot}"]`)?.textContent ?? "";
}

/**
 * @param {SVGGElement} group
 * @param {string} slot
 * @param {string} text
 */
function write(group, slot, text) {
  const line = group.querySelector(`[data-slot="${slot}"] text`);
  if (line) line.textContent = text;
}
