import type { Clauses } from "./clauses.ts";
import { is, type Scan } from "./scan.ts";
import type { Stance } from "./stance.ts";

/** "Chad asked to send ships": who asks to do a thing has not been asked for it. */
export function asksForItself(
  scan: Scan,
  from: number,
  to: number | undefined,
  { governor, governs }: Stance,
): boolean {
  if (governs !== "g.ask" || governor === undefined || to === undefined || scan.marks[governor]?.to !== to)
    return false;
  if (!is(scan, from, "v.supply") && !is(scan, from, "v.deploy")) return false;
  let k = governor - 1;
  while (is(scan, k, "adverb")) k--;
  return scan.covered[k] !== undefined || is(scan, k, "pronoun.personal.nom") || is(scan, k, "pronoun.relative.nom");
}

/** "joined [Chad] in condemning": whoever joins in an act becomes no member. */
export function joinsIn(scan: Scan, from: number, to: number, form: (k: number, name: string) => boolean): boolean {
  if (!is(scan, from, "v.join")) return false;
  for (let k = to; k < Math.min(scan.tokens.length - 1, to + 9) && scan.tokens[k]!.word; k++)
    if (is(scan, k, "case.in") && form(scan.marks[k]!.to, "gerund")) return true;
  return false;
}

/** "denied that it had refused": what is denied is not told. */
export function denied(scan: Scan, { clauses, of }: Clauses, clause: number): boolean {
  const own = clauses[clause];
  // "denied in a statement that"
  const stated = own?.kind === "relative" && is(scan, own.from, "that") && is(scan, own.from - 1, "announcement");
  if (!own || (own.kind !== "that" && !stated)) return false;
  for (let k = own.from - 1; k >= Math.max(0, own.from - 8) && (k > own.from - 4 || of[k] === own.parent); k--)
    if (is(scan, k, "v.deny")) return true;
  return isRebutted(scan, own.from) || isUntrue(scan, own.from);
}

/** "rejected [reports that] it had": a noun of hearsay that somebody turns down. */
function isRebutted(scan: Scan, that: number): boolean {
  const told = ["allegation", "report", "g.accuse"].some((cls) => is(scan, that - 1, cls));
  return told && [2, 3, 4].some((back) => is(scan, that - back, "v.reject"));
}

/** "it is [false that] it had", "there is [no truth in claims that]". */
const isUntrue = (scan: Scan, that: number): boolean => [1, 2].some((back) => is(scan, that - back, "untrue"));

/** "there is [no evidence that] Chad had armed it": what nothing tells of is not told. */
export function unproven(scan: Scan, { clauses }: Clauses, clause: number): boolean {
  const own = clauses[clause];
  if (!own || !is(scan, own.from, "that")) return false;
  const noun = own.from - 1;
  if (is(scan, noun, "evidence.none")) return true;
  return (
    is(scan, noun, "evidence") &&
    [1, 2, 3, 4].some((back) => is(scan, noun - back, "negation") || is(scan, noun - back, "nothing"))
  );
}

/** "had never visited it [until] Monday", "did not recognise it [until] 2008": a denial of what happened in the end. */
export function onlyUntil(scan: Scan, begin: number, from: number, { polarity, group }: Stance): boolean {
  if (polarity !== "negated" || !scan.present.has("until")) return false;
  let past = false;
  for (let k = Math.min(begin, group[0]); k < from; k++) past ||= is(scan, k, "aux.past");
  // "did not refuse it; it put it off until May": behind such a mark something else lasts until then.
  for (let k = from + 1; past && k < scan.tokens.length && !/^[;:—–]$/u.test(scan.tokens[k]!.text); k++)
    if (is(scan, k, "until")) return true;
  return false;
}

/** "has shelved, [rather than] rejected": what somebody did not do but something else. */
export function isOther(scan: Scan, begin: number): boolean {
  return is(scan, begin - 1, "ratherthan");
}

/** "it is [high time] Kenya recognised it": what is overdue has not been done. */
export function overdue(scan: Scan, from: number, { clauses, of }: Clauses): boolean {
  if (!scan.present.has("overdue")) return false;
  const { kind, from: opens } = clauses[of[from]!]!;
  const told = is(scan, opens, "that") && kind !== "main";
  const [first, last] = told ? [opens - 2, opens] : [from - 9, from];
  for (let k = Math.max(0, first); k < last; k++)
    if (is(scan, k, "overdue") && (told || of[k] === of[from])) return true;
  return false;
}

/** "had hoped that it would stop": what is hoped, feared or wondered is not told. */
export function hoped(scan: Scan, { clauses }: Clauses, clause: number): boolean {
  const own = clauses[clause];
  return own?.kind === "that" && is(scan, own.from - 1, "g.silent") && !is(scan, own.from - 1, "speech");
}

/** "Moldova [used to] buy it": a habit of the past, not "arms used to attack". */
export function onlyPast(scan: Scan, to: number | undefined): boolean {
  if (to === undefined || !is(scan, to - 1, "habit")) return false;
  const name = scan.covered[to - 2];
  if (!name) return ["pronoun.personal.nom", "pronoun.relative.nom", "and"].some((cls) => is(scan, to - 2, cls));
  return (
    !is(scan, name.from - 1, "goods") && !scan.marks[name.from - 1]?.classes.some((cls) => /relative|^that$/u.test(cls))
  );
}

/** "heard [rumours that] Chad had armed it": what a noun of hearsay holds is alleged, whoever passes it on. */
export function rumoured(scan: Scan, { clauses }: Clauses, clause: number, verb: number): boolean {
  const own = clauses[clause];
  // Farther behind, a verb may be that of the noun itself: "the charge that Chad had armed it returned".
  if (own?.kind !== "that" || verb - own.from > 7) return false;
  const noun = own.from - 1;
  // "Reuters reports that": a verb, where somebody stands before it; "there are reports that" is none.
  if (is(scan, noun, "speech") && noun > 0 && !is(scan, noun - 1, "be")) return false;
  return is(scan, noun, "allegation") || is(scan, noun, "g.accuse");
}

/** "[That] Oman [should] have balked at it surprised many", "it is [telling] that it should have": what a clause with such a word is judged for is a fact. */
export function isPutative(scan: Scan, k: number, { clauses, of }: Clauses): boolean {
  if (!is(scan, k, "putative")) return false;
  const { kind, from } = clauses[of[k]!]!;
  const that = kind === "that" ? from : 0;
  if (!is(scan, that, "that") || !scan.covered.slice(that + 1, k).some((mention) => mention)) return false;
  return that === 0 || is(scan, that - 1, "evaluated");
}
