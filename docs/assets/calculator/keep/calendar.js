/**
 * The deadlines of a finding as a calendar file. Loaded on demand, with the library that writes the format.
 *
 * An event stands at the deadline itself, in UTC, so that every calendar shows the same instant. Its id hangs on
 * the calculator, the duty and the start of the case: a file made again replaces what was imported before.
 */

/** @typedef {import("../runtime/protocol.js").Finding} Finding */
/** @typedef {import("../runtime/protocol.js").Duty} Duty */
/** @typedef {import("../page.js").Page} Page */
/**
 * @typedef {Object} Wanted
 * @property {Finding} zh
 * @property {Finding} en
 * @property {string} address  where the result can be opened again
 * @property {Page} page
 * @property {number} made  milliseconds since the epoch
 */

const DOMAIN = "network-law-calculators";
const LIMIT = /^P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$/;
const TWO_DAYS = 172_800;

/**
 * Return the calendar as text.
 * @param {Wanted} wanted
 */
export async function calendarFile(wanted) {
  const library = new URL(`${wanted.page.root}/assets/vendor/ical.js`, document.baseURI).href;
  const { default: ICAL } = await import(library);
  ICAL.foldLength = 74; // it does not count the space with which a folded line begins
  const calendar = new ICAL.Component("vcalendar");
  calendar.addPropertyWithValue("version", "2.0");
  calendar.addPropertyWithValue("prodid", `-//${DOMAIN}//${wanted.page.calculator} ${wanted.zh.version}//ZH`);
  calendar.addPropertyWithValue("method", "PUBLISH");
  for (const duty of wanted.zh.duties ?? []) {
    const twin = wanted.en.duties?.find(({ id }) => id === duty.id);
    if (duty.due && twin) calendar.addSubcomponent(event(duty, twin, wanted, ICAL));
  }
  return `${calendar.toString()}\r\n`;
}

/**
 * @param {Duty} zh
 * @param {Duty} en
 * @param {Wanted} wanted
 * @param {any} ICAL
 */
function event(zh, en, wanted, ICAL) {
  const { page, made, address } = wanted;
  const due = Date.parse(zh.due ?? "");
  const utc = (/** @type {number} */ moment) => ICAL.Time.fromJSDate(new Date(moment), true);
  const summary = `${zh.name} / ${en.name}`;
  const component = new ICAL.Component("vevent");
  component.addPropertyWithValue("uid", `${page.calculator}-${zh.id}-${compact(page.start(wanted.zh.facts))}@${DOMAIN}`);
  component.addPropertyWithValue("sequence", Math.floor(made / 60_000)); // a later file always counts as newer
  component.addPropertyWithValue("dtstamp", utc(made));
  component.addPropertyWithValue("dtstart", utc(due));
  component.addPropertyWithValue("summary", summary);
  component.addPropertyWithValue("description", [...said(zh), "", ...said(en), "", ...provisions(zh, page), "", address].join("\n"));
  component.addPropertyWithValue("url", address);
  component.addPropertyWithValue("status", zh.when === "if" ? "TENTATIVE" : "CONFIRMED");
  component.addPropertyWithValue("transp", "TRANSPARENT");
  for (const seconds of alarms(zh, (due - made) / 1000)) {
    const alarm = new ICAL.Component("valarm");
    alarm.addPropertyWithValue("action", "DISPLAY");
    alarm.addPropertyWithValue("description", summary);
    alarm.addPropertyWithValue("trigger", ICAL.Duration.fromSeconds(-seconds));
    component.addSubcomponent(alarm);
  }
  return component;
}

/**
 * How long before the deadline the alarms go off: one at once, one when a quarter of the limit is left, or half of
 * what is left where that is less. A deadline that has passed keeps one, at its own time.
 * @param {Duty} duty
 * @param {number} left  seconds
 */
function alarms({ limit }, left) {
  const [, days, hours, minutes] = LIMIT.exec(limit ?? "")?.map((part) => Number(part ?? 0)) ?? [];
  const length = days === undefined ? Infinity : days * 86_400 + hours * 3_600 + minutes * 60;
  const early = Math.floor(Math.min(length / 4, TWO_DAYS, left / 2) / 60) * 60;
  const atOnce = Math.floor(left / 60) * 60;
  return left < 120 ? [0] : [atOnce, early];
}

/** @param {Duty} duty */
function said({ name, from, to, timing_text: timing, due_text: due, condition_text: condition, note, due_other_text: other }) {
  return [name, [from, to.join(", ")].filter(Boolean).join(" → "), timing, due, condition, note, other && `(${other})`].filter(Boolean);
}

/**
 * @param {Duty} duty
 * @param {Page} page
 */
function provisions({ basis }, page) {
  return basis.map((citation) => `${page.citation(citation)} ${new URL(page.address(citation), document.baseURI).href}`);
}

/**
 * An instant in UTC, or a date, as it stands in an event's id.
 * @param {string} given  as understood, so always written in the same way
 */
function compact(given) {
  return given.includes("T") ? new Date(given).toISOString().replace(/[-:]|\.000/g, "") : given.replaceAll("-", "");
}
