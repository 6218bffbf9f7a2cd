/** Numbers of citations: 9, 九, （七）, [7], vii), nine, ninth, 9th. Pure functions. */

const DIGITS = "零一二三四五六七八九";
/** @type {Record<string, number>} */
const UNITS = { 十: 10, 百: 100, 千: 1000 };
const CARDINALS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth".split(" ");
const ROMAN = "- i ii iii iv v vi vii viii ix x xi xii xiii xiv xv xvi".split(" ");
const WORDS = [...CARDINALS, ...ORDINALS].sort((one, other) => other.length - one.length).join("|");
/** A number as a citation has it, in brackets or not; sticky. */
export const NUMBER = new RegExp(
  `([([〔【]\\s*)?(?:(\\d{1,4}(?!\\d))(st|nd|rd|th)?|([零〇一二三四五六七八九十百千两]{1,8})|(${WORDS})(?![a-z])|([ivx]{1,4})(?=\\s*[)\\]〕】]))(\\s*[)\\]〕】])?`,
  "y",
);

/**
 * What a match of NUMBER says.
 * @param {RegExpExecArray} match
 * @returns {{n: number, bracket: boolean, ordinal: boolean}}  n: NaN for what is no number
 */
export function value([, open, digits, ending, chinese, word, roman, close]) {
  let n = number(digits ?? chinese) ?? Number.NaN;
  if (word) n = Math.max(CARDINALS.indexOf(word), ORDINALS.indexOf(word));
  if (roman) n = ROMAN.includes(roman) ? ROMAN.indexOf(roman) : Number.NaN;
  return { n, bracket: Boolean(open || close), ordinal: Boolean(ending) || ORDINALS.includes(word) };
}

/**
 * Read a number in digits or in Chinese numerals: 9, 九, 十六, 二十一, 一百零一.
 * @param {string | undefined} text
 * @returns {number | undefined}
 */
export function number(text) {
  if (text === undefined) return undefined;
  if (/^[0-9]+$/.test(text)) return Number(text);
  let [total, digit, smallest] = [0, -1, Infinity];
  for (const each of text.replaceAll("〇", "零").replaceAll("两", "二")) {
    const unit = UNITS[each];
    if (unit) {
      if (unit >= smallest || digit === 0) return Number.NaN;
      [total, digit, smallest] = [total + (digit < 0 ? 1 : digit) * unit, -1, unit];
    } else {
      if (digit > 0) return Number.NaN;
      digit = DIGITS.indexOf(each);
    }
  }
  return total + Math.max(digit, 0);
}
