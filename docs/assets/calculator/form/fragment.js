/**
 * Facts in the address: `#aware_at=2026-11-21T14:30&cii=yes`.
 *
 * A fragment is written by people, by other programs and by strangers, and changed by whatever it is sent through.
 * What can mean only one thing is mended and named; nothing is guessed. What cannot be read is named as well, and
 * then the rest is not answered: the answer would be another than the one that was sent.
 */
import { withRiders, withoutRiders } from "./riders.js";
import { hyphened, LONGEST, plain, shortened, unescaped } from "../../shared/mended.js";

/** @typedef {import("../runtime/protocol.js").Facts} Facts */
/** @typedef {Record<string, {values: Record<string, string>}>} Questions  by the fact's name; without values: a time */
/**
 * @typedef {Object} Read
 * @property {Map<string, string>} facts
 * @property {string[]} mended  parts that had been changed on the way, as they were understood
 * @property {string[]} ignored  parts that others append and that mean nothing here
 * @property {string[]} unread  parts that cannot be read
 */

/** Beside the facts: an exercise; when it was worked out, with which edition of the rules; the case in a calendar. */
const BESIDE = ["exercise", "at", "v", "case"];
/** What chat programs, mailings and statistics append to links. */
const APPENDED =
  /^(?:utm_\w+|at_\w+|from|isappinstalled|scene|subscene|clicktime|enterid|sessionid|srcid|sharer_\w+|share_\w+|spm|wx\w*|wechat_\w+|nsukey|fbclid|gclid|gclsrc|[gw]braid|dclid|msclkid|ttclid|twclid|yclid|ysclid|srsltid|mibextid|igsh(?:id)?|li_fat_id|rdt_cid|s_k?w?cid|hss_channel|mc_[ce]id|ml_subscriber\w*|mkt_tok|oly_\w+|vero_\w+|_?_hs\w+|_branch_\w+|_kx|_openstat|_ga|_gl|ref|source|ddtab|dd_\w+|corpid|tt_from)$/i;
/** A fragment behind the fragment, with which WeChat marks links. */
const MARKED = /^(?:wechat_\w+|weixin[\w.]*|rd)$/i;
/** An equals sign as mail writes it in its source. No value begins so. */
const QUOTED_PRINTABLE = /=3D/g;
const DATE_PLUS_TIME = /^(\d{4}-\d{1,2}-\d{1,2})\+(\d{1,2}:)/;
const PLUS_BEFORE_TIME = /^([^=]*=\d{4}-\d{1,2}-\d{1,2})\+(?=\d{1,2}:)/;
/** The beginnings of two names that HTML knows as characters: &central_body, &sector_rules. */
const [CENT, SECT] = [/¢(?=ral)/g, /§(?=or)/g];
/** A plus sign that was read as a space on the way. */
const LOST_PLUS = /^(\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d(?::\d\d)?) (\d\d:\d\d)$/;
const MARKS_BEFORE = /^[\s\p{P}\p{S}]+/u;
const MARKS_AFTER = /[\s\p{P}\p{S}]+$/u;
const BRACKETS = /\(([^()]*)\)$/;

/**
 * Take a fragment apart.
 * @param {string} hash  as in `location.hash`
 * @param {Questions} questions
 * @returns {Read | null}  null where it holds no facts but is an anchor
 */
