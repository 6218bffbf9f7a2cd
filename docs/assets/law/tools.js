/**
 * The tools of a provision: copy its link, its citation in Chinese and in English, its text, the line that embeds it; its QR
 * code, where the build made any. One group of buttons for the page, which stands at the provision under the pointer or the
 * focus, or the one that was tapped.
 */
import { frameOf } from "../embed/line.js";
import { copied } from "../shared/clipboard.js";
import { makeCode } from "../shared/code.js";
import { fill, make } from "../shared/dom.js";
import { speak } from "../shared/live-region.js";
import { covered, nameOf, ownLink } from "./position.js";

/** How long the toolbar waits before it comes and before it goes, so that it does not flicker under a moving mouse. */
const PAUSE = { come: 120, go: 350 };
const OWN = "a, button, input, textarea, summary, label, .tools";

/**
 * @param {HTMLElement} law
 * @param {import("./law.js").Data} data
 */
export function setUpTools(law, { words, frame }) {
  /** @type {HTMLElement | null} */
  let at = null;
  /** @type {number | undefined} */
  let pause;
  let pointer = "mouse";
  const announce = make("p.visually-hidden", { role: "status" });
  const field = /** @type {HTMLTextAreaElement} */ (
    make("textarea.field", { readonly: "", rows: "2", "aria-label": words.field, hidden: "" })
  );
  const help = make("p.tools-help", { hidden: "" }, words.by_hand);
  const title = make("span.tools-title", { "aria-hidden": "true" });
  const buttons = ["link", "cite_zh", "cite_en", "text", "embed"].map((kind) => {
    const button = make("button.button", { type: "button", "data-copy": kind }, words[kind]);
    button.addEventListener("click", () => copy(kind, button));
    return button;
  });
  const code = makeCode("button", words, () => at && { id: at.id, place: nameOf(at) });
  const close = make("button.button.tools-close", { type: "button" }, words.close);
  const tools = make("div.tools", { role: "group" }, title, buttons, code?.button, close, help, field, code?.picture);
  law.after(announce);

  /** @param {HTMLElement} provision */
  const show = (provision) => {
    clearTimeout(pause);
    if (at === provision && tools.isConnected) return;
    at = provision;
    fold();
    const place = nameOf(provision);
    title.textContent = place;
    tools.setAttribute("aria-label", fill(words.tools, { place }));
    const after = provision.querySelector(":scope > .prov-link, :scope > .pair, :scope > h2, :scope > h3, :scope > h4");
    if (provision.matches("h2")) provision.after(tools);
    else if (after) (provision.querySelector(":scope > .prov-link") ?? after).after(tools);
    else (provision.querySelector(":scope > tr > th") ?? provision).append(tools); // a row of a table
    tools.dataset.of = provision.id;
    tools.removeAttribute("data-below");
    tools.toggleAttribute("data-below", tools.getBoundingClientRect().top < covered());
  };
  const hide = () => {
    clearTimeout(pause);
    at = null;
    tools.remove();
  };
  const fold = () => {
    field.hidden = help.hidden = true;
    code?.show(false);
    for (const button of buttons) button.removeAttribute("data-done");
  };
  const busy = () => tools.contains(document.activeElement);

  /**
   * @param {string} kind
   * @param {HTMLElement} button
   */
  const copy = async (kind, button) => {
    if (!at) return;
    const place = nameOf(at);
    const text = kind === "embed" ? frameOf(at, law, frame) : whatOf(kind, at);
    fold();
    if (await copied(text)) {
      button.dataset.done = "";
      say(kind === "text" ? fill(words.copied_text, { place }) : fill(words.copied, { what: text }));
    } else {
      field.hidden = help.hidden = false;
      field.value = text;
      field.focus();
      field.select();
      say(words.by_hand);
    }
  };
  /** @param {string} text */
  const say = (text) => speak(announce, text);

  /** Put them away; if they had the focus, their provision has it then. */
  const leave = () => {
    const back = busy() ? ownLink(at) : null;
    hide();
    back?.focus({ preventScroll: true });
    hide(); // the focus has brought them again
  };
  law.addEventListener("pointerover", (event) => {
    if (event.pointerType !== "mouse" || busy()) return;
    const provision = provisionAt(event.target);
    clearTimeout(pause);
    if (provision && provision !== at) pause = window.setTimeout(() => show(provision), PAUSE.come);
  });
  law.addEventListener("pointerleave", (event) => {
    if (event.pointerType !== "mouse") return;
    clearTimeout(pause);
    pause = window.setTimeout(() => !law.contains(document.activeElement) && hide(), PAUSE.go);
  });
  law.addEventListener("focusin", (event) => {
    if (tools.contains(/** @type {Node} */ (event.target)) || pointer === "touch") return;
    const provision = provisionAt(event.target);
    if (provision) show(provision);
  });
  document.addEventListener("focusin", ({ target }) => tools.isConnected && !law.contains(/** @type {Node} */ (target)) && hide());
  document.addEventListener("pointerdown", (event) => (pointer = event.pointerType), { capture: true });
  document.addEventListener("click", (event) => {
    if (pointer !== "touch" || !(event.target instanceof Element)) return;
    const own = event.target.closest(OWN);
    const number = own?.matches(".prov-link");
    if ((own && !number) || getSelection()?.toString()) return;
    const provision = law.contains(event.target) ? provisionAt(event.target) : null;
    if (provision && (number || provision !== at)) show(provision);
    else hide();
  });
  document.addEventListener("keydown", (event) => {
    pointer = "keyboard";
    if (event.key !== "Escape" || !tools.isConnected) return;
    leave();
  });
  close.addEventListener("click", leave);
}

/**
 * @param {EventTarget | null} target
 * @returns {HTMLElement | null}
 */
function provisionAt(target) {
  if (!(target instanceof Element)) return null;
  const tools = target.closest(".tools");
  const found = tools instanceof HTMLElement ? document.getElementById(tools.dataset.of ?? "") : target.closest(".prov");
  return found instanceof HTMLElement ? found : null;
}

/**
 * @param {string} kind
 * @param {HTMLElement} provision
 */
function whatOf(kind, provision) {
  if (kind === "link") {
    const address = new URL(location.href);
    address.search = "";
    address.hash = provision.id;
    return address.href;
  }
  if (kind === "text") return textOf(provision);
  return (kind === "cite_zh" ? provision.dataset.citeZh : provision.dataset.citeEn) ?? "";
}

/**
 * Return a provision's text as it is shown: one line for each paragraph and item, each language that shows.
 * @param {Element} provision
 */
function textOf(provision) {
  const runs = provision.querySelectorAll(":is(.prov-number, .prov-part-title, .pair) [lang]");
  const own = provision.matches("h2") ? provision.querySelectorAll("[lang]") : [];
  return [...runs, ...own]
    .filter((run) => !run.parentElement?.closest("[lang]:not(html)"))
    .filter((run) => run instanceof HTMLElement && getComputedStyle(run).display !== "none")
    .map((run) => run.textContent?.trim() ?? "")
    .join("\n");
}
