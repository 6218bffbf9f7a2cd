/** The answer: when, how long, whom, on which words of the law, and what to do now; or a verdict and its reason. */
import { citeLink } from "./cite.js";
import { renderClock, renderLeft } from "../countdown.js";
import { copy } from "../keep/copy.js";
import { fill, make, makeButton, markChinese } from "../../shared/dom.js";
import { messageText } from "../keep/message.js";
import { clockOf, dayOf, localTime } from "../../shared/time.js";

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("./render.js").Around} Around */

/**
 * @param {import("../runtime/protocol.js").Result} result
 * @param {Page} page
 * @param {Around} around
 * @returns {Node[]}
 */
export function renderAnswer(result, page, around) {
  const { finding } = result;
  const first = firstDuty(finding);
  return [renderVerdict(finding, first, page), first ? renderDeadline(finding, first, page) : null, renderNow(result, first, page, around), first ? renderWords(finding, first, page) : null].filter((part) => part !== null);
}

/**
 * The verdict in a word where a deadline says the rest, else in its sentence.
 * @param {Finding} finding
 * @param {Duty | undefined} first
 * @param {Page} page
 */
function renderVerdict({ answer, answer_text: text }, first, page) {
  const { mark, label } = page.answers[answer];
  const said = first ? [label, first.condition_text].filter(Boolean).join(page.words.colon) : text;
  return make(
    "p.calc-answer__text",
    { "data-answer": answer, "data-mark": mark, "data-short": first ? "" : null },
    make("span.calc-mark", { "aria-hidden": "true" }),
    make("span", null, markChinese(said, page.lang)),
  );
}

/**
 * @param {Finding} finding
 * @param {Duty} first
 * @param {Page} page
 */
function renderDeadline(finding, first, page) {
  const { lang, words } = page;
  const instant = first.due ?? "";
  const local = localTime(instant, lang);
  return make(
    "div.calc-deadline",
    null,
    make("time.calc-deadline__time", { datetime: instant, title: first.due_text }, clockOf(instant)),
    make("p.calc-deadline__left", null, renderLeft(finding, first, page)),
    make("p.calc-deadline__whom", null, markChinese(first.name, lang)),
    make(
      "p.calc-deadline__day",
      null,
      fill(words.until, { day: dayOf(instant, lang), time: clockOf(instant) }),
      " ",
      renderClock(finding, page),
      finding.facts.now ? fill(words.counted_from, { time: page.value("now", finding.facts.now) }) : null,
      local ? make("span.calc-local", null, fill(words.local_time, { time: local })) : null,
    ),
  );
}

/**
 * What to do now: call where those who are to be told have a number, else write the report; and tell a colleague.
 * @param {import("../runtime/protocol.js").Result} result
 * @param {Duty | undefined} first
 * @param {Page} page
 * @param {Around} around
 */
function renderNow(result, first, page, { show, tools }) {
  const { words } = page;
  const { channels, contents } = result.finding;
  const number = first && channels?.duties.includes(first.id) ? channels.items.find(({ url }) => url?.startsWith("tel:")) : undefined;
  const outcome = make("p.calc-outcome-text", null);
  const send = makeButton("button", { "data-action": "send" }, words.send, () => copy(messageText(result, page), outcome, words, tools.announce));
  const draft = contents?.length ? () => show("contents") : null;
  return make(
    "div.calc-now",
    { role: "group", "aria-label": words.to_do_now },
    number ? make("a.button.button--primary", { href: number.url }, fill(words.call, { number: number.value })) : null,
    !number && draft ? makeButton("button.button--primary", { "data-action": "draft" }, words.draft, draft) : null,
    send,
    make(
      "p.calc-now__more",
      null,
      number && draft ? makeButton("text-button", { "data-action": "draft" }, words.draft, draft) : null,
      channels?.items.length && first ? makeButton("text-button", { "data-action": "channels" }, words.other_channels, () => show("channels")) : null,
    ),
    outcome,
  );
}

/**
 * @param {Finding} finding
 * @param {Duty} first
 * @param {Page} page
 */
function renderWords({ steps }, first, page) {
  const [quoted] = steps.find(({ rule }) => rule === first.id)?.words ?? [];
  if (!quoted) return null;
  return make("p.calc-says", null, make("q", null, markChinese(quoted.words, page.lang)), " ", citeLink(quoted.citation, page));
}

/**
 * The duty that falls due first.
 * @param {Finding} finding
 */
export function firstDuty({ duties, first_due: first }) {
  return duties?.find((duty) => duty.due === first && first);
}
