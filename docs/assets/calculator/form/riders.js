/**
 * What rides along in an address: the answers given on another calculator's page, under that calculator's name,
 * `incident-report=aware_at%3D2026…`. They are no facts of this page; they stay in its address and go back with the reader.
 */

/** The names of calculators have hyphens, those of facts never do. */
const RIDER = /^[a-z]+(?:-[a-z]+)+=/;

/**
 * Whether a part of a fragment rides along.
 * @param {string} part  as it stands between two `&`
 */
export function isRider(part) {
  return RIDER.test(part);
}

/**
 * Return a fragment without what rides along in it.
 * @param {string} hash  as in `location.hash`
 */
export function withoutRiders(hash) {
  return hash
    .replace(/^#/, "")
    .split("&")
    .filter((part) => !isRider(part))
    .join("&");
}

/**
 * Return the parts of a fragment.
 * @param {string} hash  as in `location.hash`
 */
export function partsOf(hash) {
  return hash
    .replace(/^#/, "")
    .split("&")
    .filter((part) => part.includes("="));
}

/**
 * Return a fragment with what rides along in the address of this page behind it, so that answering loses none of it.
 * @param {string} fragment  without the #
 */
export function withRiders(fragment) {
  return [fragment, ...partsOf(location.hash).filter(isRider)].filter(Boolean).join("&");
}
