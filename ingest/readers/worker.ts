import type { Source } from "../../model/stages.ts";
import { type Outcome, outcome } from "./outcome.ts";

/** What a worker does: it reads one article after another. */
export function read(source: Source): Promise<Outcome> {
  return outcome(source);
}
