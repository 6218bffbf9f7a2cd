/**
 * A page that comes back from the browser's memory is as it was left. WebKit empties every box and form there that asks
 * for no completion (`autocomplete="off"`), some time after `pageshow`; so they do not ask while the page is away.
 */

/** @type {Element[]} */
let boxes = [];

addEventListener("pagehide", ({ persisted }) => {
  if (!persisted) return;
  boxes = [...document.querySelectorAll("[autocomplete=off]")];
  for (const each of boxes) each.removeAttribute("autocomplete");
});

addEventListener("pageshow", () => {
  setTimeout(() => {
    for (const each of boxes) each.setAttribute("autocomplete", "off");
  });
});
