/** What counts as Chinese, for a class of a regular expression: characters, punctuation, full-width forms. publisher/html/chinese.py has the same. */
export const CHINESE = "\u2e80-\u9fff\uf900-\ufaff\uff00-\uffef";

const ONE = new RegExp(`[${CHINESE}]`);

/** @param {string} text */
export function hasChinese(text) {
  return ONE.test(text);
}
