/**
 * From one calculator's page to another's and back, with everything that was answered on either.
 *
 * A link with `data-hand-over` names the calculator that it leads to. What was answered here rides along in its address,
 * what was answered there before is put back, and `data-facts` is what is handed over.
 */
import { isRider, partsOf } from "../form/riders.js";

/** In an address, but no answers: when and by which rules it was worked out, how it is shown. */
const AROUND = ["at", "v", "show"];
/** Before a link is followed, opened elsewhere or copied. */
const BEFORE = ["pointerdown", "focusin", "click", "auxclick", "contextmenu"];

/** Keep the addresses of all such links right. */
export function handOver() {
  for (const type of BEFORE) document.addEventListener(type, ({ target }) => address(target), true);
}

/** @param {EventTarget | null} target */
function address(target) {
  const link = target instanceof Element ? target.closest("a[data-hand-over]") : null;
  const from = link?.closest("regulation-calculator")?.getAttribute("name");
  if (link instanceof HTMLAnchorElement && from) link.hash = fragment(link, from);
}

/**
 * @param {HTMLAnchorElement} link
 * @param {string} from  the calculator of this page
 */
function fragment({ dataset: { handOver: to, facts = "" } }, from) {
  const parts = partsOf(location.hash);
  const here = parts.filter((part) => !isRider(part) && !AROUND.includes(nameOf(part))).join("&");
  const rider = parts.find((part) => isRider(part) && nameOf(part) === to);
  const given = partsOf(facts);
  const names = given.map(nameOf);
  const there = partsOf(rider ? decoded(rider.slice(rider.indexOf("=") + 1)) : "").filter((part) => !names.includes(nameOf(part)));
  return [...there, ...given, here && `${from}=${encodeURIComponent(here)}`].filter(Boolean).join("&");
}

/** @param {string} part */
function nameOf(part) {
  return part.slice(0, part.indexOf("="));
}

/** @param {string} text */
function decoded(text) {
  try {
    return decodeURIComponent(text);
  } catch {
    return ""; // a % that begins no character: nothing can be put back
  }
}
