import type Sigma from "sigma";
import { fitting, isInSight, padding } from "./camera.ts";
import type { EdgeAttributes, NodeAttributes } from "./scene.ts";
import { type Camera, rounded, same } from "./view.ts";

/** Where one looks from: Sigma's camera in the view's own terms. */
export class Lens {
  readonly #sigma: Sigma<NodeAttributes, EdgeAttributes>;
  /** Whether the reader asked for nothing to move by itself. */
  readonly #isStill: () => boolean;
  /** Pixels at the left of the canvas, below zero at its right, that something lies over: nothing is fitted under them. */
  covered = 0;
  /** Where the camera glides to, as long as it does. */
  #goal: Camera | undefined;

  constructor(sigma: Sigma<NodeAttributes, EdgeAttributes>, isStill: () => boolean) {
    this.#sigma = sigma;
    this.#isStill = isStill;
  }

  get camera(): Camera {
    const { x, y, ratio } = this.#sigma.getCamera().getState();
    return { x: rounded(x), y: rounded(y), ratio: rounded(ratio) };
  }

  /** Where the camera is when it has come to rest, unless somebody takes it elsewhere on the way. */
  get goal(): Camera {
    return this.#goal ?? this.camera;
  }

  look(camera: Camera, glide = true): void {
    // Not where it is on its way elsewhere: from there it would still go on.
    if (same(this.goal, camera)) return;
    this.#goal = undefined;
    if (!glide || this.#isStill()) this.#sigma.getCamera().setState(camera);
    else void this.#glide(camera);
  }

  async #glide(camera: Camera): Promise<void> {
    this.#goal = camera;
    // Sigma ends the wait as well when another movement takes the camera over.
    await this.#sigma.getCamera().animate(camera, { duration: 300, easing: "quadraticOut" });
    if (this.#goal === camera) this.#goal = undefined;
  }

  zoom(factor: number): void {
    const { x, y, ratio } = this.camera;
    this.look({ x, y, ratio: rounded(Math.min(6, Math.max(0.05, ratio * factor))) });
  }

  /** The camera with a place in the middle of what is not covered, as near as now. */
  centred({ x, y }: { x: number; y: number }): Camera {
    const aside = (this.covered * this.pixel) / 4;
    return { x: rounded(x / 2 + 0.5 - aside), y: rounded(y / 2 + 0.5), ratio: this.goal.ratio };
  }

  /** The place in the graph under a point of the canvas, in CSS pixels. */
  placeAt(point: { x: number; y: number }): { x: number; y: number } {
    return this.#sigma.viewportToGraph(point);
  }

  /** How far apart in the graph two points are that are a CSS pixel apart on the canvas. */
  get pixel(): number {
    const { width, height } = this.#sigma.getDimensions();
    return (2 * this.goal.ratio) / Math.max(1, Math.min(width, height) - 2 * padding);
  }

  /** The camera that shows these places with room for names around them. */
  fitting(places: readonly { x: number; y: number }[]): Camera {
    return fitting(places, this.#sigma.getDimensions(), this.covered);
  }

  /** Whether all these places are in sight once the camera rests. */
  shows(places: readonly { x: number; y: number }[]): boolean {
    const size = this.#sigma.getDimensions();
    return places.every((place) => isInSight(place, this.goal, size, this.covered));
  }
}
