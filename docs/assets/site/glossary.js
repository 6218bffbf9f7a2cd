/** The glossary: shows the terms that hold what is typed, by subject or in the order of the alphabet. */
const form = document.querySelector(".glossary-tools");
const box = form?.querySelector("#glossary-filter");
const status = form?.querySelector(".glossary-status");
const lists = [...document.querySelectorAll("dl.glossary")];
const entries = [...document.querySelectorAll(".glossary-entry")].filter((each) => each instanceof HTMLElement);
const home = new Map(entries.map((entry) => [entry, entry.parentElement]));
const collator = new Intl.Collator("en"); // the keys are pinyin or English
const ordered = [...entries].sort((one, other) => collator.compare(one.dataset.key ?? "", other.dataset.key ?? ""));

if (form instanceof HTMLFormElement && box instanceof HTMLInputElement && status instanceof HTMLElement) {
  const { count = "", none = "" } = status.dataset;

  const show = () => {
    const asked = box.value.trim().toLowerCase();
    for (const entry of entries) entry.hidden = !(entry.dataset.words ?? "").includes(asked);
    for (const list of lists) {
      const empty = !list.querySelector(".glossary-entry:not([hidden])");
      const heading = list.previousElementSibling;
      list.toggleAttribute("hidden", empty);
      if (heading?.tagName === "H2") heading.toggleAttribute("hidden", empty || order() === "alphabet");
    }
    const shown = entries.filter(({ hidden }) => !hidden).length;
    status.textContent = asked ? (shown ? count.replace("{count}", String(shown)) : none) : "";
  };
  const order = () => new FormData(form).get("order");

  box.addEventListener("input", show);
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("change", () => {
    if (order() === "alphabet") lists[0]?.append(...ordered);
    else for (const entry of entries) home.get(entry)?.append(entry);
    show();
  });
  // A link to a term that the filter hides takes the filter away.
  addEventListener("hashchange", () => {
    const there = document.getElementById(location.hash.slice(1));
    if (!there?.closest("[hidden]")) return;
    box.value = "";
    show();
    there.scrollIntoView();
  });
}
