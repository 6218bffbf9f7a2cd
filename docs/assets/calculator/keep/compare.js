/** What if: an answer that was kept, beside the one that stands now, duty by duty. */
import { fill, make, makeButton, markChinese } from "../../shared/dom.js";
import { section } from "../result/section.js";
import { lengthText } from "../../shared/time.js";

/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../runtime/protocol.js").Result} Result */

/**
 * @param {Result} kept
 * @param {Result} result
 * @param {Page} page
 * @param {() => void} forget
 */
export function renderComparison(kept, result, page, forget) {
  const { lang, words } = page;
  const heads = [words.duty, words.kept, words.found_now, words.moved];
  const rows = [answers(kept, result, page), ...facts(kept, result, page), ...duties(kept, result, page)];
  const stop = makeButton("button.button--small", { "data-action": "forget" }, words.forget, forget);
  const table = make(
    "table.table.table--compare",
    { role: "table" },
    make("thead", { role: "rowgroup" }, make("tr", { role: "row" }, heads.map((head) => make("th", { role: "columnheader", scope: "col" }, head)))),
    make(
      "tbody",
      { role: "rowgroup" },
      rows.map(({ id, cells }) =>
        make(
          "tr",
          { role: "row", "data-compared": id, "data-changed": cells[3] === words.same ? null : "" },
          make("th", { role: "rowheader", scope: "row" }, markChinese(cells[0], lang)),
          cells.slice(1).map((cell, place) => make("td", { role: "cell", "data-label": heads[place + 1] }, markChinese(cell, lang))),
        ),
      ),
    ),
  );
  return section("compare", words.compare, make("p", null, words.compare_help), table, stop);
}

/**
 * @param {Result} kept
 * @param {Result} result
 * @param {Page} page
 */
function answers(kept, result, { words }) {
  const [before, now] = [kept.finding.answer_text, result.finding.answer_text];
  return { id: "answer", cells: [words.answer, before, now, before === now ? words.same : words.changed] };
}

/**
 * Only the answers that differ: the others are in the form.
 * @param {Result} kept
 * @param {Result} result
 * @param {Page} page
 */
function facts(kept, result, page) {
  const [before, now] = [kept.finding.facts, result.finding.facts];
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])].filter((name) => before[name] !== now[name]);
  const say = (/** @type {string} */ name, /** @type {string | undefined} */ value) => (value ? page.value(name, value) : page.words.absent);
  return names.map((name) => ({ id: name, cells: [page.label(name), say(name, before[name]), say(name, now[name]), page.words.changed] }));
}

/**
 * @param {Result} kept
 * @param {Result} result
 * @param {Page} page
 */
function duties(kept, result, page) {
  const [before, now] = [kept, result].map(({ finding }) => new Map((finding.duties ?? []).map((duty) => [duty.id, duty])));
  return [...new Set([...before.keys(), ...now.keys()])].map((id) => {
    const [old, present] = [before.get(id), now.get(id)];
    return { id, cells: [(present ?? old)?.name ?? id, when(old, page), when(present, page), moved(old, present, page)] };
  });
}

/**
 * @param {Duty | undefined} duty
 * @param {Page} page
 */
function when(duty, { words }) {
  if (!duty) return words.absent;
  return [duty.due_text ?? duty.timing_text, duty.condition_text].filter(Boolean).join(words.dash);
}

/**
 * @param {Duty | undefined} old
 * @param {Duty | undefined} present
 * @param {Page} page
 */
function moved(old, present, page) {
  const { lang, words } = page;
  if (!old || !present) return present ? words.added : words.gone;
  const by = old.due && present.due ? (Date.parse(present.due) - Date.parse(old.due)) / 1000 : 0;
  if (by) return fill(by > 0 ? words.later : words.earlier, { length: lengthText(Math.abs(by), lang) });
  return when(old, page) === when(present, page) ? words.same : words.changed;
}
