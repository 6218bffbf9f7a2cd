/**
 * The search box: a combobox whose list is filled by the search. Nothing of that is loaded before the first key.
 * Material's check box opens and closes it, and Material's style sheet draws it.
 */

/** @typedef {import("./search.js").Search} Search */

const box = document.querySelector("[data-search]");
if (box instanceof HTMLElement) begin(box);

/** @param {HTMLElement} box */
function begin(box) {
  const input = /** @type {HTMLInputElement} */ (box.querySelector("input"));
  const status = /** @type {HTMLElement} */ (box.querySelector("[role=status]"));
  const list = /** @type {HTMLElement} */ (box.querySelector("[role=listbox]"));
  const below = /** @type {HTMLElement} */ (box.querySelector("[data-below]"));
  const output = /** @type {HTMLElement} */ (box.querySelector(".md-search__output"));
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  const root = new URL(box.dataset.root || "./", location.href).href;
  const lang = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  const start = status.textContent ?? "";

  /** @type {Promise<{search: Search, view: typeof import("./view.js").view}> | null} */
  let loading = null;
  let asked = 0;
  let active = -1;
  /** What had the focus before the box. @type {EventTarget | null} */
  let before = null;

  const options = () => /** @type {HTMLElement[]} */ ([...list.querySelectorAll("[role=option]")]);
  const isOpen = () => toggle.checked;

  function open() {
    if (toggle.checked) return;
    toggle.checked = true;
    toggle.dispatchEvent(new Event("change"));
  }

  function close() {
    if (toggle.checked) {
      toggle.checked = false;
      toggle.dispatchEvent(new Event("change"));
    }
    choose(-1);
  }

  /** Closed, the hits are out of reach of keyboard and screen reader as well. */
  function turned() {
    output.hidden = !toggle.checked;
    if (toggle.checked) input.focus();
    else input.blur();
    input.setAttribute("aria-expanded", String(toggle.checked && options().length > 0));
  }

  /** @param {number} number */
  function choose(number) {
    const all = options();
    all[active]?.setAttribute("aria-selected", "false");
    active = all.length ? Math.max(-1, Math.min(number, all.length - 1)) : -1;
    const chosen = all[active];
    if (!chosen) return input.removeAttribute("aria-activedescendant");
    chosen.setAttribute("aria-selected", "true");
    chosen.scrollIntoView({ block: "nearest" });
    input.setAttribute("aria-activedescendant", chosen.id);
  }

  /** @param {string} said @param {Node[]} hits @param {Node[]} more @param {string} [answered]  what has been answered in full */
  function show(said, hits, more, answered) {
    if (answered !== undefined) box.dataset.answered = answered;
    const chosen = options()[active]?.getAttribute("href");
    list.replaceChildren(...hits);
    below.replaceChildren(...more);
    if (status.textContent !== said) status.textContent = said;
    list.hidden = !hits.length;
    input.setAttribute("aria-expanded", String(hits.length > 0 && isOpen()));
    active = -1;
    // What comes later is added below: a choice already made stays.
    choose(chosen ? options().findIndex((each) => each.getAttribute("href") === chosen) : -1);
  }

  function load() {
    loading ??= import("./search.js").then(async ({ Search, view }) => ({ search: await Search.start(root, lang), view }));
    return loading;
  }

  async function ask() {
    const number = (asked += 1);
    const text = input.value;
    delete box.dataset.answered;
    open();
    if (!text.trim()) return show(start, [], [], text);
    if (!loading) show(box.dataset.loading ?? "", [], []);
    try {
      const { search, view } = await load();
      if (number !== asked) return undefined;
      const { now, later } = search.answer(text);
      const first = view(search, now, false);
      // Nothing as typed is not yet nothing found: the rest is on its way, and what is near waits for it.
      // How many is said once, when all is known.
      if (now.count) show(status.textContent ?? "", first.list, first.below);
      else show(box.dataset.loading ?? "", [], []);
      const answer = await later;
      if (number !== asked) return undefined;
      const { said, list: hits, below: more } = view(search, answer, true);
      return show(said, hits, more, text);
    } catch (error) {
      loading = null; // the next key tries again
      document.dispatchEvent(new Event("script-missing")); // load-error.js finds out whether the page is too old
      console.warn(error);
      return number === asked ? show(box.dataset.failed ?? "", [], []) : undefined;
    }
  }

  input.addEventListener("input", (event) => {
    // While Chinese is being composed the box holds letters that are not yet the query.
    if (!(/** @type {InputEvent} */ (event).isComposing)) ask();
  });
  input.addEventListener("compositionend", () => ask());
  input.addEventListener("focus", ({ relatedTarget }) => {
    before = relatedTarget;
    open();
  });
  toggle.addEventListener("change", turned);
  turned();
  box.querySelector("form")?.addEventListener("submit", (event) => event.preventDefault());
  box.querySelector("form")?.addEventListener("reset", () => {
    asked += 1;
    show(start, [], []);
    input.focus();
  });

  input.addEventListener("keydown", (event) => {
    if (event.isComposing || event.keyCode === 229) return;
    const moves = { ArrowDown: 1, ArrowUp: -1, PageDown: 5, PageUp: -5 };
    const move = moves[/** @type {keyof typeof moves} */ (event.key)];
    if (move && options().length) {
      event.preventDefault();
      open();
      if (active < 0) choose(move > 0 ? 0 : options().length - 1);
      else choose(active + move < 0 && active > 0 && Math.abs(move) > 1 ? 0 : active + move);
    } else if (event.key === "Enter") {
      event.preventDefault();
      (options()[active] ?? options()[0])?.click();
    }
  });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && isOpen()) {
      event.preventDefault();
      const back = before;
      close();
      input.blur();
      if (back instanceof HTMLElement) back.focus({ preventScroll: true });
    }
  });
  // Leaving it with the keyboard closes it; a click beside it falls on Material's overlay, which does.
  box.addEventListener("focusout", (event) => {
    if (event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) close();
  });
  box.addEventListener("click", (event) => {
    if (event.target instanceof Element && event.target.closest("a[href]")) close();
  });

  document.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.isComposing) return;
    const typing = event.target instanceof Element && event.target.closest("input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]");
    if (typing || !["/", "s", "f"].includes(event.key)) return;
    event.preventDefault();
    open();
    input.focus();
    input.select();
  });
}
