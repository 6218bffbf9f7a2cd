/** The hits as elements: a list box with an option for every hit, and a sentence that says how many there are. */

import { fill, make } from "../shared/dom.js";

/** @typedef {import("./search.js").Search} Search */
/** @typedef {import("./search.js").Answer} Answer */
/** @typedef {import("./search.js").Shown} Shown */

const LONGEST_SAID = 40;
const TAGS = { zh: "zh-Hans", en: "en" };

/**
 * @param {Search} search
 * @param {Answer} answer
 * @param {boolean} whole  whether the other language has been looked for
 * @returns {{said: string, list: Node[], below: Node[]}}
 */
export function view(search, answer, whole) {
  const { words, lang } = search;
  let number = 0;
  const option = (/** @type {Shown} */ hit, /** @type {"zh" | "en"} */ in_) => made(hit, in_, lang, words, (number += 1));
  const list = answer.exact.map((hit) => option(hit, lang));
  const other = lang === "zh" ? "en" : "zh";
  if (answer.near.length) list.push(group("near", words.near, answer.near.map((hit) => option(hit, lang))));
  if (answer.other.length) list.push(group("other", words.other, answer.other.map((hit) => option(hit, other))));
  // Below all else, and so not before the other language is there.
  if (answer.open.length && whole) list.push(group("open", words.open, answer.open.map((hit) => option(hit, lang))));
  const below = [];
  const shown = answer.exact.length + answer.open.length;
  if (answer.count > shown) {
    below.push(make("p.search-note", null, fill(words.more, { count: shown })));
  }
  if (!answer.count && whole && answer.query) below.push(contents(search));
  return { said: said(answer, words), list, below };
}

/**
 * @param {Answer} answer
 * @param {{[key: string]: string}} words
 */
function said(answer, words) {
  const typed = answer.query.replace(/\s+/g, " ");
  const query = typed.length > LONGEST_SAID ? `${typed.slice(0, LONGEST_SAID)}…` : typed;
  const other = answer.otherCount;
  if (answer.count) {
    return [
      fill(words.found, { count: answer.count }),
      answer.near.length ? fill(words.near_too, { count: answer.near.length }) : "",
      other ? fill(words.other_too, { count: other }) : "",
      words.stop,
    ].join("");
  }
  if (answer.near.length) return fill(words.none_but_near, { query, count: answer.near.length });
  return other ? fill(words.none_but_other, { query, count: other }) : fill(words.none, { query });
}

/**
 * @param {Shown} hit
 * @param {"zh" | "en"} in_  the language of the hit
 * @param {"zh" | "en"} lang  the reader's
 * @param {{[key: string]: string}} words
 * @param {number} number
 */
function made(hit, in_, lang, words, number) {
  const foreign = in_ !== lang;
  const language = foreign ? TAGS[in_] : null;
  return make(
    "a.search-hit",
    {
      href: hit.href,
      id: `find-hit-${number}`,
      role: "option",
      tabindex: "-1",
      "aria-selected": "false",
      hreflang: language,
      "data-hit": foreign ? "other" : null,
    },
    make(
      "span.search-where",
      { lang: language },
      hit.place && make("span.search-place", null, hit.place),
      " ",
      hit.title && make("span.search-title", null, hit.title),
    ),
    " ",
    make(
      "span.search-marks",
      null,
      foreign && make("span.tag", null, words.other_mark),
      " ",
      hit.labels.flatMap((label) => [make("span.tag", { lang: language }, label), " "]),
      hit.alias && make("span.tag", null, words.alias),
    ),
    make(
      "span.search-sentence",
      { lang: language },
      hit.runs.map((run) => (run.marked ? make("mark", null, run.text) : document.createTextNode(run.text))),
    ),
  );
}

/**
 * @param {string} name
 * @param {string} label
 * @param {Node[]} options
 */
function group(name, label, options) {
  const heading = make("div.search-group__title", { id: `find-${name}`, role: "presentation" }, label);
  return make("div.search-group", { role: "group", "aria-labelledby": `find-${name}`, "data-group": name }, heading, options);
}

/** @param {Search} search */
function contents(search) {
  const items = search
    .contents()
    .map(({ href, title }) => make("li", null, make("a", { href }, title)));
  return make("div.search-contents", null, make("p", null, search.words.contents), make("ul", null, items));
}
