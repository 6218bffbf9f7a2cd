/** Beside a box for a time: a button for now, since it is seldom anything else, and the time as understood. */
import { fill, make } from "../../shared/dom.js";
import { beijingNow, localTime } from "../../shared/time.js";

/**
 * Without script the button would do nothing, so it is made here.
 * @param {import("./form.js").Form} form
 * @param {Record<string, string>} words
 */
export function addMomentButtons(form, words) {
  for (const question of form.questions()) {
    const kind = question.dataset.kind;
    const input = question.querySelector("input");
    const row = question.querySelector("[data-part=entry]");
    if ((kind !== "instant" && kind !== "date") || !input || !row || row.querySelector("button")) continue;
    const button = make("button.calc-button", { type: "button" }, kind === "instant" ? words.now : words.today);
    button.addEventListener("click", () => {
      const moment = beijingNow(Date.now());
      input.value = kind === "instant" ? moment : moment.slice(0, 10);
      input.dispatchEvent(new Event("input", { bubbles: true })); // filled in for the reader is as good as typed
    });
    row.append(button);
  }
}

/**
 * The time as understood: in Beijing, and on the reader's own clock where that differs.
 * @param {import("./form.js").Form} form
 * @param {import("../runtime/protocol.js").Facts} facts  as understood
 * @param {import("../page.js").Page} page
 */
export function echoMoments(form, facts, page) {
  const { lang, words } = page;
  for (const question of form.questions()) {
    const name = question.dataset.fact ?? "";
    const value = question.dataset.kind === "instant" ? facts[name] : undefined;
    const local = value ? localTime(value, lang) : null;
    const said = [value && fill(words.understood, { time: page.value(name, value) }), local && fill(words.local_time, { time: local })];
    form.echo(name, said.filter(Boolean).join(words.dash));
  }
}
