import type { MouseCoords } from "sigma/types";

const patience = 500;
/** Pixels that a finger trembles. */
const tremble = 10;

/** A finger that rests on the canvas: after half a second it has asked for the menu. */
export class Press {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #from: { x: number; y: number } | undefined;
  #held = false;

  begin({ original, x, y }: MouseCoords, held: () => void): void {
    this.end();
    // A second finger means to zoom.
    if (!("touches" in original) || (original as TouchEvent).touches.length > 1) return;
    this.#from = { x, y };
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#held = true;
      held();
    }, patience);
  }

  /** Whether a finger that moved still rests, so that nothing should follow it. */
  rests({ x, y }: { x: number; y: number }): boolean {
    if (!this.#from) return false;
    if (this.#held || Math.hypot(x - this.#from.x, y - this.#from.y) < tremble) return true;
    this.end();
    return false;
  }

  /** The finger is gone, or does something else; says whether it had asked for the menu. */
  end(): boolean {
    clearTimeout(this.#timer);
    const held = this.#held;
    this.#from = undefined;
    this.#held = false;
    return held;
  }
}
