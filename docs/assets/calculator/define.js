/** Registers the element. Loaded as a module by every calculator page. */
import { RegulationCalculator } from "./element.js";
import { handOver } from "./grade/hand-over.js";
import { gradingTables } from "./grade/table.js";

gradingTables(); // before the element asks: it listens to the first finding too
handOver();
customElements.define("regulation-calculator", RegulationCalculator);
