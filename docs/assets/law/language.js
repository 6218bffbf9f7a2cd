/** The language control: Chinese, English or both; in the address, remembered, and nothing moves under the eye. */
import { fill } from "../shared/dom.js";
import { restoreScroll, scrollAnchor } from "./position.js";

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpLanguage(bar, law, { words }) {
  const page = document.documentElement;
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (bar.querySelectorAll("input[name=reading]"));
  for (const radio of radios) radio.checked = radio.value === page.dataset.reading;
  /** @type {import("./position.js").ScrollAnchor | null} */
  let kept = null;
  let stood = -1;
  bar.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "reading") return;
    // Near its end a page that becomes shorter cannot keep the place; the next switch can, if nobody has scrolled.
    const before = kept && Math.abs(scrollY - stood) < 2 ? kept : scrollAnchor(law);
    page.dataset.reading = target.value;
    restoreScroll(before);
    [kept, stood] = [before, scrollY];
    remember(target.value);
    const done = bar.querySelector("[data-reading-done]");
    const label = target.labels?.[0]?.textContent ?? "";
    if (done) done.textContent = fill(words.shown, { what: label });
  });
}

/** @param {string} choice */
function remember(choice) {
  const address = new URL(location.href);
  address.searchParams.set("lang", choice);
  history.replaceState(history.state, "", address);
  try {
    localStorage.setItem("reading", choice);
  } catch {
    // Storage is switched off: the address still says it.
  }
}
