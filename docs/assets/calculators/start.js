/** Starts Python as soon as the page has named its pack, while the rest of the calculator's scripts still arrive. */
import { clientFor } from "./client.js";

const element = document.querySelector("regulation-calculator");
const data = element?.querySelector('script[type="application/json"]');
if (element instanceof HTMLElement && data) {
  const { manifest } = JSON.parse(data.textContent ?? "");
  clientFor(`${element.dataset.root ?? "."}/runtime`, manifest).early();
}
