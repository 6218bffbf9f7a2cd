/**
 * Going to a place and arriving at one: the jump box, an address whose anchor is not there, and the mark on the
 * provision one has been sent to, which goes when the reader moves on.
 */
import { fill, make } from "../calculators/dom.js";
import { findPlace, nearestTo } from "../search/places.js";
import { nameOf } from "./position.js";

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpArrival(bar, law, { words }) {
  const ids = [...law.querySelectorAll(".prov")].map(({ id }) => id);
  const says = bar.querySelector("[role=status]");
  const form = bar.querySelector("form");
  const box = bar.querySelector("input[name=place]");
  const first = law.querySelector(".prov-article, .prov-question")?.id ?? null;
  if (!says || !form || !(box instanceof HTMLInputElement)) return;

  /** @param {string} id */
  const name = (id) => {
    const there = document.getElementById(id);
    return there ? nameOf(there) : id;
  };
  /**
   * @param {string} sentence
   * @param {string | null} id
   */
  const offer = (sentence, id) => {
    const link = id ? make("a", { href: `#${id}` }, name(id)) : "";
    says.replaceChildren(sentence, ...(link ? [" ", words.nearest, link, words.stop] : []));
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = box.value.trim();
    if (!asked) return;
    const found = findPlace(asked, ids);
    box.toggleAttribute("aria-invalid", !found?.exact);
    if (found?.exact) {
      says.textContent = fill(words.went, { place: name(found.exact) });
      goTo(found.exact);
    } else if (found) {
      offer(fill(words.no_place, { asked }), found.nearest);
    } else {
      offer(fill(words.unread, { asked }), null);
    }
  });

  const arrive = () => {
    const id = anchor();
    delete document.documentElement.dataset.movedOn;
    if (!id) return;
    const there = document.getElementById(id);
    if (there) {
      watch(there);
      if (!says.textContent?.startsWith(words.went.split("{")[0])) says.replaceChildren();
    } else {
      offer(fill(words.no_place, { asked: `#${id}` }), nearestTo(id, ids) ?? first);
      bar.scrollIntoView({ block: "start" });
    }
  };
  window.addEventListener("hashchange", arrive);
  arrive();
}

function anchor() {
  try {
    return decodeURIComponent(location.hash.slice(1));
  } catch {
    return location.hash.slice(1); // a % that begins no character
  }
}

/** @param {string} id */
function goTo(id) {
  if (location.hash === `#${id}`) document.getElementById(id)?.scrollIntoView();
  else location.hash = id;
  const link = document.getElementById(id)?.querySelector(".prov-link");
  if (link instanceof HTMLElement) link.focus({ preventScroll: true });
}

/** @type {IntersectionObserver | undefined} */
let watching;

/**
 * Take the mark away once the provision has been seen and has left the window.
 * @param {Element} there
 */
function watch(there) {
  let seen = false;
  watching?.disconnect();
  watching = new IntersectionObserver(([{ isIntersecting }]) => {
    if (seen && !isIntersecting) {
      document.documentElement.dataset.movedOn = "";
      watching?.disconnect();
    }
    seen ||= isIntersecting;
  });
  watching.observe(there);
}
