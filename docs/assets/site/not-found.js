/**
 * On the page for what is not there: an address whose # was escaped on the way, or that has the punctuation of its
 * sentence at its end, is offered as it was meant. Nothing is opened by itself.
 */
import { plain, unescaped } from "../shared/mended.js";
import { make } from "../shared/dom.js";

const HASH = /%(?:25)*23/i;
const MARKS_AFTER = /[\s\p{P}\p{S}]+$/u;

const place = document.querySelector("[data-part=meant]");
const path = location.pathname;
const [before, ...after] = path.split(HASH);
const bare = plain(path).replace(MARKS_AFTER, "");
const marked = bare !== unescaped(path).replace(/\/+$/, "");
const folder = after.length ? before : `${bare}/`;
const fragment = after.length ? `#${after.join("#")}${location.hash}` : location.hash;
if (place instanceof HTMLElement && (after.length || marked) && folder.startsWith("/") && !folder.startsWith("//")) {
  const address = new URL(folder, location.origin);
  address.hash = fragment;
  place.append(make("a", { href: address.href }, address.pathname + address.hash));
  place.hidden = false;
}
