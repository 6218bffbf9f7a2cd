/**
 * The deadlines of a finding as a calendar file. Loaded on demand, with the library that writes the format.
 *
 * An event ends at the deadline, in UTC, so that every calendar shows the same instant, and fills the last minute of
 * its time: calendars of Exchange take no event without an end. It begins on the day in Beijing on which it ends, 24:00
 * counting to the day before, for a month shows an event on the day on which it begins. Its id is made of the number of
 * the case and the duty: a file made again replaces what was imported before.
 */
/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../page.js").Page} Page */
/** @typedef {import("./calendar-case.js").Saved} Saved */
/**
 * @typedef {Object} Wanted
 * @property {Finding} zh
 * @property {Finding} en
 * @property {string} address  where the result can be opened again
 * @property {Page} page
 * @property {string} id  the number of the case
 * @property {Map<string, Saved>} before  what the last file of the case had
 * @property {boolean} again  whether there is an earlier file of the case, perhaps not known here
 * @property {number} sequence
 * @property {number} made  milliseconds since the epoch
 * @property {typeof import("../../shared/dom.js").fill} fill  given, not imported: what is loaded later shares no file with the page
 * @property {typeof import("../../shared/time.js").beijingInstant} beijing
 */
/** @typedef {(instant: number) => string} Beijing */
/** @typedef {"due" | "if" | "keep" | "done" | "cancelled"} Kind  how an event is called, and with it whether it reminds */

const DOMAIN = "network-law-calculators";
const LIMIT = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const TWO_DAYS = 172_800;
const SECOND = 1000;
const MINUTE = 60 * SECOND;
const MONTHS = "January February March April May June July August September October November December".split(" ");
const STATUS = { due: "CONFIRMED", done: "CONFIRMED", keep: "CONFIRMED", if: "TENTATIVE", cancelled: "CANCELLED" };
const LANGS = /** @type {const} */ (["zh", "en"]);

/**
 * Return the calendar as text, and the duties that it has.
 * @param {Wanted} wanted
 * @returns {Promise<{text: string, saved: Map<string, Saved>}>}
 */
export async function calendarFile(wanted) {
  const library = new URL(`${wanted.page.root}/assets/vendor/ical.js`, document.baseURI).href;
  const { default: ICAL } = await import(library);
  ICAL.foldLength = 74; // it does not count the space with which a folded line begins
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", `-//${DOMAIN}//${wanted.page.calculator} ${wanted.zh.version}//ZH`);
  calendar.addPropertyWithValue("method", "PUBLISH");
  const saved = new Map();
  for (const [id, duty] of dated(wanted)) {
    const kind = kindOf(duty.zh);
    // A duty done needs no event; one that an earlier file may have brought loses its alarms.
    if (kind === "done" && !wanted.again) continue;
    calendar.addSubcomponent(event(duty, kind, wanted, ICAL));
    saved.set(id, duty);
  }
  for (const [id, duty] of wanted.before) {
    if (!saved.has(id)) calendar.addSubcomponent(event(duty, "cancelled", wanted, ICAL));
  }
  return { text: `${calendar.toString()}\r\n`, saved };
}

/**
 * The duties with a deadline, by their ids.
 * @param {{zh: Finding, en: Finding}} finding
 * @returns {[string, Saved][]}
 */
function dated({ zh, en }) {
  return (zh.duties ?? []).flatMap((duty) => {
    const twin = en.duties?.find(({ id }) => id === duty.id);
    return duty.due && twin ? [/** @type {[string, Saved]} */ ([duty.id, { zh: duty, en: twin }])] : [];
  });
}

/**
 * @param {Duty & {state?: string}} duty
 * @returns {Kind}
 */
function kindOf({ state, timing, when }) {
  if (state === "in_time" || state === "late") return "done";
  if (timing === "keep") return "keep"; // its end is the first moment of freedom, not the last of a duty
  return when === "if" ? "if" : "due";
}

/**
 * @param {Saved} duty
 * @param {Kind} kind
 * @param {Wanted} wanted
 * @param {any} ICAL
 */
