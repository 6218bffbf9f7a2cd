/** What whoever asks has to do: by when, what and whom to tell, on what basis; what has a limit comes first. */
import { firstDuty } from "./answer.js";
import { citeList } from "./cite.js";
import { isLongPast, renderLeft } from "../countdown.js";
import { fill, make, makeButton, markChinese } from "../../shared/dom.js";
import { clockOf, dayOf, localTime } from "../../shared/time.js";
import { fold, section } from "./section.js";

/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../page.js").Page} Page */

const ORDER = ["limit", "prompt", "keep", "standing", "encouraged"];

/**
 * @param {Finding} finding
 * @param {Page} page
 * @param {(fact: string) => void} goTo
 */
export function renderToDo(finding, page, goTo) {
  const mine = (finding.duties ?? []).filter((duty) => !duty.by_authority && !isAside(duty, finding));
  return mine.length ? section("duties", page.words.duties, table(finding, mine, page, goTo)) : null;
}

/**
 * What one may have to do as well: it hangs on a question that stands open beside the answer.
 * @param {Finding} finding
 * @param {Page} page
 * @param {(fact: string) => void} goTo
 */
export function renderAside(finding, page, goTo) {
  const aside = (finding.duties ?? []).filter((duty) => !duty.by_authority && isAside(duty, finding));
  if (!aside.length) return null;
  return fold("aside", page.words.may_also, String(aside.length), table(finding, aside, page, goTo));
}

/**
 * @param {Duty} duty
 * @param {Finding} finding
 */
function isAside({ when, due, condition_text: condition }, finding) {
  return when === "if" && !due && finding.first_due && condition !== firstDuty(finding)?.condition_text;
}

/**
 * What authorities do once they have the report.
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderAuthorities(finding, page) {
  const others = (finding.duties ?? []).filter((duty) => duty.by_authority);
  if (!others.length) return null;
  return fold("authorities", page.words.authorities, "", table(finding, others, page, null));
}

/**
 * @param {Finding} finding
 * @param {Duty[]} duties
 * @param {Page} page
 * @param {((fact: string) => void) | null} goTo
 */
function table(finding, duties, page, goTo) {
  const { words } = page;
  const heads = [words.by, words.duty, words.basis];
  const sorted = [...duties].sort((one, other) => urgency(one) - urgency(other));
  // The roles are written out because a table laid out as cards loses its own in some browsers.
  return make(
    "table.table.table--todo",
    { role: "table" },
    make("thead.visually-hidden", { role: "rowgroup" }, make("tr", { role: "row" }, heads.map((head) => make("th", { role: "columnheader", scope: "col" }, head)))),
    make("tbody", { role: "rowgroup" }, sorted.map((duty) => row(finding, duty, page, goTo))),
  );
}

/** @param {Duty} duty */
function urgency({ due, timing }) {
  return due ? 0 : timing === "limit" ? ORDER.length : ORDER.indexOf(timing);
}

/**
 * @param {Finding} finding
 * @param {Duty} duty
 * @param {Page} page
 * @param {((fact: string) => void) | null} goTo
 */
function row(finding, duty, page, goTo) {
  const { lang, words } = page;
  const shared = firstDuty(finding)?.condition_text; // it stands in the answer
  const element = make(
    "tr",
    { role: "row", "data-duty": duty.id, "data-when": duty.when },
    make("td.todo-when", { role: "cell" }, when(finding, duty, page)),
    make(
      "th.todo-what",
      { role: "rowheader", scope: "row" },
      make("span.calc-duty", null, markChinese(duty.name, lang)),
      duty.by_authority ? make("span.calc-small", null, markChinese(`${duty.from} → ${duty.to.join(words.list)}`, lang)) : null,
      duty.condition_text && duty.condition_text !== shared ? make("span.calc-condition", null, markChinese(duty.condition_text, lang)) : null,
      duty.note ? make("span.calc-small", null, markChinese(duty.note, lang)) : null,
      goTo && !duty.due && duty.counts_from ? asksFor(duty.counts_from, page, goTo) : null,
    ),
    make("td.todo-basis", { role: "cell" }, citeList(duty.basis, page)),
  );
  // Red is for what runs now for certain: not for what may not apply, is done or long past, nor for a later stage.
  const runs = duty.due && !duty.state && !isLongPast(duty.due, Date.now());
  if (runs && duty.when === "applies" && duty.timing === "limit" && !duty.after) element.dataset.run = "now";
  return element;
}

/**
 * @param {string} fact
 * @param {Page} page
 * @param {(fact: string) => void} goTo
 */
function asksFor(fact, page, goTo) {
  return makeButton("text-button", {}, fill(page.words.fill_in, { what: page.facts[fact]?.timeline ?? page.label(fact) }), () => goTo(fact));
}

/**
 * @param {Finding} finding
 * @param {Duty} duty
 * @param {Page} page
 */
function when(finding, duty, page) {
  const { lang, words } = page;
  if (!duty.due) return [make("span.calc-timing", null, markChinese(duty.timing_text, lang))];
  const local = localTime(duty.due, lang);
  return [
    make(
      "time.calc-due",
      { datetime: duty.due, title: duty.due_text },
      fill(duty.timing === "keep" ? words.keep_until : words.by_clock, { time: clockOf(duty.due) }),
      " ",
      make("span.calc-small", null, dayOf(duty.due, lang)),
    ),
    duty.due === finding.first_due ? null : renderLeft(finding, duty, page), // it stands in the answer
    local ? make("span.calc-local", null, fill(words.local_time, { time: local })) : null,
    duty.due_other ? make("span.calc-small", null, fill(words.other_reading, { time: `${dayOf(duty.due_other, lang)} ${clockOf(duty.due_other)}` })) : null,
  ];
}
