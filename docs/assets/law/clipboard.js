/** Putting a text on the clipboard. Where the browser does not let us, the caller shows it for copying by hand. */

/**
 * @param {string} text
 * @returns {Promise<boolean>}  whether it is there
 */
export async function copied(text) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false; // refused, or an address without https, where there is no clipboard
  }
}

/**
 * Return a provision's text as it is shown: one line for each paragraph and item, each language that shows.
 * @param {Element} provision
 */
export function textOf(provision) {
  const runs = provision.querySelectorAll(":is(.prov-number, .prov-part-title, .pair) [lang]");
  const own = provision.matches("h2") ? provision.querySelectorAll("[lang]") : [];
  return [...runs, ...own]
    .filter((run) => !run.parentElement?.closest("[lang]:not(html)"))
    .filter((run) => run instanceof HTMLElement && getComputedStyle(run).display !== "none")
    .map((run) => run.textContent?.trim() ?? "")
    .join("\n");
}
