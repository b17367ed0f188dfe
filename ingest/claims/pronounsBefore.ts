import { caseMarkerEnding, ownedNoun } from "./ahead.ts";
import type { Noun, Pronoun } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

/** The pronouns of a sentence whose case markers precede their nouns. */
export function pronouns(scan: Scan): Pronoun[] {
  const found: Pronoun[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const name = mark?.classes.find((cls) => cls.startsWith("pronoun.") || cls.startsWith("described."));
    if (!mark || !name) continue;
    if (name.startsWith("described.")) {
      // "the island nation Fiji" has its name.
      // … and so has "the island nation of Fiji".
      // … and so has "its neighbour, Fiji,".
      const neighbour = name === "described.neighbour";
      const of = is(scan, mark.to, "case.of") || (neighbour && scan.tokens[mark.to]?.text === ",");
      const named = scan.mentions[mark.to] ?? (of ? scan.mentions[mark.to + 1] : undefined);
      if (!named) found.push(described(scan, k, neighbour ? "country" : name.slice("described.".length)));
      continue;
    }
    const [, kind, fixed] = name.split(".") as [string, Pronoun["kind"], string | undefined];
    const before = caseMarkerEnding(scan, k);
    const owned = fixed === "gen" ? [{ ...ownedNoun(scan, mark.to), case: before?.case ?? "" }] : [];
    const organ = fixed === "gen" && actsForState(scan, owned[0]!);
    if (organ) {
      // "whose army", "its forces", "our government": the state acts.
      found.push({ kind, case: before?.case ?? "nom", from: before?.from ?? k, to: owned[0]!.to, owned: [] });
      continue;
    }
    if (fixed === "gen" && owned[0]?.classes.includes("state")) {
      // "his country", "our nation": the state of whoever speaks or acts.
      const { to } = owned[0];
      // "to recognise her country"
      const whom = before === undefined && scan.classes[k - 1]?.some((cls) => cls.startsWith("v."));
      found.push({
        kind,
        case: before?.case ?? "nom",
        from: before?.from ?? k,
        to,
        owned: [],
        person: true,
        ...(whom ? { whom: true } : {}),
      });
      continue;
    }
    if (fixed === "who") {
      found.push({ kind, case: "nom", from: k, to: mark.to, owned: [], person: true });
      continue;
    }
    if (kind === "we" && fixed === "obj") {
      // "extended us a loan", "no ally of ours"
      found.push({ kind, case: before?.case ?? "nom", from: before?.from ?? k, to: mark.to, owned: [], whom: true });
      continue;
    }
    if (kind === "personal" && (fixed === "obj" || fixed === "them" || isObject(scan, k, mark.to))) {
      found.push({
        kind,
        case: before?.case ?? "nom",
        from: before?.from ?? k,
        to: mark.to,
        owned,
        whom: true,
        ...(fixed === "them" ? { plural: true } : {}),
        ...(fixed === "obj" ? { person: true } : {}),
      });
      continue;
    }
    found.push({ kind, case: fixed ?? before?.case ?? "nom", from: before?.from ?? k, to: mark.to, owned });
  }
  return found;
}

/** An organ, and an office whose holder goes without a name: "its foreign minister said". */
const actsForState = (scan: Scan, { classes, to }: Noun): boolean =>
  classes.includes("organ") ||
  (classes.some((cls) => cls.startsWith("title.") && cls !== "title.plain") &&
    scan.mentions[to] === undefined &&
    scan.tokens[to]?.text !== ",");

/** "the kingdom", "the alliance's help", "with the island nation". */
function described(scan: Scan, k: number, called: string): Pronoun {
  const mark = scan.marks[k]!;
  const before = caseMarkerEnding(scan, k);
  const owned = mark.ending === "" ? [] : [{ ...ownedNoun(scan, mark.to), case: before?.case ?? "nom" }];
  const organ = owned[0]?.classes.includes("organ") === true;
  return {
    kind: "described",
    called,
    case: owned.length > 0 && !organ ? "gen" : (before?.case ?? "nom"),
    from: before?.from ?? k,
    to: organ ? owned[0]!.to : mark.to,
    owned: organ ? [] : owned,
    // "visited the island nation"
    ...(before === undefined && scan.classes[k - 1]?.some((cls) => cls.startsWith("v.")) ? { whom: true } : {}),
  };
}

/** "accused it", "to it": behind a verb or a preposition, and before no verb of its own. */
function isObject(scan: Scan, k: number, next: number): boolean {
  const before = scan.classes[k - 1] ?? [];
  const after = scan.classes[next] ?? [];
  if (before.some((cls) => cls === "speech" || cls === "that" || cls === "case.than" || cls.startsWith("subordinate")))
    return false;
  if (after.some((cls) => ["be", "aux", "future", "possible", "negation"].includes(cls))) return false;
  return before.some((cls) => cls.startsWith("v.") || cls.startsWith("case."));
}
