/** Two links in the bar, to the article or question before and after the one that is being read. */
import { nameOf, readingAt } from "./position.js";

/**
 * @param {HTMLElement} bar
 * @param {HTMLElement} law
 */
export function setUpSteps(bar, law) {
  const tops = [...law.querySelectorAll(".prov-article, .prov-question")];
  const [earlier, later] = ["prev", "next"].map((rel) => bar.querySelector(`a[rel=${rel}]`));
  if (!earlier || !later) return;
  const names = new Map([earlier, later].map((link) => [link, link.getAttribute("aria-label") ?? ""]));
  /**
   * @param {Element} link
   * @param {Element | undefined} top
   */
  const lead = (link, top) => {
    if (top) {
      link.removeAttribute("aria-disabled");
      link.setAttribute("href", `#${top.id}`);
    } else {
      link.setAttribute("aria-disabled", "true");
      link.removeAttribute("href");
    }
    const place = top instanceof HTMLElement ? ` ${nameOf(top)}` : "";
    link.setAttribute("aria-label", `${names.get(link)}${place && ":"}${place}`);
  };
  let waiting = false;
  const update = () => {
    waiting = false;
    const at = readingAt(tops);
    lead(earlier, tops[at - 1]);
    lead(later, tops[at + 1]);
  };
  const soon = () => {
    if (!waiting) requestAnimationFrame(update);
    waiting = true;
  };
  window.addEventListener("scroll", soon, { passive: true });
  window.addEventListener("resize", soon, { passive: true });
  update();
}
