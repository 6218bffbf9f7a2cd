/** One exercise in a frame of another site: as on the page for courses, without the tools around it. */
import { Exercise } from "./exercise.js";

const item = document.querySelector(".exercises > .exercise");
const data = document.querySelector("script[data-part=exercise]");

if (item instanceof HTMLElement && data instanceof HTMLElement) {
  new Exercise(item, JSON.parse(data.textContent ?? ""), data.dataset.lang ?? "zh", () => {});
}