export function readFragment(hash, questions) {
  const raw = withoutRiders(hash);
  if (!holdsFacts(raw)) return null;
  if (raw.length > LONGEST) return { facts: new Map(), mended: [], ignored: [], unread: [shortened(raw)] };
  const asSent = new Set(raw.split("&").map(written));
  /** @type {Read} */
  const read = { facts: new Map(), mended: [], ignored: [], unread: [] };
  const text = plain(raw).replace(CENT, "&cent").replace(SECT, "&sect").replace(QUOTED_PRINTABLE, "=");
  for (const part of text.split(/[&?#]/)) {
    const fact = understood(part, questions);
    if (fact === undefined) continue;
    if (fact === null) {
      const name = part.split("=")[0];
      const known = part.includes("=") ? APPENDED.test(name.trim()) : MARKED.test(part.trim());
      (known ? read.ignored : read.unread).push(shortened(part));
      continue;
    }
    const [name, value] = fact;
    if (read.facts.has(name)) {
      if (read.facts.get(name) !== value) read.unread.push(shortened(part)); // two answers to one question
      continue;
    }
    read.facts.set(name, value);
    if (!asSent.has(`${name}=${value}`)) read.mended.push(`${name}=${value}`);
  }
  // Escaped as a whole it may be anything: facts only where there is one.
  return raw.includes("=") || read.facts.size ? read : null;
}

/**
 * Return a part as a browser may have written it, without its escapes; full-width digits are as good as others.
 * @param {string} part
 */
function written(part) {
  const [name, ...value] = part.replace(PLUS_BEFORE_TIME, "$1 ").split("=");
  return value.length ? `${unescaped(name)}=${unescaped(value.join("=")).normalize("NFKC")}` : part;
}

/**
 * Whether a fragment holds facts; otherwise it is an anchor.
 * @param {string} hash
 */
export function holdsFacts(hash) {
  return plain(hash.slice(0, LONGEST)).includes("=");
}

/**
 * Return a part as a fact's name and value; null where it cannot be read, undefined where there is nothing in it.
 * @param {string} part
 * @param {Questions} questions
 * @returns {[string, string] | null | undefined}
 */
function understood(part, questions) {
  if (!part.replace(MARKS_AFTER, "")) return part.includes("=") ? null : undefined;
  const [asked, ...rest] = part.split("=");
  const name = [...BESIDE, ...Object.keys(questions)].find((each) => key(each) === key(asked));
  if (!name || !rest.length) return null;
  const given = rest.join("=").trim();
  if (BESIDE.includes(name)) return [name, bare(given)];
  const choices = Object.keys(questions[name].values);
  if (!choices.length) return [name, timeOf(given)];
  const value = ["unknown", ...choices].find((each) => key(each) === key(given));
  return value ? [name, value] : null;
}

/**
 * What tells names and values apart: their letters and digits. Capitals, underscores, quotation marks, brackets and
 * full stops do not; any other letter does.
 * @param {string} text
 */
function key(text) {
  return text.toLowerCase().replace(/[\s\p{P}\p{S}\p{M}]/gu, "");
}

/**
 * A time without what stands around it. Whether it is one, Python says.
 * @param {string} given
 */
function timeOf(given) {
  const text = hyphened(bare(given)).replace(DATE_PLUS_TIME, "$1 $2");
  return text.replace(LOST_PLUS, "$1+$2");
}

/**
 * A text without quotation marks, brackets and full stops around it; a bracket that was opened in it stays.
 * @param {string} given
 */
function bare(given) {
  const text = given.replace(MARKS_BEFORE, "");
  const [opened] = BRACKETS.exec(text.replace(/[^\p{L}\p{N})]+$/u, "")) ?? [];
  return opened ? text.slice(0, text.lastIndexOf(opened) + opened.length) : text.replace(MARKS_AFTER, "");
}

/**
 * Write facts as a fragment, without the #; an empty text where there are none.
 * @param {Facts} facts
 */
export function writeFragment(facts) {
  return Object.entries(facts)
    .map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll("%3A", ":")}`)
    .join("&");
}

/**
 * Return the address of this page that opens facts.
 * @param {Facts} facts
 */
export function addressOf(facts) {
  return `${location.origin}${location.pathname}${location.search}#${writeFragment(facts)}`;
}

/**
 * Keep facts in the address of this page, without adding to the history and without moving the page.
 * @param {Facts} facts
 */
export function keepAddress(facts) {
  const bareAddress = location.pathname + location.search;
  const fragment = withRiders(writeFragment(facts));
  if (fragment) history.replaceState(history.state, "", `${bareAddress}#${fragment}`);
  else if (holdsFacts(location.hash)) history.replaceState(history.state, "", bareAddress);
}
