/** The line for a terminal that gives the same finding as the page. */

/** What no shell takes for anything else, whether sh, cmd.exe or PowerShell. */
const PLAIN = /^[\w./:@+-]+$/;
const DATE_SPACE_TIME = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d(:\d\d)?)$/;

/**
 * Return the command line for facts as they were typed or, where that would need quotes, which are others in each
 * shell, as they were understood.
 * @param {string} calculator
 * @param {import("../runtime/protocol.js").Facts} typed
 * @param {import("../runtime/protocol.js").Facts} understood
 * @param {string} lang
 */
export function commandLine(calculator, typed, understood, lang) {
  const flags = Object.entries(typed).flatMap(([name, text]) => {
    const value = [text.replace(DATE_SPACE_TIME, "$1T$2"), understood[name] ?? ""].find((each) => PLAIN.test(each));
    return value ? [`--${name.replaceAll("_", "-")}=${value}`] : [];
  });
  return ["python -m calculators", calculator, ...flags, ...(lang === "zh" ? [] : [`--lang=${lang}`])].join(" ");
}
