import { caseMarkerEnding, ownedNoun } from "./ahead.ts";
import type { Pronoun } from "./phrase.ts";
import type { Scan } from "./scan.ts";

export function pronouns(scan: Scan): Pronoun[] {
  const found: Pronoun[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const name = mark?.classes.find((cls) => cls.startsWith("pronoun."));
    if (!mark || !name) continue;
    const [, kind, fixed] = name.split(".") as [string, Pronoun["kind"], string | undefined];
    const before = caseMarkerEnding(scan, k);
    const owned = fixed === "gen" ? [{ ...ownedNoun(scan, mark.to), case: before?.case ?? "" }] : [];
    const organ = fixed === "gen" && kind === "relative" && owned[0]?.classes.includes("organ");
    if (organ) {
      found.push({ kind, case: "nom", from: k, to: owned[0]!.to, owned: [] });
      continue;
    }
    found.push({ kind, case: fixed ?? before?.case ?? "nom", from: before?.from ?? k, to: mark.to, owned });
  }
  return found;
}
