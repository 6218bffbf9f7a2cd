/**
 * What chat programs, mail programs and editors do to an address, undone as far as that can be done safely: escapes
 * upon escapes, HTML's way of writing &, full-width forms, dashes for hyphens, invisible characters, capitals.
 */

const ESCAPES = /(?:%[0-9a-f]{2})+/gi;
const AMPERSAND = /&(?:(?:amp|#0*38|#x0*26);)+/gi;
/** What stood around an address in HTML or in a wiki. */
const AROUND = /&(?:quot|apos|lt|gt|nbsp|#0*3[49]|#x0*2[27]);|\|smart-(?:link|card|embed)\]?$/gi;
/** Text fragments, which browsers that know them never show. */
const DIRECTIVE = /:~:.*$/s;
const DASHES = /[\p{Pd}\u2212]/gu;
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Zl}\p{Zp}]/gu;
const ROUNDS = 4;
/** What is longer was not made by us: more of a fragment is not looked at. */
export const LONGEST = 4000;
const LONGEST_NAME = 40;

/**
 * Undo escapes, once or as often as they were made. What begins no character stays as it is.
 * @param {string} text
 * @param {number} [rounds]
 */
export function unescaped(text, rounds = 1) {
  let now = text;
  for (let round = 0; round < rounds; round += 1) {
    const before = now;
    now = before.replace(ESCAPES, (run) => {
      try {
        return decodeURIComponent(run);
      } catch {
        return run;
      }
    });
    if (now === before) break;
  }
  return now;
}

/**
 * Return a fragment in plain characters: without escapes, HTML's ampersands, full-width and invisible characters.
 * @param {string} hash  as in `location.hash`
 */
export function plain(hash) {
  return unescaped(hash.replace(AMPERSAND, "&"), ROUNDS)
    .replace(AMPERSAND, "&")
    .replace(AROUND, " ")
    .replace(DIRECTIVE, "")
    .normalize("NFKC")
    .replace(INVISIBLE, "")
    .replace(/^#+/, "");
}

/**
 * Return the text with every kind of dash as a hyphen.
 * @param {string} text
 */
export function hyphened(text) {
  return text.replace(DASHES, "-");
}

/**
 * Return what an address says as it is named to the reader: strangers write addresses, at any length.
 * @param {string} text
 */
export function shortened(text) {
  return text.length > LONGEST_NAME ? `${text.slice(0, LONGEST_NAME)}…` : text;
}

/**
 * Return which of the ids an anchor means that is none itself; null where that is not plain. What stands after the id
 * is not part of it, unless it goes on like one: #art-9-p1-i77 is not item 7.
 * @param {string} hash
 * @param {{has: (id: string) => boolean}} ids
 * @returns {string | null}
 */
export function meantId(hash, ids) {
  const text = hyphened(plain(hash)).replaceAll("\\", "").replace(/\s*-\s*/g, "-").toLowerCase();
  const [found] = /[a-z0-9]+(?:[-_.][a-z0-9]+)*/.exec(text.replace(/^[^a-z0-9]+/, "")) ?? [];
  if (!found) return null;
  return [found, found.replaceAll("_", "-"), found.replace(/\.(?:html?|aspx?)$/, "")].find((id) => ids.has(id)) ?? null;
}
