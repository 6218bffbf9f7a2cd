/** What a screen reader is told of a new finding: the answer, what changed in the reasoning or the duties, how much is left to ask. */
import { fill } from "../shared/dom.js";

/** @typedef {import("./runtime/protocol.js").Finding} Finding */
/** @typedef {import("./page.js").Page} Page */

/** More than this nobody keeps in mind; the rest is on the page. */
const MOST = 3;

/**
 * @param {Finding | null} before  the finding that stood there
 * @param {Finding} now
 * @param {Page} page
 * @returns {string}
 */
export function whatChanged(before, now, page) {
  const answer = now.answer_text === before?.answer_text ? [] : [now.answer_text];
  if (!page.begins) return [...answer, ...(before && !answer.length ? listed(before, now, page) : [])].join(" ");
  const { words } = page;
  const was = new Map((before?.steps ?? []).map(({ rule, outcome }) => [rule, outcome]));
  const changed = now.steps
    .filter(({ rule, outcome }) => was.has(rule) && was.get(rule) !== outcome)
    .slice(0, MOST)
    .map(({ outcome, text }) => fill(words.changed_step, { outcome: words[`outcome_${outcome}`] ?? outcome, text }));
  const left = now.missing.length ? [fill(words.left_to_ask, { count: now.missing.length })] : [];
  return [...answer, ...changed, ...left].join(" ");
}

/**
 * Under the same answer: which duties have come and which are gone.
 * @param {Finding} before
 * @param {Finding} now
 * @param {Page} page
 */
function listed(before, now, { words }) {
  const said = (/** @type {string} */ sentence, /** @type {string[]} */ names) => (names.length ? [fill(sentence, { names: names.slice(0, MOST).join(words.list) })] : []);
  return [...said(words.duties_added, added(before, now)), ...said(words.duties_gone, added(now, before))];
}

/**
 * @param {Finding} before
 * @param {Finding} now
 */
function added({ duties: before = [] }, { duties: now = [] }) {
  return now.filter(({ id }) => !before.some((each) => each.id === id)).map(({ name }) => name);
}