function event(duty, kind, wanted, ICAL) {
  const { page, made, address, id, sequence, fill, beijing } = wanted;
  const due = Math.floor(Date.parse(duty.zh.due ?? "") / SECOND) * SECOND; // no fraction is written
  const start = Math.max(due - MINUTE, Date.parse(`${beijing(due - 1).slice(0, 10)}T00:00:00+08:00`));
  const utc = (/** @type {number} */ moment) => ICAL.Time.fromJSDate(new Date(moment), true);
  const inBoth = (/** @type {(lang: "zh" | "en") => string} */ say) => LANGS.map(say);
  const time = { zh: momentText(due, beijing, "zh"), en: momentText(due, beijing, "en") };
  const title = inBoth((lang) => fill(page.calendar[lang][`title_${kind}`], { time: time[lang], name: duty[lang].name })).join(" / ");
  const component = new ICAL.Component("vevent");
  component.addPropertyWithValue("uid", `${page.calculator}-${duty.zh.id}-${id}@${DOMAIN}`);
  component.addPropertyWithValue("sequence", sequence); // a later file always counts as newer
  component.addPropertyWithValue("dtstamp", utc(made));
  component.addPropertyWithValue("last-modified", utc(made));
  component.addPropertyWithValue("dtstart", utc(start));
  component.addPropertyWithValue("dtend", utc(due));
  component.addPropertyWithValue("summary", title);
  const texts = LANGS.flatMap((lang) => [...said(duty[lang], page.calendar[lang], fill), ""]);
  const numbers = inBoth((lang) => fill(page.calendar[lang].number, { id }));
  component.addPropertyWithValue("description", [...texts, ...provisions(duty.zh, page), "", address, ...numbers].join("\n"));
  component.addPropertyWithValue("url", address);
  component.addPropertyWithValue("status", STATUS[kind]);
  component.addPropertyWithValue("transp", "TRANSPARENT");
  for (const seconds of kind === "done" || kind === "cancelled" ? [] : alarms(duty.zh, (start - made) / SECOND)) {
    const alarm = new ICAL.Component("valarm");
    alarm.addPropertyWithValue("action", "DISPLAY");
    alarm.addPropertyWithValue("description", title);
    alarm.addPropertyWithValue("trigger", ICAL.Duration.fromSeconds(-seconds));
    component.addSubcomponent(alarm);
  }
  return component;
}

/**
 * A moment in Beijing time as a title has it; the last of a day is its 24:00, as in the finding.
 * @param {number} due
 * @param {Beijing} beijing
 * @param {"zh" | "en"} lang
 */
function momentText(due, beijing, lang) {
  const last = beijing(due).includes("T00:00:00");
  const [day, clock] = beijing(last ? due - 1 : due).slice(0, 19).split("T");
  const [, month, date] = day.split("-").map(Number);
  const time = last ? "24:00" : clock.replace(/:00$/, "");
  return lang === "zh" ? `${month}月${date}日${time}` : `${date} ${MONTHS[month - 1]} ${time}`;
}

/**
 * How long before an event its alarms go off; none goes off after it, for some calendars take that for before. First
 * the one that matters, for calendars that keep one alone: when a quarter of the limit is left, at most two days before,
 * or half of what is left where that is less; then one at once. A deadline that has passed keeps one, at its own time.
 * @param {Duty} duty
 * @param {number} left  seconds until the event begins
 */
function alarms({ limit }, left) {
  const [, days, hours, minutes] = LIMIT.exec(limit ?? "")?.map((part) => Number(part ?? 0)) ?? [];
  const length = days === undefined ? Infinity : days * 86_400 + hours * 3_600 + minutes * 60;
  const early = Math.floor(Math.min(length / 4, TWO_DAYS, left / 2) / 60) * 60;
  const atOnce = Math.floor(left / 60) * 60;
  return left < 120 ? [0] : [early, atOnce];
}

/**
 * @param {Duty} duty
 * @param {Record<string, string>} words
 * @param {Wanted["fill"]} fill
 */
function said({ name, from, to, timing_text: timing, due_text: due, condition_text: condition, note, due_other_text: other }, words, fill) {
  const reading = other && fill(words.other_reading, { time: other });
  return [name, [from, to.join(", ")].filter(Boolean).join(" → "), timing, due, condition, note, reading].filter(Boolean);
}

/**
 * @param {Duty} duty
 * @param {Page} page
 */
function provisions({ basis }, page) {
  return basis.map((citation) => `${page.citation(citation)} ${new URL(page.address(citation), document.baseURI).href}`);
}
