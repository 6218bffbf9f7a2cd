/** Beside a box for a time: a button for now, since it is seldom anything else, and the time as understood. */
import { fill, make } from "../../shared/dom.js";
import { beijingNow, localTime } from "../../shared/time.js";

/** As long as any instant when it is written out. */
const SAMPLE = "2026-11-21T14:30:00+08:00";

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
    const button = make("button.button", { type: "button" }, kind === "instant" ? words.now : words.today);
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
  for (const question of form.questions()) {
    const name = question.dataset.fact ?? "";
    const value = question.dataset.kind === "instant" ? facts[name] : undefined;
    form.echo(name, value ? echoOf(name, value, page) : "");
  }
}

/**
 * Give each echo the height that it will have, before there is anything to say.
 * @param {import("./form.js").Form} form
 * @param {import("../page.js").Page} page
 */
export function reserveEchoes(form, page) {
  for (const { dataset } of form.questions()) {
    if (dataset.kind === "instant") form.echo(dataset.fact ?? "", echoOf(dataset.fact ?? "", SAMPLE, page));
  }
  echoMoments(form, {}, page);
}

/**
 * @param {string} name
 * @param {string} value  an instant in Beijing time, as a finding writes it
 * @param {import("../page.js").Page} page
 */
function echoOf(name, value, page) {
  const { lang, words } = page;
  const local = localTime(value, lang);
  const parts = [fill(words.understood, { time: page.value(name, value) }), local && fill(words.local_time, { time: local })];
  return parts.filter(Boolean).join(words.dash);
}
