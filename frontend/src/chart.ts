/** Draws the charts of a page with Vega, in the page's own colours. No text is made into script. */

import { parse, View } from "vega";
import { expressionInterpreter } from "vega-interpreter";
import { compile, type TopLevelSpec } from "vega-lite";
import { coloured, type Json, variables } from "./colours";

class ChartElement extends HTMLElement {
  #spec: Json = null;
  #view: View | null = null;
  readonly #dark = matchMedia("(prefers-color-scheme: dark)");
  readonly #draw = (): void => void this.draw();

  connectedCallback(): void {
    const source = this.querySelector("script");
    if (source) this.#spec = JSON.parse(source.textContent ?? "null") as Json;
    this.#dark.addEventListener("change", this.#draw);
    void this.draw();
  }

  disconnectedCallback(): void {
    this.#dark.removeEventListener("change", this.#draw);
    this.#view?.finalize();
    this.#view = null;
  }

  async draw(): Promise<void> {
    const style = getComputedStyle(document.documentElement);
    const spec = coloured(this.#spec, variables(this.#spec), (name) =>
      style.getPropertyValue(name).trim(),
    );
    const runtime = parse(compile(spec as unknown as TopLevelSpec).spec, undefined, { ast: true });
    const place = document.createElement("div");
    place.className = "chart-place";
    this.#view?.finalize();
    this.replaceChildren(place);
    this.setAttribute("role", "img");
    this.setAttribute("aria-label", this.getAttribute("label") ?? "");
    this.#view = new View(runtime, { expr: expressionInterpreter, renderer: "svg" });
    await this.#view.initialize(place).runAsync();
    // The element says what the chart shows; the parts of the drawing say nothing more.
    place.querySelector("svg")?.setAttribute("aria-hidden", "true");
  }
}

customElements.define("rh-chart", ChartElement);
