/** Clocks: Beijing time for filling in, and the reader's own time beside a deadline where it differs. */

const BEIJING_MINUTES = 480;

/**
 * Return this moment in Beijing time as people write it: 2026-11-21 14:30.
 * @param {number} now  milliseconds since the epoch
 */
export function beijingNow(now) {
  return new Date(now + BEIJING_MINUTES * 60_000).toISOString().slice(0, 16).replace("T", " ");
}

/**
 * Return an instant in the reader's own time with the zone's name written out,
 * or null where the reader's clock shows Beijing time at that instant anyway.
 * @param {string} instant  RFC 3339
 * @param {string} lang
 */
export function localTime(instant, lang) {
  const moment = new Date(instant);
  if (Number.isNaN(moment.getTime()) || moment.getTimezoneOffset() === -BEIJING_MINUTES) return null;
  return new Intl.DateTimeFormat(lang === "zh" ? "zh-CN" : "en-GB", {
    year: "numeric",
    month: "long",
    day: "numeric",
    weekday: "long",
    hour: "2-digit",
    minute: "2-digit",
    hourCycle: "h23",
    timeZoneName: "long",
  }).format(moment);
}
