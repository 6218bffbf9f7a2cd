/** Clocks: Beijing time for filling in, the reader's own time beside a deadline where it differs, lengths in words. */

const BEIJING_MINUTES = 480;
const MINUTE = 60_000;

/** Parts of a length of time, longest first, as a finding gives them too. */
const UNITS = /** @type {[string, number][]} */ ([
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
  ["second", 1],
]);

/**
 * Return this moment in Beijing time as people write it: 2026-11-21 14:30.
 * @param {number} now  milliseconds since the epoch
 */
export function beijingNow(now) {
  return shifted(now).slice(0, 16).replace("T", " ");
}

/**
 * Return a moment as RFC 3339 in Beijing time, to the second.
 * @param {number} moment  milliseconds since the epoch
 */
export function beijingInstant(moment) {
  return `${shifted(moment).slice(0, 19)}+08:00`;
}

/**
 * Return the time of day of an instant in Beijing, 06:15; midnight is the end of the day before, 24:00.
 * @param {string} instant  RFC 3339
 */
export function clockOf(instant) {
  const clock = shifted(Date.parse(instant)).slice(11, 19).replace(/:00$/, "");
  return clock === "00:00" ? "24:00" : clock;
}

/**
 * Return the day of an instant in Beijing, as `clockOf` counts it, with its year where that is not this one.
 * @param {string} instant  RFC 3339
 * @param {string} lang
 */
export function dayOf(instant, lang) {
  const moment = Date.parse(instant);
  const day = shifted(moment).slice(11, 19) === "00:00:00" ? moment - MINUTE : moment;
  const thisYear = shifted(day).slice(0, 4) === shifted(Date.now()).slice(0, 4);
  return new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", {
    timeZone: "UTC",
    year: thisYear ? undefined : "numeric",
    month: "long",
    day: "numeric",
    weekday: "long",
  }).format(day + BEIJING_MINUTES * MINUTE);
}

/**
 * Return an instant in the reader's own time with its offset and the zone's name, so that the hour which a
 * clock shows twice is told apart; null where the reader's clock shows Beijing time at that instant anyway.
 * @param {string} instant  RFC 3339
 * @param {string} lang
 */
export function localTime(instant, lang) {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime()) || moment.getTimezoneOffset() === -BEIJING_MINUTES) return null;
  const locale = lang === "zh" ? "zh-CN" : "en-GB";
  const local = new Intl.DateTimeFormat(locale, {
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    ...(moment.getSeconds() ? { second: "2-digit" } : {}),
    hourCycle: "h23",
  }).format(moment);
  const zone = new Intl.DateTimeFormat(locale, { timeZoneName: "long" }).formatToParts(moment).find(({ type }) => type === "timeZoneName");
  const more = [offsetOf(moment), zone?.value].filter(Boolean).join(lang === "zh" ? "，" : ", ");
  return lang === "zh" ? `${local}（${more}）` : `${local} (${more})`;
}

/**
 * Return a length of time in words, from days down to seconds, or down to minutes where seconds would only fidget.
 * @param {number} seconds
 * @param {string} lang
 * @param {number} [finest]  the smallest unit that is said, in seconds
 */
export function lengthText(seconds, lang, finest = 1) {
  const zh = lang === "zh";
  const parts = [];
  let rest = Math.floor(seconds / finest) * finest;
  for (const [unit, size] of UNITS) {
    const number = Math.floor(rest / size);
    rest -= number * size;
    if (number || (size === finest && !parts.length)) {
      const form = { style: "unit", unit, unitDisplay: zh ? "short" : "long" };
      parts.push(new Intl.NumberFormat(zh ? "zh-CN" : "en-GB", /** @type {Intl.NumberFormatOptions} */ (form)).format(number));
    }
  }
  return parts.join(zh ? "" : " ");
}

/** @param {Date} moment */
function offsetOf(moment) {
  const minutes = -moment.getTimezoneOffset();
  const [hours, past] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60].map((part) => String(part).padStart(2, "0"));
  return `UTC${minutes < 0 ? "−" : "+"}${hours}:${past}`;
}

/** @param {number} moment */
function shifted(moment) {
  return new Date(moment + BEIJING_MINUTES * MINUTE).toISOString();
}
