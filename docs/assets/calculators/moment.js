/** The button beside a time: it is seldom anything but now. Without script it would do nothing, so it is made here. */
import { make } from "./dom.js";
import { beijingNow } from "./time.js";

/**
 * @param {import("./form.js").Form} form
 * @param {Record<string, string>} words
 * @param {() => void} changed
 */
export function addMomentButtons(form, words, changed) {
  for (const question of form.questions()) {
    const kind = question.dataset.kind;
    const input = question.querySelector("input");
    const row = question.querySelector("[data-part=entry]");
    if ((kind !== "instant" && kind !== "date") || !input || !row || row.querySelector("button")) continue;
    const button = make("button.calc-button", { type: "button" }, kind === "instant" ? words.now : words.today);
    button.addEventListener("click", () => {
      const moment = beijingNow(Date.now());
      input.value = kind === "instant" ? moment : moment.slice(0, 10);
      changed();
    });
    row.append(button);
  }
}
