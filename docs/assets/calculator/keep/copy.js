/** Copying a text: to the clipboard, or, where the browser does not let us, into a box from which it can be taken. */
import { copied } from "../../shared/clipboard.js";
import { make } from "../../shared/dom.js";

/**
 * Copy a text and say so beside the button.
 * @param {string} text
 * @param {HTMLElement} outcome  where it is said; emptied before
 * @param {Record<string, string>} words
 * @param {(text: string) => void} announce
 */
export async function copy(text, outcome, words, announce) {
  outcome.replaceChildren();
  if (await copied(text)) {
    outcome.append(words.copied);
    announce(words.copied);
  } else {
    const box = make("textarea.field.calc-copybox", { readonly: "", rows: "8", "aria-label": words.copy_by_hand });
    box.textContent = text;
    outcome.append(make("span", null, words.copy_by_hand), box);
    box.focus();
    if (box instanceof HTMLTextAreaElement) box.select();
  }
}
