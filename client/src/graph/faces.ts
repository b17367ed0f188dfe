import { forgetMeasures } from "./labels.ts";
import { loadFaces } from "./scripts.ts";

/** The letters that have their faces by now: a canvas does not lay its text out again when one arrives. */
export class Faces {
  #letters = "";

  /** Resolves when these texts can be drawn, and says whether faces had to be waited for. */
  async follow(texts: readonly string[]): Promise<boolean> {
    const letters = [...new Set(texts.join("").normalize("NFC"))].join("");
    if (letters === this.#letters) return false;
    this.#letters = letters;
    await loadFaces(texts);
    forgetMeasures();
    return true;
  }
}
