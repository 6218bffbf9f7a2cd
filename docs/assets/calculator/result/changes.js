/** What would change the answer: what every way needs, then the ways of which any one is enough; and other acts. */
import { make, markChinese } from "../../shared/dom.js";
import { writeFragment } from "../form/fragment.js";
import { section } from "./section.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../page.js").Page} Page */

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderChanges({ changes, conditions, changes_shared: shared, changes_alternatives: alternatives, facts }, page) {
  if (!changes?.length || !conditions || !shared || !alternatives) return null;
  const { words } = page;
  /** @param {string[]} names */
  const list = (names) =>
    make("ul.calc-conditions", null, names.map((name) => make("li", null, markChinese(conditions[name] ?? name, page.lang))));
  const ways = alternatives.map((way, place) =>
    make("li", { "data-way": way.join(" ") }, list(way), suppose(facts, changes[place], page)),
  );
  const needed = [
    shared.length > 1 || ways.length ? make("p", null, words.changes_all) : null,
    list(shared),
    ways.length ? null : make("p", null, suppose(facts, changes[0], page)),
  ];
  return section(
    "changes",
    words.changes,
    shared.length ? needed : null,
    ways.length ? make("p", null, shared.length ? words.changes_and_one : words.changes_one) : null,
    ways.length ? make("ul.calc-ways", { role: "list" }, ways) : null,
  );
}

/**
 * A link that opens the same facts with these changes.
 * @param {import("../runtime/protocol.js").Facts} facts
 * @param {string[]} way  `name=value`
 * @param {Page} page
 */
function suppose(facts, way, page) {
  const changed = Object.fromEntries(way.map((each) => each.split("=")));
  return make("a.calc-suppose", { href: `#${writeFragment({ ...given(facts), ...changed })}` }, page.words.suppose);
}

/**
 * @param {Finding} finding
 * @param {Page} page
 */
export function renderOtherActs({ other_acts: acts, other_acts_text: texts, facts }, page) {
  if (!acts?.length || !texts) return null;
  const items = acts.map((act, place) => {
    const href = `#${writeFragment({ ...given(facts), [page.begins]: act })}`;
    return make("li", { "data-act": act }, make("span.calc-mark", { "aria-hidden": "true" }), make("a", { href }, markChinese(texts[place], page.lang)));
  });
  return section("acts", page.words.other_acts, make("p", null, page.words.other_acts_help), make("ul.calc-acts", { role: "list" }, items));
}

/**
 * What has been answered, without what is unknown.
 * @param {import("../runtime/protocol.js").Facts} facts
 */
function given(facts) {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== "unknown"));
}
