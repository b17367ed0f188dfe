import type { Grammar } from "./grammar.ts";
import type { UnknownPerson } from "./person.ts";
import type { OfficeMention } from "./phrase.ts";
import type { Mention, Scan } from "./scan.ts";

/** What the phrases of a sentence are built from, and what was found on the way. */
export interface Building {
  scan: Scan;
  grammar: Grammar;
  unknown: UnknownPerson;
  offices: OfficeMention[];
  /** Names that stand in a phrase already. */
  taken: Set<Mention>;
}
