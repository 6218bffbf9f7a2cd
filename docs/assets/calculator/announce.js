/** What a screen reader is told of a new finding: the answer, what changed in the reasoning, how much is left to ask. */
import { fill } from "../shared/dom.js";

/** More than this nobody keeps in mind; the rest is on the page. */
const MOST = 3;

/**
 * @param {import("./runtime/protocol.js").Finding | null} before  the finding that stood there
 * @param {import("./runtime/protocol.js").Finding} now
 * @param {import("./page.js").Page} page
 * @returns {string}
 */
export function whatChanged(before, now, page) {
  if (!page.begins) return now.answer_text;
  const { words } = page;
  const was = new Map((before?.steps ?? []).map(({ rule, outcome }) => [rule, outcome]));
  const changed = now.steps
    .filter(({ rule, outcome }) => was.has(rule) && was.get(rule) !== outcome)
    .slice(0, MOST)
    .map(({ outcome, text }) => fill(words.changed_step, { outcome: words[`outcome_${outcome}`] ?? outcome, text }));
  const answer = now.answer_text === before?.answer_text ? [] : [now.answer_text];
  const left = now.missing.length ? [fill(words.left_to_ask, { count: now.missing.length })] : [];
  return [...answer, ...changed, ...left].join(" ");
}
