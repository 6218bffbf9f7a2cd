/**
 * Slides by the keyboard and by the finger. The address says which slide is shown and the style sheet shows it
 * (css/slides.css), so that links, Back and a page without this script do the same.
 */
import { fill, make } from "../shared/dom.js";
import { meantId, shortened } from "../shared/mended.js";

const slides = [...document.querySelectorAll(".slide")].filter((each) => each instanceof HTMLElement);
const root = document.documentElement;
const name = document.title;
const LEAVE = "slides";
/** What a finger must travel before it turns the slide: less is a tap. */
const SWIPE = 60;

/** Where the slide is that fills the window; -1 on the page, where all of them stand. */
const shown = () => slides.findIndex((each) => each.matches(":target") && getComputedStyle(each).position === "fixed");

/** @param {number} place */
const go = (place) => {
  const slide = slides[Math.max(0, Math.min(place, slides.length - 1))];
  if (!slide.matches(":target")) location.hash = slide.id;
};

/** @param {boolean} on */
const note = (on) => {
  root.toggleAttribute("data-notes", on);
  for (const each of document.querySelectorAll(".slide__notes")) if (each instanceof HTMLDetailsElement) each.open = on;
};

/** @type {Record<string, (at: number) => void>} */
const KEYS = {
  ArrowRight: (at) => go(at + 1),
  ArrowDown: (at) => go(at + 1),
  PageDown: (at) => go(at + 1),
  " ": (at) => go(at + 1),
  ArrowLeft: (at) => go(at - 1),
  ArrowUp: (at) => go(at - 1),
  PageUp: (at) => go(at - 1),
  Home: () => go(0),
  End: () => go(slides.length - 1),
  Escape: () => {
    location.hash = LEAVE;
  },
  f: () => void (document.fullscreenElement ? document.exitFullscreen() : root.requestFullscreen?.()),
  n: () => note(!root.hasAttribute("data-notes")),
};

document.addEventListener("keydown", (event) => {
  const at = shown();
  const { key, shiftKey, target } = event;
  const scrolls = at >= 0 && slides[at].scrollHeight > slides[at].clientHeight && /^Arrow(?:Up|Down)$/.test(key);
  if (at < 0 || scrolls || event.ctrlKey || event.metaKey || event.altKey) return;
  if (key === " " && target instanceof Element && target.closest("summary, button")) return; // it presses what has the focus
  const act = key === " " && shiftKey ? KEYS.PageUp : KEYS[key.length === 1 ? key.toLowerCase() : key];
  if (!act) return;
  event.preventDefault();
  act(at);
});

/** Where a finger came down; null where there are two, which enlarge. @type {Touch | null} */
let began = null;
document.addEventListener("touchstart", ({ touches }) => {
  began = touches.length === 1 ? touches[0] : null;
});
document.addEventListener("touchend", ({ changedTouches: [touch] }) => {
  const at = shown();
  if (at < 0 || !began || !touch) return;
  const across = touch.clientX - began.clientX;
  if (Math.abs(across) > SWIPE && Math.abs(across) > 2 * Math.abs(touch.clientY - began.clientY)) go(at - Math.sign(across));
  began = null;
});

const problem = make("p.note.page-problem", { hidden: "", role: "status" });
document.querySelector(".slides")?.before(problem);

/** A slide arrives: its answer is open, it has the focus, the history of the browser names it. */
const arrive = () => {
  const slide = shown() < 0 ? null : slides[shown()];
  const heading = slide?.querySelector("h2");
  const fold = slide?.querySelector(".slide__fold");
  if (fold instanceof HTMLDetailsElement) fold.open = true;
  document.title = heading ? `${heading.textContent} – ${name}` : name;
  heading?.setAttribute("tabindex", "-1");
  heading?.focus({ preventScroll: true });
  const known = { has: (/** @type {string} */ id) => document.getElementById(id) !== null };
  problem.hidden = location.hash.length < 2 || meantId(location.hash, known) !== null;
  if (problem.hidden) return;
  const unknown = document.querySelector(".slides")?.getAttribute("data-unknown") ?? "";
  problem.textContent = fill(unknown, { name: shortened(location.hash.slice(1)) });
  problem.scrollIntoView({ block: "center" });
};

addEventListener("hashchange", arrive);
if (new URLSearchParams(location.search).has("notes")) note(true);
// Until the page has loaded its address may name nothing yet.
if (document.readyState === "complete") arrive();
else addEventListener("load", arrive);
