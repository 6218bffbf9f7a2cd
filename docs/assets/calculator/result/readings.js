/** Where the law is silent: the strict reading that was taken, the other one, and where each comes from. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 */
export function renderReadings({ readings }, page) {
  if (!readings?.length) return null;
  const { lang, words } = page;
  const items = readings.map((reading) =>
    make(
      "div.calc-reading",
      { "data-reading": reading.id },
      make("h3.calc-subheading", null, markChinese(reading.question, lang)),
      make(
        "dl.summary-list",
        null,
        [
          [words.strict, reading.strict],
          [words.other, reading.other],
          [words.source, reading.source],
        ].map(([name, text]) => make("div", null, make("dt", null, name), make("dd", null, markChinese(text, lang)))),
      ),
      citeList(reading.basis, page),
    ),
  );
  return fold("readings", words.readings, String(readings.length), make("p", null, words.readings_help), ...items);
}
