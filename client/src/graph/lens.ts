import type Sigma from "sigma";
import { fitting } from "./camera.ts";
import type { EdgeAttributes, NodeAttributes } from "./scene.ts";
import { type Camera, rounded } from "./view.ts";

/** Where one looks from: Sigma's camera in the view's own terms. */
export class Lens {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  /** Whether the reader asked for nothing to move by itself. */
  readonly #isStill: () => boolean;
  /** Pixels at the left of the canvas, below zero at its right, that something lies over: nothing is fitted under them. */
  covered = 0;

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, isStill: () => boolean) {
    this.#sigma = sigma;
    this.#isStill = isStill;
  }

  get camera(): Camera {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x: rounded(x), y: rounded(y), ratio: rounded(ratio) };
  }

  look(camera: Camera, glide = true): void {
    const now = this.camera;
    if (now.x === camera.x && now.y === camera.y && now.ratio === camera.ratio) return;
    if (!glide || this.#isStill()) this.#sigma.getCamera().setState(camera);
    else void this.#sigma.getCamera().animate(camera, { duration: 300, easing: "quadraticOut" });
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.camera;
    this.look({ x, y, ratio: rounded(Math.min(6, Math.max(0.05, ratio * factor))) });
  }

  /** The camera that shows these places with room for names around them. */
  fitting(places: readonly { x: number; y: number }[]): Camera {
    return fitting(places, this.#sigma.getDimensions(), this.covered);
  }
}
