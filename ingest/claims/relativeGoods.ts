import type { Grammar } from "./grammar.ts";
import { is, type Scan } from "./scan.ts";

/** "the tanks, [which] Kenya gave Chad": right behind goods a relative pronoun stands for them, so its clause tells of goods. */
export function relativeGoods(scan: Scan, grammar: Grammar): void {
  if (grammar.order !== "postpositional" || grammar.lateSubject || !scan.present.has("goods")) return;
  for (let k = 1; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    if (!mark?.classes.some((cls) => cls === "pronoun.relative.nom" || cls === "pronoun.relative.dat")) continue;
    const before = scan.tokens[k - 1]!.text === "," ? k - 2 : k - 1;
    // "[a spokesman for arms], who": goods that carry a case are not what is told of.
    if (!is(scan, before, "goods") || scan.covered[before] || is(scan, before, "organ")) continue;
    const classes = [...mark.classes, "goods"];
    scan.marks[k] = { ...mark, classes };
    for (let n = k; n < mark.to; n++) scan.classes[n] = classes;
  }
}
