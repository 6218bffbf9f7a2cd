/** The subject index: where the words of a query lead whose reader wants to be somewhere that has other words. Pure functions. */

import { everyNameIn } from "./matching.js";

/** @typedef {import("./matching.js").Record} Record */
/** @typedef {import("./matching.js").Used} Used */
/** @typedef {{names: string[], records: Record[]}} Subject  names as they are compared; records in the order of the index */

/** Names that are less of a query do not tell what it is about: a sentence of the law that somebody pastes. */
const SHARE = 0.1;
/** Words that people put between those of a name: 多久要上报. */
const FILLING = /[要需应该须得就]|必须|可以|我们|应当/g;

/**
 * Return what the subjects in a query lead to, each once, and the names by which they were found.
 * @param {string} whole  the query as it is compared
 * @param {Subject[]} subjects
 * @param {string[][]} aliases  names for one thing; a subject's name within a longer one of these is not meant
 * @returns {{record: Record, needles: string[]}[]}
 */
export function ledTo(whole, subjects, aliases) {
  const groups = [...subjects.map(({ names }) => names), ...aliases];
  const used = [...new Set([whole, whole.replace(FILLING, "")])].flatMap((text) => meant(text, groups));
  const found = subjects.filter(({ names }) => used.some(({ group }) => group === names));
  const records = new Set(found.flatMap((subject) => subject.records));
  return [...records].map((record) => ({ record, needles: used.map(({ name }) => name).filter((name) => record.plain.includes(name)) }));
}

/**
 * Names that a text uses and that tell what it is about, without those within a longer one.
 * @param {string} text
 * @param {string[][]} groups
 */
function meant(text, groups) {
  const every = everyNameIn(text, groups).filter(({ name }) => name.length >= SHARE * text.length);
  const holds = (/** @type {Used} */ one, /** @type {Used} */ other) =>
    one.name.length > other.name.length && one.at <= other.at && one.at + one.name.length >= other.at + other.name.length;
  return every.filter((each) => !every.some((other) => holds(other, each)));
}
