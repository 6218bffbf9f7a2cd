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
