/** The line for a terminal that gives the same finding as the page. */

const PLAIN = /^[\w./:@%+,-]+$/;

/**
 * Return the command line for facts as they were typed, in quotes that a POSIX shell leaves alone.
 * @param {string} calculator
 * @param {import("../runtime/protocol.js").Facts} facts
 * @param {string} lang
 */
export function commandLine(calculator, facts, lang) {
  const flags = Object.entries(facts).map(([name, value]) => `--${name.replaceAll("_", "-")}=${quoted(value)}`);
  return ["python -m calculators", calculator, ...flags, ...(lang === "zh" ? [] : [`--lang=${lang}`])].join(" ");
}

/** @param {string} value */
function quoted(value) {
  return PLAIN.test(value) ? value : `'${value.replaceAll("'", "'\\''")}'`;
}
