import type { Modality, Polarity } from "../../model/stages.ts";
import type { TraceLine } from "../../model/trace.ts";
import type { Clauses } from "./clauses.ts";
import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";
import { verbFirst } from "./verbFirst.ts";
import { verbLast } from "./verbLast.ts";

/** How a cue is meant where it stands, or why it says nothing. */
export interface Stance {
  polarity: Polarity;
  modality: Modality;
  /** The verb group: cue with its auxiliaries and negation. */
  group: [from: number, to: number];
  passive: boolean;
  /** A passive participle without its auxiliary: it tells of the noun right before it. */
  reduced?: boolean;
  infinitive: boolean;
  /** A noun without a verb of its own: its parties are its owners. */
  nominal: boolean;
  /** A verbal noun that is the object of another verb: its doer owns it or stands before it. */
  dative?: boolean;
  /** Token of the word that governs an embedded verb ("refused [to send]"), if there is one. */
  governor?: number;
  /** Class of that word. */
  governs?: string;
  silent?: string;
  /** Somebody else turns the decision down: whose it is has done it. */
  foreign?: boolean;
  /** Somebody denies the act: where another alleges it, it stands as alleged. */
  denied?: boolean;
  notes: TraceLine[];
}

/** Reads polarity and modality of a cue from its verb group and from what governs it; of a cue of several frames once. */
export function stance(scan: Scan, cue: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const key = cue[0] * (scan.tokens.length + 1) + cue[1];
  let known = scan.stances.get(key);
  if (!known) {
    known = read(scan, cue, clauses, grammar);
    scan.stances.set(key, known);
  }
  // Frames go on to change what they get.
  return { ...known, notes: [...known.notes] };
}

function read(scan: Scan, cue: [number, number], clauses: Clauses, grammar: Grammar): Stance {
  const found =
    grammar.order === "postpositional" ? verbLast(scan, cue, clauses, grammar) : verbFirst(scan, cue, clauses, grammar);
  if (isPotential(scan, cue[0])) found.silent ??= "only a possibility";
  return found;
}

/** "a [possible] attack", "a [potential] Iranian attack": what is only thought of. */
export const isPotential = (scan: Scan, from: number): boolean => {
  let k = from - 1;
  while (k > from - 4 && (scan.covered[k] !== undefined || scan.tokens[k]?.word === false)) k--;
  return is(scan, k, "potential");
};

/** A cue that nothing around it denies, governs or puts off; all fields from the start, so that rules read one shape. */
export const plain = (group: [from: number, to: number]): Stance => ({
  polarity: "affirmed",
  modality: "asserted",
  group,
  passive: false,
  reduced: undefined,
  infinitive: false,
  nominal: false,
  dative: undefined,
  governor: undefined,
  governs: undefined,
  silent: undefined,
  denied: undefined,
  foreign: undefined,
  notes: [],
});
