/** Where a report can be handed in, and what these channels are and are not. */
import { citeList } from "./cite.js";
import { make, markChinese } from "../../shared/dom.js";
import { fold } from "./section.js";

const SAFE = /^(https:|tel:|mailto:)/;

/**
 * @param {import("../runtime/protocol.js").Finding} finding
 * @param {import("../page.js").Page} page
 */
export function renderChannels({ channels }, page) {
  if (!channels?.items?.length) return null;
  const { lang, words } = page;
  const rows = channels.items.map(({ name, value, url }) => {
    const text = markChinese(value, lang);
    const link = url && SAFE.test(url) ? make("a", { href: url, rel: "noreferrer" }, text) : text;
    return make("div", null, make("dt", null, markChinese(name, lang)), make("dd", null, ...[link].flat()));
  });
  return fold(
    "channels",
    words.channels,
    "",
    make("dl.summary-list", null, rows),
    make("p.note", null, markChinese(channels.note, lang)),
    citeList(channels.basis, page),
  );
}
