/** The page for courses: exercises, the choice of them for a class, and those that an address names one after the other. */
import { fill, make } from "../shared/dom.js";
import { casesOf } from "./address.js";
import { Exercise, scored } from "./exercise.js";
import { Picker } from "./picker.js";
import { Run } from "./run.js";

const place = document.querySelector("[data-part=class]");
const data = place?.querySelector("script");
const items = [...document.querySelectorAll(".exercises > .exercise")].filter((each) => each instanceof HTMLElement);

if (place instanceof HTMLElement && data) {
  const words = JSON.parse(data.textContent ?? "");
  const projected = new URLSearchParams(location.search).get("show") === "class";
  const exercises = items.map((item) => new Exercise(item, words, place.dataset.lang ?? "zh", () => count()));
  const known = exercises.map(({ id }) => id);
  const picker = new Picker(place, exercises, words);
  const run = new Run(place, exercises, words, projected);
  const problem = make("p.note.page-problem", { hidden: "", role: "status" });
  place.before(problem);
  document.documentElement.toggleAttribute("data-class-projected", projected);

  /** What was answered in the list of all is counted there. */
  const count = () => {
    if (run.runs) run.count();
    else picker.score.textContent = scored(exercises, words).said;
  };

  const read = () => {
    const asked = casesOf(location.hash, known) ?? { ids: projected ? known : [], unknown: [] };
    const unknown = asked.unknown.length ? fill(words.unknown, { names: asked.unknown.join(", ") }) : "";
    const others = make("a", { href: "#exercises" }, words.all_cases);
    run.begin(asked.ids, unknown && asked.ids.length ? [unknown, words.unknown_others, others] : []);
    problem.hidden = !unknown || asked.ids.length > 0;
    problem.textContent = problem.hidden ? "" : `${unknown}${words.unknown_choose}`;
    if (!problem.hidden) problem.scrollIntoView({ block: "center" });
    count();
  };
  addEventListener("hashchange", () => {
    if (casesOf(location.hash, known) || run.runs) read();
    if (!run.runs) document.getElementById(location.hash.slice(1))?.scrollIntoView();
  });
  read();
}
