/** Who tells whom, by when, on what basis: a table on a desk, cards on a phone. */
import { citeList } from "./cite.js";
import { renderLeft } from "../countdown.js";
import { fill, make, markChinese } from "../../shared/dom.js";
import { section } from "./section.js";
import { localTime } from "../../shared/time.js";

/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../page.js").Page} Page */

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderDuties(finding, page) {
  const { duties } = finding;
  if (!duties?.length) return null;
  const { words } = page;
  const heads = [words.duty, words.from_to, words.by, words.basis];
  // The roles are written out because a table laid out as cards loses its own in some browsers.
  const table = make(
    "table.table.table--result",
    { role: "table" },
    make("thead", { role: "rowgroup" }, row(heads.map((head) => make("th", { role: "columnheader", scope: "col" }, head)))),
    make("tbody", { role: "rowgroup" }, duties.map((duty) => renderDuty(finding, duty, heads, page))),
  );
  return section("duties", words.duties, table);
}

/**
 * @param {Finding} finding
 * @param {Duty} duty
 * @param {string[]} heads
 * @param {Page} page
 */
function renderDuty(finding, duty, heads, page) {
  const { lang } = page;
  const cells = [
    [
      make("strong.calc-duty", null, markChinese(duty.name, lang)),
      duty.condition_text ? make("span.calc-condition", null, markChinese(duty.condition_text, lang)) : null,
    ],
    [markChinese(duty.from, lang), duty.to.length ? renderRecipients(duty, page) : null].flat(),
    renderTime(finding, duty, page),
    [citeList(duty.basis, page)],
  ];
  const element = row(
    cells.map((cell, place) => make(place ? "td" : "th", place ? { role: "cell", "data-label": heads[place] } : { role: "rowheader", scope: "row" }, cell.flat())),
  );
  element.dataset.duty = duty.id;
  element.dataset.when = duty.when;
  // Red is for what runs now for certain: not for what may not apply, nor for a later stage or what is only kept.
  if (duty.due && duty.when === "applies" && duty.timing === "limit" && !duty.after) element.dataset.run = "now";
  return element;
}

/**
 * @param {Duty} duty
 * @param {Page} page
 */
function renderRecipients({ to }, { lang, words }) {
  return [" ", make("span.calc-arrow", { "aria-label": words.to, role: "img" }, "→"), " ", ...markChinese(to.join(words.list), lang)];
}

/**
 * @param {Finding} finding
 * @param {Duty} duty
 * @param {Page} page
 */
function renderTime(finding, duty, page) {
  const { lang, words } = page;
  const local = duty.due ? localTime(duty.due, lang) : null;
  return [
    duty.due && duty.due_text ? make("time.calc-due", { datetime: duty.due }, markChinese(duty.due_text, lang)) : null,
    duty.note ? make("span.calc-small", null, markChinese(duty.note, lang)) : null,
    renderLeft(finding, duty, page),
    local ? make("span.calc-local", null, fill(words.local_time, { time: local })) : null,
    duty.due_other_text ? make("span.calc-small", null, fill(words.other_reading, { time: duty.due_other_text })) : null,
    make("span.calc-timing", null, markChinese(duty.timing_text, lang)),
    duty.due ? make("code.calc-iso", null, duty.due) : null,
  ];
}

/** @param {Node[]} cells */
function row(cells) {
  return make("tr", { role: "row" }, cells);
}
