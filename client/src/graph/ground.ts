import type { Atlas } from "./atlas/atlas.ts";

const namespace = "http://www.w3.org/2000/svg";

/** The map beneath the drawn graph: one SVG that moves with the camera. Its colours are the stylesheet's. */
export class Ground {
  readonly #svg = document.createElementNS(namespace, "svg");
  readonly #world = document.createElementNS(namespace, "g");

  constructor(element: HTMLElement) {
    this.#svg.setAttribute("class", "ground");
    this.#svg.setAttribute("aria-hidden", "true");
    this.#svg.append(this.#world);
    element.prepend(this.#svg);
  }

  show(atlas: Atlas | undefined): void {
    const paths = atlas ? (["land", "borders", "disputed"] as const) : [];
    this.#world.replaceChildren(
      ...paths.map((part) => {
        const path = document.createElementNS(namespace, "path");
        path.setAttribute("class", `ground-${part}`);
        path.setAttribute("d", atlas?.[part] ?? "");
        return path;
      }),
    );
  }

  /** `zero` and `one` are where the graph's 0 and 1 of the x axis lie on the canvas; paths are in thousandths. */
  follow(zero: { x: number; y: number }, one: { x: number; y: number }): void {
    if (!this.#world.firstChild) return;
    this.#world.setAttribute("transform", `translate(${zero.x} ${zero.y}) scale(${(one.x - zero.x) / 1000})`);
  }

  remove(): void {
    this.#svg.remove();
  }
}
