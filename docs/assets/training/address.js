/**
 * Which cases an address asks for: `#cases=both-routes,cve-number`, in that order; `#cases=all` for every one.
 * What chat programs do to an address is undone; what then is no case is named.
 */
import { hyphened, LONGEST, plain, shortened } from "../shared/mended.js";

const ASKED = /(?:^|[&?])(?:cases?|exercises?)=([^&]*)/i;
const BETWEEN = /[,;、；\s]+/;
const AROUND = /^[^a-z0-9]+|[^a-z0-9]+$/g;
/** So many names that mean nothing are said at most. */
const NAMED = 5;

/**
 * @typedef {Object} Asked
 * @property {string[]} ids
 * @property {string[]} unknown  what is asked for and is not there, shortened
 */

/**
 * Take the cases out of a fragment.
 * @param {string} hash  as in `location.hash`
 * @param {string[]} known  the ids of all cases
 * @returns {Asked | null}  null where it asks for none but is an anchor
 */
export function casesOf(hash, known) {
  const [, asked = ""] = ASKED.exec(plain(hash.slice(0, LONGEST))) ?? [];
  const parts = asked.split(BETWEEN).filter(Boolean);
  if (!parts.length) return null;
  const ids = new Set(/** @type {string[]} */ ([]));
  const unknown = new Set(/** @type {string[]} */ ([]));
  for (const part of parts) {
    const id = hyphened(part).toLowerCase().replaceAll("_", "-").replace(AROUND, "");
    if (id === "all") for (const each of known) ids.add(each);
    else if (known.includes(id)) ids.add(id);
    else unknown.add(shortened(part));
  }
  return { ids: [...ids], unknown: [...unknown].slice(0, NAMED) };
}

/**
 * Return the fragment that asks for cases.
 * @param {string[]} ids
 * @param {string[]} known
 */
export function fragmentOf(ids, known) {
  return `#cases=${ids.length === known.length ? "all" : ids.join(",")}`;
}
