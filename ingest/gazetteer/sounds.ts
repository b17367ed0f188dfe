import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";
import { latin } from "./latin.ts";

/** One sound of a name, as its letters may be read: the usual readings and those that occur. "-": it may be silent. */
interface Sound {
  id: number;
  usual: string;
  rare: string;
  vowel: boolean;
}
export type Sounds = Sound[];

/** What it costs to take one sound for another. */
interface Costs {
  /** One of the two is not the likeliest reading. */
  second: number;
  rare: number;
  near: number;
  other: number;
  /** A vowel for another one that its letters seldom stand for, or never. */
  rareVowel: number;
  vowel: number;
  missingVowel: number;
  silent: number;
  seldom: number;
  lost: number;
}
/** `loose` compares with few known names, `strict` picks among all. Measured: test/unit/namesHolders.test.ts. */
const costs = {
  loose: {
    second: 0,
    rare: 0.15,
    near: 0.35,
    other: 1,
    rareVowel: 0.06,
    vowel: 0.12,
    missingVowel: 0.16,
    silent: 0.1,
    seldom: 0.5,
    lost: 0.9,
  },
  strict: {
    second: 0.1,
    rare: 0.35,
    near: 0.6,
    other: 1,
    rareVowel: 0.25,
    vowel: 0.45,
    missingVowel: 0.4,
    silent: 0.15,
    seldom: 0.7,
    lost: 1,
  },
} satisfies Record<string, Costs>;
export type Manner = keyof typeof costs;
/** Sounds that scripts and newspapers take for each other. */
const near = [
  "kg",
  "td",
  "pb",
  "sz",
  "cj",
  "Ss",
  "vf",
  "pf",
  "mn",
  "jz",
  "hk",
  "cS",
  "jS",
  "cs",
  "vu",
  "yi",
  "yj",
  "rl",
];
const vowels = "aeiouEO";

/** The sounds of a name in any script whose letters we know; case, accents and doubled letters do not count. */
export function soundsOf(name: string, lang: Lang): Sounds {
  const text = latin(name, lang).toLowerCase().normalize("NFC");
  const spoken = text !== name.toLowerCase().normalize("NFC");
  const { longest, ...both } = table();
  const letters = spoken ? both.spoken : both.written;
  const sounds: Sounds = [];
  for (let at = 0; at < text.length; ) {
    let size = Math.min(longest, text.length - at);
    while (size > 0 && !letters.has(text.slice(at, at + size))) size--;
    if (size > 0) {
      const doubled = size === 1 && text[at] === text[at - 1];
      if (!doubled) sounds.push(...letters.get(text.slice(at, at + size))!);
      at += size;
      continue;
    }
    const bare = letters.get(text.charAt(at).normalize("NFKD").charAt(0));
    if (bare) sounds.push(...bare);
    at++;
  }
  return sounds;
}

/** How many consonants a name has: the more, the surer its agreement. */
export const consonants = (sounds: Sounds): number => sounds.filter((sound) => !sound.vowel).length;

/** How far apart two names sound: 0 for spellings of one name, about 1 for each consonant that only one of them has. */
export function distance(a: Sounds, b: Sounds, manner: Manner = "loose"): number {
  let row = [0];
  for (const sound of b) row.push(row.at(-1)! + lost(sound, manner));
  for (const left of a) {
    const next = [row[0]! + lost(left, manner)];
    for (let at = 0; at < b.length; at++) {
      const right = b[at]!;
      const change = row[at]! + taken(left, right, manner);
      const without = row[at + 1]! + lost(left, manner);
      const more = next[at]! + lost(right, manner);
      next.push(Math.min(change, without, more));
    }
    row = next;
  }
  return row.at(-1)!;
}

/** Whether two names begin with one sound; a silent letter or a vowel before it is passed over only where both have it. */
export function beginAlike(a: Sounds, b: Sounds, near: boolean): boolean {
  const [x] = a;
  const [y] = b;
  if (!x || !y) return false;
  const bound = near ? costs.loose.near : costs.loose.rare;
  if (taken(x, y, "loose") <= bound) return true;
  const silent = (sound: Sound): boolean => sound.usual.includes("-") || sound.rare.includes("-");
  return (
    (silent(x) && a[1] !== undefined && taken(a[1], y, "loose") <= bound) ||
    (silent(y) && b[1] !== undefined && taken(x, b[1], "loose") <= bound)
  );
}

function lost({ usual, rare, vowel }: Sound, manner: Manner): number {
  const cost = costs[manner];
  if (usual.includes("-")) return cost.silent;
  if (vowel) return cost.missingVowel;
  return rare.includes("-") ? cost.seldom : cost.lost;
}

/** By the ids of both sounds: there are few of them and they are compared often. */
const compared = { loose: new Map<number, number>(), strict: new Map<number, number>() };

function taken(a: Sound, b: Sound, manner: Manner): number {
  const pair = a.id * 1000 + b.id;
  let cost = compared[manner].get(pair);
  if (cost === undefined) {
    cost = change(a, b, costs[manner]);
    compared[manner].set(pair, cost);
  }
  return cost;
}

function change(a: Sound, b: Sound, cost: Costs): number {
  if (share(a.usual, b.usual)) return a.usual[0] === b.usual[0] ? 0 : cost.second;
  if (a.vowel && b.vowel) return share(a.usual + a.rare, b.usual + b.rare) ? cost.rareVowel : cost.vowel;
  if (share(a.usual, b.rare) || share(a.rare, b.usual)) return cost.rare;
  const alike = (x: string, y: string): boolean => a.usual.includes(x) && b.usual.includes(y);
  return near.some((pair) => alike(pair[0]!, pair[1]!) || alike(pair[1]!, pair[0]!)) ? cost.near : cost.other;
}

function share(a: string, b: string): boolean {
  for (const sound of a) if (sound !== "-" && b.includes(sound)) return true;
  return false;
}

interface Table {
  /** Names written in Latin letters, of whatever language. */
  written: Map<string, Sounds>;
  /** What is transliterated sound by sound from another script. */
  spoken: Map<string, Sounds>;
  longest: number;
}
let read: Table | undefined;

function table(): Table {
  read ??= parse(join(import.meta.dirname, "curated", "sounds.tsv"));
  return read;
}

function parse(file: string): Table {
  const written = new Map<string, Sounds>();
  const spoken = new Map<string, Sounds>();
  const ids = { next: 0 };
  for (const { cells, place } of lines(file)) {
    const [text, usual, rare = "", other = ""] = cells;
    if (!text || !usual) throw new DataError(place, "expected letters and the sounds they stand for");
    written.set(text, sounds(usual, rare, ids));
    const [otherUsual = "", otherRare = ""] = other.split("|");
    spoken.set(text, sounds(otherUsual || usual, other ? otherRare : rare, ids));
  }
  return { written, spoken, longest: Math.max(...[...written.keys()].map((text) => text.length)) };
}

/** "gu" may be two sounds: the longest reading gives their number, each place holds what may stand there. */
function sounds(usual: string, rare: string, ids: { next: number }): Sounds {
  const readings = usual.split(" ");
  const size = Math.max(...readings.map((reading) => reading.length));
  return Array.from({ length: size }, (_, at) => {
    const here = readings.map((reading) => reading[at] ?? "-").join("");
    const seldom = at === 0 ? rare.replaceAll(" ", "") : "";
    return { id: ids.next++, usual: here, rare: seldom, vowel: vowels.includes(here[0]!) };
  });
}
