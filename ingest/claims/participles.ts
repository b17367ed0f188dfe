import { is, type Scan } from "./scan.ts";

/** "invaded and then annexed by": the end of the participles that are joined to one. */
export function joinedEnd(scan: Scan, to: number, form: (k: number, name: string) => boolean): number {
  let k = to;
  // "recognised so far only by"
  while (is(scan, k, "adverb") || is(scan, k, "filler")) k++;
  if (caseIs(scan, k, "by")) return k;
  k = to;
  if (!is(scan, k, "and") && scan.tokens[k]?.text !== ",") return to;
  while (is(scan, k, "and") || is(scan, k, "adverb") || scan.tokens[k]?.text === ",") k++;
  return scan.tokens[k]?.word && form(k, "participle") && k - to < 4 ? (scan.marks[k]?.to ?? k + 1) : to;
}

/** "is trained, [armed] and bankrolled by", "was fed by Chad and [armed] by": a participle that shares the verb before it. */
export function sharesBe(scan: Scan, from: number, form: (k: number, name: string) => boolean): boolean {
  // "rebuffed by Oman, [Chad] asked": a name right before it is its subject.
  if (scan.covered[from - 1]) return false;
  let joined = false;
  let participle = false;
  for (let k = from - 1; k >= Math.max(0, from - 9); k--) {
    if (is(scan, k, "be")) return joined && participle;
    if (is(scan, k, "and") || scan.tokens[k]!.text === ",") joined = true;
    else if (scan.covered[k] || ["adverb", "determiner", "case.by"].some((cls) => is(scan, k, cls))) continue;
    else if (!joined || !form(k, "participle")) return false;
    else participle = true;
  }
  return false;
}

/** "snubbed [twice] by", "armed [in secret] by", "acknowledged [in 2020] by". */
export function behindAdverbs(scan: Scan, to: number): number {
  let k = to;
  while (
    k - to < 4 &&
    (is(scan, k, "adverb") || (is(scan, k, "case.in") && /^\d{4}$/u.test(scan.tokens[k + 1]?.text ?? "")))
  )
    k = is(scan, k, "adverb") ? (scan.marks[k]?.to ?? k + 1) : k + 2;
  return k;
}

const caseIs = (scan: Scan, k: number, name: string): boolean => is(scan, k, `case.${name}`);
