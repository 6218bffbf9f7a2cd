/**
 * `regulation-calculator`: a form that the build wrote, answered by Python in a worker as it is filled in.
 *
 * `data-state` says where it stands: static, loading, ready, answered, refused or failed. Every finding,
 * refusals included, is fired as `calculator-finding`.
 */
import { Controller } from "./controller.js";

export class RegulationCalculator extends HTMLElement {
  /** @type {Controller | undefined} */
  #controller;

  connectedCallback() {
    const form = this.querySelector("form");
    const data = this.querySelector('script[type="application/json"]');
    if (!form || !data) return;
    this.#controller = new Controller(this, form, JSON.parse(data.textContent ?? ""));
    this.#controller.start();
  }

  disconnectedCallback() {
    this.#controller?.stop();
  }
}
