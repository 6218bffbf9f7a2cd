/**
 * A question for a time or a date: its box takes anything that Python can read, and is the only one with a name.
 * Beside it, and only with the script, stand the browser's own boxes for date and time of day and buttons for times just past;
 * what is put into these is written into that box, and what was read from it is shown in these.
 */
import { fill, make, makeButton } from "../../shared/dom.js";
import { beijingInstant, beijingNow, localTime } from "../../shared/time.js";

/** @typedef {import("./form.js").Form} Form */
/** @typedef {import("../page.js").Page} Page */

/** As long as any instant when it is written out. */
const SAMPLE = "2026-11-21T14:30:00+08:00";
/** How long somebody who types may rest: 14时 may go on with 30分, and 2:30 with PM. */
const TYPING = 1000;
const MINUTE = 60_000;
const DAY = 86_400_000;

/**
 * Let the browser's own boxes and the buttons for times just past be used: before the script runs, they would do nothing.
 * @param {Form} form
 */
export function enablePicks(form) {
  for (const question of form.questions()) {
    const length = question.dataset.kind === "instant" ? undefined : 10;
    for (const chip of /** @type {NodeListOf<HTMLButtonElement>} */ (question.querySelectorAll("[data-ago]"))) {
      if (!chip.disabled) return;
      chip.disabled = false;
      const ago = Number(chip.dataset.ago) * MINUTE;
      chip.addEventListener("click", () => put(question, beijingNow(Date.now() - ago).slice(0, length)));
    }
    for (const pick of picks(question)) {
      pick.disabled = false;
      takeOver(pick, question);
    }
  }
}

/**
 * Return how long to wait before a change is asked about: longer after a key than after anything that is whole at once.
 * @param {Event} event
 * @param {number} usual  milliseconds
 */
export function pauseAfter(event, usual) {
  const typed = event instanceof InputEvent && /^(insertText|insertComposition|delete)/.test(event.inputType);
  return typed && event.target instanceof HTMLInputElement && event.target.type === "text" ? TYPING : usual;
}

/**
 * Ask back the day of a time of day that has none, with a button for each of the two that it can be; an empty time
 * takes the question away.
 * @param {Form} form
 * @param {string | null} name
 * @param {string} timeOfDay  as the refusal gives it, or empty
 * @param {Record<string, string>} words
 */
export function askForDay(form, name, timeOfDay, words) {
  for (const each of form.questions()) each.querySelector("[data-part=days]")?.remove();
  const question = name && timeOfDay ? form.question(name) : null;
  if (!question) return;
  const days = [
    [words.today, 0],
    [words.yesterday, DAY],
  ].map(([word, ago]) => {
    const moment = `${beijingInstant(Date.now() - Number(ago)).slice(0, 10)} ${timeOfDay}`;
    return makeButton("button", {}, fill(words.day_of_time, { day: String(word), time: moment }), () => {
      put(question, moment);
      box(question)?.focus({ preventScroll: true });
    });
  });
  question.querySelector("[data-part=error]")?.after(make("div.calc-days", { "data-part": "days", role: "group", "aria-label": words.which_day }, ...days));
}

/**
 * The time as understood: in Beijing, and on the reader's own clock where that differs.
 * @param {Form} form
 * @param {import("../runtime/protocol.js").Facts} facts  as understood
 * @param {Page} page
 */
export function echoMoments(form, facts, page) {
  for (const question of form.questions()) {
    const name = question.dataset.fact ?? "";
    const value = facts[name];
    if (question.dataset.kind === "instant") form.echo(name, value ? echoOf(name, value, page) : "");
    // Two native boxes of which one is still empty are somebody's half answer, and stay.
    if (value || box(question)?.value) show(question, value ?? "");
  }
}

/**
 * Give each echo the height that it will have, before there is anything to say.
 * @param {Form} form
 * @param {Page} page
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
 * @param {Page} page
 */
function echoOf(name, value, page) {
  const { lang, words } = page;
  const local = localTime(value, lang);
  const parts = [fill(words.understood, { time: page.value(name, value) }), local && fill(words.local_time, { time: local })];
  return parts.filter(Boolean).join(words.dash);
}

/**
 * A native box says each digit that is typed into it; its value counts when its reader rests or leaves it.
 * @param {HTMLInputElement} pick
 * @param {HTMLElement} question
 */
function takeOver(pick, question) {
  /** @type {number | undefined} */
  let rest;
  const settle = () => {
    if (rest === undefined) return;
    clearTimeout(rest);
    rest = undefined;
    put(question, written(question));
  };
  for (const type of ["input", "change"]) {
    pick.addEventListener(type, (event) => {
      event.stopPropagation();
      clearTimeout(rest);
      rest = window.setTimeout(settle, TYPING);
    });
  }
  pick.addEventListener("blur", settle);
}

/**
 * What the native boxes say together: nothing until each is whole.
 * @param {HTMLElement} question
 */
function written(question) {
  const all = picks(question);
  return all.every((each) => each.value && each.validity.valid) ? all.map((each) => each.value).join(" ") : "";
}

/**
 * @param {HTMLElement} question
 * @param {string} value  an instant in Beijing time or a date, as a finding writes it; empty where none was read
 */
function show(question, value) {
  const [date, clock] = picks(question);
  const parts = [value.slice(0, 10), value.slice(11, 19).replace(/:00$/, "")];
  [date, clock].forEach((pick, place) => {
    if (pick && pick !== document.activeElement) pick.value = parts[place];
  });
}

/**
 * Write into the box that counts: filled in for the reader is as good as typed.
 * @param {HTMLElement} question
 * @param {string} text
 */
function put(question, text) {
  const input = box(question);
  if (!input) return;
  input.value = text;
  input.dispatchEvent(new Event("input", { bubbles: true }));
}

/** @param {HTMLElement} question */
function box(question) {
  return /** @type {HTMLInputElement | null} */ (question.querySelector("input[type=text][name]"));
}

/** @param {HTMLElement} question */
function picks(question) {
  return /** @type {HTMLInputElement[]} */ ([...question.querySelectorAll("[data-part=picks] input")]);
}
