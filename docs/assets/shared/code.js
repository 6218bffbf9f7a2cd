/**
 * A QR code that the build made, on demand: a button, and the picture that it shows, which is fetched then. Where the
 * build knew no address for the site there are no codes, and no button.
 */
import { fill, make, makeButton } from "./dom.js";

/** Where the codes of the places on this page lie. */
const folder = document.querySelector("[data-codes]")?.getAttribute("data-codes");

/**
 * @param {string} look  the classes of the button
 * @param {Record<string, string>} words
 * @param {() => {id: string, place: string} | null} current  the place whose code is shown: its id, and what it is called
 */
export function makeCode(look, words, current) {
  if (!folder) return null;
  const picture = /** @type {HTMLImageElement} */ (make("img.qr", { hidden: "" }));
  const button = makeButton(look, { "aria-expanded": "false" }, words.qr, () => show(picture.hidden));
  /** @param {boolean} open */
  const show = (open) => {
    picture.hidden = !open;
    button.setAttribute("aria-expanded", String(open));
    const now = open && current();
    if (!now) return;
    picture.src = `${folder}${now.id}.svg`;
    picture.alt = fill(words.qr_of, { place: now.place });
  };
  return { button, picture, show };
}
