import { NEAR } from "../../model/origin.ts";

/** A 64-bit simhash as two 32-bit halves. */
export type Fingerprint = readonly [high: number, low: number];

/** Reads sixteen hexadecimal digits; undefined for none or for a text too short to have one. */
export function fingerprint(hex: string | undefined | null): Fingerprint | undefined {
  if (!hex || !/^[0-9a-f]{16}$/i.test(hex) || /^0+$/.test(hex)) return undefined;
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8), 16)];
}

export function isNear(a: Fingerprint, b: Fingerprint): boolean {
  return ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]) <= NEAR;
}

/**
 * Fingerprints side by side in memory. A new one is held against all: at about a nanosecond each that is cheaper than an
 * index would be, since near copies may differ in too many bits for one.
 */
export class Fingerprints {
  readonly #places = new Map<string, number>();
  readonly #ids: string[] = [];
  #high = new Int32Array(1024);
  #low = new Int32Array(1024);

  set(id: string, [high, low]: Fingerprint): void {
    const place = this.#places.get(id) ?? this.#ids.length;
    if (place === this.#high.length) [this.#high, this.#low] = [doubled(this.#high), doubled(this.#low)];
    this.#places.set(id, place);
    this.#ids[place] = id;
    this.#high[place] = high;
    this.#low[place] = low;
  }

  /** The last one takes the place of the one that goes. */
  delete(id: string): void {
    const place = this.#places.get(id);
    const last = this.#ids.length - 1;
    const moved = this.#ids[last];
    if (place === undefined || moved === undefined) return;
    this.#places.set(moved, place);
    this.#ids[place] = moved;
    this.#high[place] = this.#high[last] ?? 0;
    this.#low[place] = this.#low[last] ?? 0;
    this.#ids.pop();
    this.#places.delete(id);
  }

  near([high, low]: Fingerprint): string[] {
    const found: string[] = [];
    const [highs, lows, count] = [this.#high, this.#low, this.#ids.length];
    for (let place = 0; place < count; place++) {
      if (ones(highs[place]! ^ high) + ones(lows[place]! ^ low) <= NEAR) found.push(this.#ids[place]!);
    }
    return found;
  }
}

function doubled(array: Int32Array): Int32Array<ArrayBuffer> {
  const grown = new Int32Array(array.length * 2);
  grown.set(array);
  return grown;
}

/** Number of set bits, two, four, eight at a time (Warren, Hacker's Delight, 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
