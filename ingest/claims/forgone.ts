import { traced } from "../../model/trace.ts";
import type { Frame } from "./frames.ts";
import { is, type Scan } from "./scan.ts";
import type { Stance } from "./stance.ts";

/** An act under a word of refusing is silent; who refuses to recognise, or keeps from an act, is told not to have done it. */
export function notDone(frame: Frame, scan: Scan, how: Stance): void {
  if (how.governs !== "g.refuse") return;
  // "has avoided supplying Russia with arms"
  const kept = frame.verbal && frame.type !== "REFUSED" && is(scan, how.governor!, "forgo");
  // "denied recognising it": what somebody only denies is not told.
  if ((frame.type !== "RECOGNIZED" && !kept) || is(scan, how.governor!, "v.deny")) return;
  how.silent = undefined;
  how.polarity = "negated";
  how.notes.push(kept ? traced("keptFrom") : traced("underRefusal"));
}
