/** The language control: Chinese, English or both; in the address, remembered, and nothing moves under the eye. */
import { fill } from "../calculators/dom.js";
import { eye, keep } from "./position.js";

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpLanguage(bar, law, { words }) {
  const page = document.documentElement;
  const radios = /** @type {NodeListOf<HTMLInputElement>} */ (bar.querySelectorAll("input[name=reading]"));
  for (const radio of radios) radio.checked = radio.value === page.dataset.reading;
  bar.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || target.name !== "reading") return;
    const before = eye(law);
    page.dataset.reading = target.value;
    keep(before);
    remember(target.value);
    const says = bar.querySelector("[role=status]");
    const label = target.labels?.[0]?.textContent ?? "";
    if (says) says.textContent = fill(words.shown, { what: label });
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
