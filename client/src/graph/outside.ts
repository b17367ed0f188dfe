import type { Library } from "./library.ts";
import type { View } from "./view.ts";

/** How many edges of each node lead out of the picture, counted when first asked for. */
export class Outside {
  readonly #library: Library;
  readonly #counts = new Map<string, number>();
  #nodes: View["nodes"] = {};
  #shown: ReadonlySet<string> = new Set();
  /** Of the library, when the counts were made. */
  #version = -1;

  constructor(library: Library) {
    this.#library = library;
  }

  /** The picture holds these nodes from now on. */
  follow(nodes: View["nodes"]): void {
    if (nodes === this.#nodes && this.#version === this.#library.version) return;
    this.#nodes = nodes;
    this.#shown = new Set(Object.keys(nodes));
    this.#counts.clear();
    this.#version = this.#library.version;
  }

  count(id: string): number {
    const known = this.#counts.get(id);
    if (known !== undefined) return known;
    const count = Object.values(this.#library.more(id, this.#shown)).reduce((sum, each) => sum + each, 0);
    this.#counts.set(id, count);
    return count;
  }
}
