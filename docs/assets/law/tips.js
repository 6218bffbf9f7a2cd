/**
 * Tips on terms: both languages, where the term is defined, our note. They come on hover, focus and tap, stay while
 * the pointer or the focus is on them and go with Escape. The term itself is a link to the glossary, with or without
 * this script.
 */
import { make, markChinese } from "../shared/dom.js";

const PAUSE = { come: 180, go: 300 };
const GAP = 6;

/**
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpTips(law, { lang, words, terms }) {
  const tip = make("div.tip", { id: "term-tip" });
  /** @type {HTMLAnchorElement | null} */
  let at = null;
  /** @type {number | undefined} */
  let pause;
  let pointer = "mouse";

  /** @param {HTMLAnchorElement} link */
  const show = (link) => {
    clearTimeout(pause);
    const term = terms[link.hash.slice(1)];
    if (!term || at === link) return;
    hide();
    at = link;
    tip.replaceChildren(
      make("p.tip-names", null, make("b", { lang: "zh-Hans" }, term.zh), " ", make("span", { lang: "en" }, markChinese(term.en, "en"))),
      make(
        "p.tip-where",
        null,
        term.at && term.where
          ? [words.defined, make("a", { href: term.at }, markChinese(term.where, lang)), words.stop]
          : words.not_defined,
      ),
      term.note ? make("p.tip-note", null, markChinese(term.note, lang)) : "",
      make("p.tip-more", null, make("a", { href: link.href }, words.glossary)),
    );
    // After the whole block, so that the tip is no part of its text; its links come next for the keyboard.
    (link.closest("h2, h3, h4") ?? link.closest(".pair") ?? link).after(tip);
    link.setAttribute("aria-describedby", tip.id);
    place(link, tip);
  };
  const hide = () => {
    clearTimeout(pause);
    at?.removeAttribute("aria-describedby");
    at = null;
    tip.remove();
  };
  const soonGone = () => {
    clearTimeout(pause);
    pause = window.setTimeout(hide, PAUSE.go);
  };

  document.addEventListener("pointerdown", (event) => (pointer = event.pointerType), { capture: true });
  law.addEventListener("pointerover", (event) => {
    const link = termAt(event.target);
    if (event.pointerType !== "mouse" || !link) return;
    clearTimeout(pause);
    pause = window.setTimeout(() => show(link), PAUSE.come);
  });
  law.addEventListener("pointerout", (event) => {
    if (event.pointerType === "mouse" && termAt(event.target)) soonGone();
  });
  tip.addEventListener("pointerenter", () => clearTimeout(pause));
  tip.addEventListener("pointerleave", soonGone);
  law.addEventListener("focusin", (event) => {
    const link = termAt(event.target);
    if (link && pointer !== "touch") show(link);
  });
  law.addEventListener("focusout", (event) => {
    const own = termAt(event.target) || tip.contains(/** @type {Node} */ (event.target));
    if (own && !tip.contains(/** @type {Node | null} */ (event.relatedTarget))) soonGone();
  });
  document.addEventListener("click", (event) => {
    if (pointer !== "touch") return;
    const link = termAt(event.target);
    if (link && link !== at) {
      event.preventDefault(); // the first tap shows the tip, which has the link
      show(link);
    } else if (!tip.contains(/** @type {Node | null} */ (event.target))) {
      hide();
    }
  });
  document.addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key === "Escape") hide();
  });
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLAnchorElement | null}
 */
function termAt(target) {
  const found = target instanceof Element ? target.closest("a.term") : null;
  return found instanceof HTMLAnchorElement ? found : null;
}

/**
 * Put a tip under its term, or above it where there is no room, always within the window.
 * @param {Element} link
 * @param {HTMLElement} tip
 */
function place(link, tip) {
  const [line] = link.getClientRects();
  const { width, height } = tip.getBoundingClientRect();
  const room = document.documentElement.clientWidth;
  const base = (tip.offsetParent ?? document.body).getBoundingClientRect();
  const under = line.bottom + GAP + height <= innerHeight || line.top - GAP - height < 0;
  const left = Math.max(GAP, Math.min(line.left, room - width - GAP));
  const top = under ? line.bottom + GAP : line.top - GAP - height;
  tip.style.left = `${left - base.left}px`;
  tip.style.top = `${top - base.top}px`;
}
