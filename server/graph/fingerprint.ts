import { NEAR } from "../../model/origin.ts";

/** A 64-bit simhash as two 32-bit halves: comparing two takes nanoseconds, so a new article can be held against all. */
export type Fingerprint = readonly [high: number, low: number];

/** Reads sixteen hexadecimal digits; undefined for none or for a text too short to have one. */
export function fingerprint(hex: string | undefined | null): Fingerprint | undefined {
  if (!hex || !/^[0-9a-f]{16}$/i.test(hex) || /^0+$/.test(hex)) return undefined;
  return [Number.parseInt(hex.slice(0, 8), 16), Number.parseInt(hex.slice(8), 16)];
}

export function isNear(a: Fingerprint, b: Fingerprint): boolean {
  return ones(a[0] ^ b[0]) + ones(a[1] ^ b[1]) <= NEAR;
}

/** Number of set bits, two, four, eight at a time (Warren, Hacker's Delight, 5-1). */
function ones(bits: number): number {
  const pairs = bits - ((bits >>> 1) & 0x55555555);
  const nibbles = (pairs & 0x33333333) + ((pairs >>> 2) & 0x33333333);
  return Math.imul((nibbles + (nibbles >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
