/**
 * Going to a place and arriving at one: the jump box, an address whose anchor is not there, and the mark on the
 * provision one has been sent to, which goes when the reader moves on.
 */
import { fill, make } from "../shared/dom.js";
import { meantId } from "../shared/mended.js";
import { provisionsNamed } from "../search/places.js";
import { nearest } from "./nearest.js";
import { covered, nameOf, ownLink, restoreScroll, scrollAnchor } from "./position.js";

const HAS_NUMBER = /[0-9一二三四五六七八九十]/;

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpArrival(bar, law, { words }) {
  const ids = [...law.querySelectorAll(".prov")].map(({ id }) => id);
  const work = { id: law.dataset.work ?? "", names: law.dataset.names?.split("\n") ?? [], ids };
  const says = bar.querySelector("#reading-says");
  const done = bar.querySelector("[data-reading-done]");
  const form = bar.querySelector("form");
  const box = bar.querySelector("input[name=place]");
  const first = law.querySelector(".prov-article, .prov-question")?.id ?? null;
  if (!says || !done || !form || !(box instanceof HTMLInputElement)) return;

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
    say(sentence, ...(link ? [" ", words.nearest, link, words.stop] : []));
  };
  /**
   * Put something into the bar, which grows and shrinks with it, and keep its room free above every place: until the page
   * is loaded the browser itself goes back to where the address leads.
   * @param {...(Node | string)} parts
   */
  const put = (...parts) => {
    says.replaceChildren(...parts);
    const { style } = document.documentElement;
    if (parts.length && getComputedStyle(bar).position === "sticky") style.setProperty("--bars", `calc(var(--header) + ${bar.offsetHeight}px)`);
    else style.removeProperty("--bars");
  };
  /**
   * Say something; the text under the bar stays where it is.
   * @param {...(Node | string)} parts
   */
  const say = (...parts) => {
    const before = scrollAnchor(law);
    put(...parts);
    restoreScroll(before);
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const asked = box.value.trim().replace(/^#/, "");
    if (!asked) return;
    const [there, ...others] = provisionsNamed(asked, [work], { bare: true });
    if (there) {
      box.removeAttribute("aria-invalid");
      if (others.length) {
        // 7(2) is an item or a paragraph; 第一项至第三项 are three: the reader chooses.
        const links = [there, ...others].map(({ id }) => make("a", { href: `#${id}` }, name(id)));
        done.textContent = "";
        say(fill(words.several, { asked }), ...links.flatMap((link, at) => [at ? " · " : " ", link]));
        return;
      }
      say();
      done.textContent = fill(words.went, { place: name(there.id) });
      goTo(there.id);
      return;
    }
    const near = nearest(asked, ids);
    box.setAttribute("aria-invalid", "true");
    offer(fill(near || HAS_NUMBER.test(asked) ? words.no_place : words.unread, { asked }), near);
  });

  /** What the address had before it was mended. */
  let mended = "";
  const arrive = () => {
    const id = anchor();
    const from = mended;
    mended = "";
    delete document.documentElement.dataset.movedOn;
    if (!id) return;
    const there = document.getElementById(id);
    if (there) {
      watch(there);
      if (says.hasChildNodes()) {
        put(); // the bar shrinks after the browser has gone there
        there.scrollIntoView();
      }
      if (from) {
        say(fill(words.mended, { asked: from, place: name(id) }));
        const under = covered() - there.getBoundingClientRect().top; // the bar has grown over its beginning
        if (under > 0) window.scrollBy({ top: -under, behavior: "instant" });
      }
    } else if (meant(id)) {
      mended = `#${id}`.slice(0, 60);
      location.replace(`#${meant(id)}`); // the browser goes there, and comes back here
    } else {
      offer(fill(words.no_place, { asked: `#${id}` }), nearest(id, ids) ?? first);
      bar.scrollIntoView({ block: "start" });
    }
  };
  window.addEventListener("hashchange", arrive);
  arrive();
}

/**
 * The place that an address means which was changed on its way; null where it is as it was written.
 * @param {string} id
 */
function meant(id) {
  const found = meantId(location.hash, { has: (each) => document.getElementById(each) !== null });
  return found === id ? null : found;
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
  ownLink(document.getElementById(id))?.focus({ preventScroll: true });
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
  watching = new IntersectionObserver((changes) => {
    // On a busy machine coming and going are told at once.
    for (const { isIntersecting } of changes) {
      if (seen && !isIntersecting) {
        document.documentElement.dataset.movedOn = "";
        watching?.disconnect();
      }
      seen ||= isIntersecting;
    }
  });
  watching.observe(there);
}
