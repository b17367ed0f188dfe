import type { Position } from "./commands.ts";
import type { Scene } from "./scene.ts";
import type { View } from "./view.ts";

interface Point {
  x: number;
  y: number;
}

/** Moves things from one place to another in so many milliseconds, fast at first; gives back what stops it on the way. */
export function glide(
  ways: readonly { id: string; from: Point; to: Point }[],
  duration: number,
  place: (places: (Point & { id: string })[]) => void,
): () => void {
  const began = performance.now();
  let frame = 0;
  const step = (): void => {
    const t = duration === 0 ? 1 : Math.min(1, (performance.now() - began) / duration);
    const eased = 1 - (1 - t) ** 3;
    place(
      ways.map(({ id, from, to }) =>
        t === 1
          ? { id, x: to.x, y: to.y }
          : { id, x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased },
      ),
    );
    if (t < 1) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}

/** Moves nodes on the canvas to where the view has them, one movement at a time. */
export class Glider {
  readonly #scene: Scene;
  readonly #place: (places: readonly Position[]) => void;
  readonly #isStill: () => boolean;
  #stop: () => void = () => {};

  constructor(scene: Scene, place: (places: readonly Position[]) => void, isStill: () => boolean) {
    this.#scene = scene;
    this.#place = place;
    this.#isStill = isStill;
  }

  /** At once where many move, or where the reader asked for nothing to move by itself. */
  to(nodes: View["nodes"], ids: readonly string[]): void {
    this.#stop();
    const ways = ids.flatMap((id) => {
      const to = nodes[id];
      return to && this.#scene.hasNode(id) ? [{ id, from: { ...this.#scene.getNodeAttributes(id) }, to }] : [];
    });
    this.#stop = glide(ways, this.#isStill() || ids.length > 300 ? 0 : 280, this.#place);
  }

  stop(): void {
    this.#stop();
  }
}
