/** Who arrives at a place that is folded away finds it open, also where the browser does not open it by itself. */
import { unfold } from "../shared/unfold.js";

const arrive = () => {
  const there = document.getElementById(location.hash.slice(1)); // our ids are plain letters
  if (there && unfold(there)) there.scrollIntoView();
};

addEventListener("hashchange", arrive);
arrive();
