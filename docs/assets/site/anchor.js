/**
 * An anchor that was changed on its way here leads where it was meant to, and a line before the place says so. The law
 * pages say it in their bar (law/arrival.js), the calculators read facts themselves (calculator/form/fragment.js).
 */
import { fill, make } from "../shared/dom.js";
import { meantId } from "../shared/mended.js";

const SAYS = {
  zh: "链接“{asked}”在转发中走了样，已复原。",
  en: "The link “{asked}” was changed on its way here and has been restored.",
};

const arrive = () => {
  const asked = location.hash;
  if (asked.length < 2 || asked.includes("=") || document.querySelector("[data-reading-bar]")) return;
  const id = meantId(asked, { has: (each) => document.getElementById(each) !== null });
  if (!id || asked === `#${id}`) return;
  location.replace(`#${id}`);
  document.querySelector(".anchor-mended")?.remove();
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const said = make("p.note.anchor-mended", { role: "status" }, fill(SAYS[lang], { asked: readable(asked) }));
  const place = document.getElementById(id);
  // Between rows of a table or items of a list a paragraph cannot stand.
  const within = place instanceof HTMLTableRowElement ? place.cells[0] : place?.matches("li, dt, dd, td, th, fieldset, section, div") && place;
  if (within) within.prepend(said);
  else place?.before(said);
  said.scrollIntoView();
};

/** @param {string} hash */
function readable(hash) {
  try {
    return decodeURIComponent(hash).slice(0, 60);
  } catch {
    return hash.slice(0, 60); // a % that begins no character
  }
}

window.addEventListener("hashchange", arrive);
// Until it is loaded the browser goes back to the place again and again.
if (document.readyState === "complete") arrive();
else window.addEventListener("load", arrive);
