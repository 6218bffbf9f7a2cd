/** Registers the element. Loaded as a module by every calculator page. */
import { RegulationCalculator } from "./element.js";

customElements.define("regulation-calculator", RegulationCalculator);
