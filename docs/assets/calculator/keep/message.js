/** What one sends to a colleague: what was found, where to report it, on which page; four lines at most. */

/**
 * @param {import("../runtime/protocol.js").Result} result
 * @param {import("../page.js").Page} page
 */
export function messageText({ finding, address }, { title, words }) {
  const ways = finding.channels?.items.filter(({ url }) => url).map(({ name, value }) => `${name} ${value}`) ?? [];
  return [title, finding.answer_text, ways.join(words.dot), address].filter(Boolean).join("\n");
}
