import { describedLand, standsAlone } from "./describedLand.ts";
import type { Grammar } from "./grammar.ts";
import type { Marked } from "./lexicon.ts";
import { isFiller, isKind, stops } from "./nouns.ts";
import type { Noun, Pronoun } from "./phrase.ts";
import { caseMarker, type Scan } from "./scan.ts";

export function pronouns(scan: Scan, grammar: Grammar): Pronoun[] {
  const found: Pronoun[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const names = mark?.classes.filter((cls) => cls.startsWith("pronoun.") || cls.startsWith("described."));
    // "to them", "their ally": where one form serves both, the noun behind it tells.
    const name =
      names && names.length > 1 && (ownsNext(scan, mark!.to) || caseMarker(scan, mark!.to))
        ? names.find((cls) => cls.endsWith(".gen"))
        : names?.[0];
    const stood = name ? undefined : described(scan, grammar, k);
    if (stood) {
      found.push(made(scan, grammar, stood));
      k = stood.to - 1;
      continue;
    }
    if (!mark || !name) continue;
    // "the region", or with the case that the form has: "described.territory.dat".
    const [first, of, form] = name.split(".");
    const called = first === "described" ? of : undefined;
    // "the island state [Nauru]" has its name.
    if (called && scan.mentions[mark.to]) continue;
    const [, kind, fixed] = (called ? ["", "described", form] : name.split(".")) as [string, Pronoun["kind"], string?];
    const standing = fixed ?? (mark.ending === "" ? "nom" : grammar.caseOf(mark.ending));
    found.push(made(scan, grammar, { kind, called, from: k, to: mark.to, standing, mark }));
  }
  return found;
}

/** The words of a pronoun, or of a description in its place, before what stands behind them is read. */
interface Head {
  kind: Pronoun["kind"];
  called: string | undefined;
  from: number;
  to: number;
  standing: string;
  mark?: Marked;
}

/** "[this small country] refused", "[the bloc] refused": words that stand in the place of a name. */
function described(scan: Scan, grammar: Grammar, from: number): Head | undefined {
  if (grammar.order !== "postpositional" || grammar.lateSubject) return undefined;
  const to = describedLand(scan, from);
  if (to !== undefined) return { kind: "described", called: "country", from, to, standing: "nom" };
  const mark = scan.marks[from];
  const kind = mark?.classes.find((cls) => cls.startsWith("alone."))?.slice(6);
  if (!mark || !kind || !standsAlone(scan, from)) return undefined;
  const called = kind === "org" ? undefined : kind;
  return { kind: called ? "described" : "org", called, from, to: mark.to, standing: "nom" };
}

/** Follows the case marker behind a pronoun, and what it owns. */
function made(scan: Scan, grammar: Grammar, head: Head): Pronoun {
  let { to, standing } = head;
  const marker = caseMarker(scan, to);
  if (marker && (standing === "nom" || (standing === "gen" && marker.case !== "gen"))) {
    standing = marker.case;
    to = marker.to;
  }
  const owned: Noun[] = [];
  let person = false;
  if (standing === "gen") {
    for (let n = to; n < Math.min(scan.tokens.length, to + 5); n++) {
      const noun = scan.marks[n];
      // "our dear [and] close ally": two words that describe the noun.
      const joins = noun?.classes.includes("and") && n > to && !scan.marks[n - 1] && scan.tokens[n - 1]!.word;
      if (joins) continue;
      if (scan.mentions[n] || (noun && stops(noun.classes))) break;
      // "our [most] important ally": a superlative stands before its noun.
      if (noun?.classes.every((cls) => cls === "counted")) continue;
      if (noun && !isFiller(noun.classes)) {
        const after = caseMarker(scan, noun.to);
        const next = scan.marks[noun.to];
        // "its [ally] group Hamas": a noun right before a name only says of what kind it is.
        const apposed = noun.classes.includes("ally") && next && isKind(next.classes) && scan.mentions[next.to];
        // "its only [treaty] ally": the last noun of a compound is the one owned.
        if (!apposed && !after && noun.ending === "" && next && !stops(next.classes) && !isFiller(next.classes))
          continue;
        owned.push({
          classes: noun.classes,
          from: noun.from,
          to: noun.to,
          case: noun.ending !== "" ? grammar.caseOf(noun.ending) : (after?.case ?? "nom"),
        });
        break;
      }
    }
    const [first] = owned;
    const office =
      first && grammar.lateSubject && head.mark?.classes.includes("country.it") && isNamelessOffice(scan, first);
    if (first && (office || first.classes.includes("organ") || first.classes.includes("state"))) {
      // "his country", "their army", "the country's president": the state acts.
      person = first.classes.includes("state");
      standing = first.case;
      to = caseMarker(scan, first.to)?.to ?? first.to;
      owned.length = 0;
    }
  }
  return {
    kind: head.kind,
    case: standing,
    from: head.from,
    to,
    owned,
    ...(person ? { person } : {}),
    ...(head.called ? { called: head.called } : {}),
  };
}

/** An office whose holder goes without a name that the lists know. */
const isNamelessOffice = (scan: Scan, { classes, to }: Noun): boolean =>
  classes.some((cls) => cls === "title.lead" || cls === "title.office") && !scan.mentions[to];

/** A noun that asks for an owner: "their [closest] ally", "their request". */
function ownsNext(scan: Scan, from: number): boolean {
  for (let k = from; k < from + 3; k++) {
    const classes = scan.marks[k]?.classes;
    if (classes?.some((cls) => ["ally", "alliance", "state", "request", "proposal"].includes(cls))) return true;
    if (scan.covered[k] || (classes && !isFiller(classes) && !classes.includes("adverb"))) return false;
  }
  return false;
}
