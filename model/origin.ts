import type { Block } from "./stages.ts";

/**
 * Two articles whose fingerprints differ in at most this many of 64 bits are one story. Charikar's simhash (2002) over
 * shingles of three words; an edited copy measured 6, a shortened one 2, other articles 30 to 39.
 */
export const NEAR = 10;

/** 64-bit simhash of a text's three-word shingles as 16 hexadecimal digits; of its blocks only, when they are given. */
export function fingerprint(
  text: string,
  blocks: Pick<Block, "start" | "end">[] = [{ start: 0, end: text.length }],
): string {
  const ballot: Ballot = { lanes: new Uint32Array(16), counts: new Uint32Array(64), votes: 0 };
  let one = 0;
  let two = 0;
  let words = 0;
  const add = (word: number) => {
    words++;
    if (words >= 3) vote(ballot, Math.imul(one, 31) ^ Math.imul(two, 17) ^ word);
    one = two;
    two = word;
  };
  for (const { start, end } of blocks) {
    let word = 0;
    for (let at = start; at < end; at++) {
      const code = text.charCodeAt(at);
      if (isGap(code)) {
        if (word !== 0) add(word);
        word = 0;
      } else word = Math.imul(word ^ (code < 91 && code > 64 ? code + 32 : code), 0x01000193);
    }
    if (word !== 0) add(word);
  }
  // Fewer than three words make no shingle: they vote as one.
  if (words < 3) vote(ballot, Math.imul(one, 31) ^ two);
  return hexadecimal(ballot);
}

/** Bits in which two fingerprints differ, 0…64. */
export function distance(a: string, b: string): number {
  let bits = 0;
  for (let at = 0; at < 16; at += 8) {
    let different = Number.parseInt(a.slice(at, at + 8), 16) ^ Number.parseInt(b.slice(at, at + 8), 16);
    for (; different !== 0; different &= different - 1) bits++;
  }
  return bits;
}

/** Space, and punctuation that copies change freely: ASCII's, the dandas, and the general block's. */
function isGap(code: number): boolean {
  if (code < 0x80) return !((code > 47 && code < 58) || (code > 64 && code < 91) || (code > 96 && code < 123));
  return code === 0xa0 || code === 0x964 || code === 0x965 || (code >= 0x2000 && code < 0x2070);
}

/**
 * Each bit of the shingle's hash votes for or against the fingerprint's. Votes are added four to a number, one in each of
 * its bytes, and moved to the full counts before a byte overflows: one vote a bit took a tenth of all reading time.
 */
function vote(ballot: Ballot, hash: number): void {
  const low = mix(hash);
  const high = mix(low ^ 0x9e3779b9);
  const { lanes } = ballot;
  for (let byte = 0; byte < 4; byte++) {
    const one = (low >>> (byte * 8)) & 0xff;
    const two = (high >>> (byte * 8)) & 0xff;
    lanes[byte * 2]! += spread[one & 15]!;
    lanes[byte * 2 + 1]! += spread[one >>> 4]!;
    lanes[byte * 2 + 8]! += spread[two & 15]!;
    lanes[byte * 2 + 9]! += spread[two >>> 4]!;
  }
  ballot.votes++;
  if (ballot.votes % 255 === 0) settle(ballot);
}

interface Ballot {
  lanes: Uint32Array;
  /** Votes for each of the 64 bits. */
  counts: Uint32Array;
  votes: number;
}

/** Four bits as the lowest bits of four bytes. */
const spread = Uint32Array.from(
  { length: 16 },
  (_, bits) => (bits & 1) | ((bits & 2) << 7) | ((bits & 4) << 14) | ((bits & 8) << 21),
);

function settle({ lanes, counts }: Ballot): void {
  for (let bit = 0; bit < 64; bit++) counts[bit]! += (lanes[bit >>> 2]! >>> ((bit & 3) * 8)) & 0xff;
  lanes.fill(0);
}

/** The finisher of MurmurHash3: every bit of the input changes half of the output's. */
function mix(value: number): number {
  let mixed = value ^ (value >>> 16);
  mixed = Math.imul(mixed, 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return mixed ^ (mixed >>> 16);
}

function hexadecimal(ballot: Ballot): string {
  settle(ballot);
  let digits = "";
  for (let at = 0; at < 64; at += 4) {
    let digit = 0;
    for (let bit = 0; bit < 4; bit++) if (ballot.counts[at + bit]! * 2 > ballot.votes) digit |= 1 << bit;
    digits += digit.toString(16);
  }
  return digits;
}
