/**
 * A page that comes back from the browser's memory is as it was left. WebKit then empties every box that asks for no
 * completion (`autocomplete="off"`), and does so after `pageshow`: what was in them is put back, and their form is told,
 * for something may have been read from it in between.
 */

/** @type {[box: HTMLInputElement | HTMLTextAreaElement, value: string, checked: boolean][]} */
let left = [];

addEventListener("pagehide", () => {
  const boxes = /** @type {NodeListOf<HTMLInputElement | HTMLTextAreaElement>} */ (document.querySelectorAll("input, textarea"));
  left = [...boxes].map((box) => [box, box.value, "checked" in box && box.checked]);
});

addEventListener("pageshow", ({ persisted }) => {
  if (persisted) setTimeout(putBack);
});

function putBack() {
  const forms = new Set();
  for (const [box, value, checked] of left) {
    if (box.value === value && !("checked" in box && box.checked !== checked)) continue;
    box.value = value;
    if ("checked" in box) box.checked = checked;
    forms.add(box.form);
  }
  for (const form of forms) form?.dispatchEvent(new Event("change", { bubbles: true }));
}
