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

/** "seized rifles [sent] to Chad", "arms [given] the rebels by Iran": behind a thing the participle tells what was done with it. */
export function givenThings(scan: Scan, from: number, to: number): boolean {
  if (!is(scan, from, "v.supply") || !is(scan, from - 1, "goods") || scan.covered[from - 1]) return false;
  const next = behindAdverbs(scan, to);
  return ["to", "for", "by", "from", "in", "into"].some((name) => caseIs(scan, next, name));
}

/** "Chad, [supplied] with rifles by Kenya, attacked", "[Refused] arms by Kenya, Chad": beside its subject's name a participle is passive where a name follows "by". */
export function besideName(scan: Scan, from: number, form: (k: number, name: string) => boolean): boolean {
  let begin = from;
  while (begin > 0 && (is(scan, begin - 1, "adverb") || is(scan, begin - 1, "negation"))) begin--;
  if (begin > 0) {
    if (scan.tokens[begin - 1]!.text !== "," || !scan.covered[begin - 2]) return false;
    // A verb of the subject's own before it: the participle is one more of its verbs.
    for (let k = 0; k < begin - 1; k++)
      if (scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls === "be" || cls === "aux" || cls === "speech"))
        return false;
  }
  for (let k = from + 1; k < scan.tokens.length && scan.tokens[k]!.word; k++) {
    if (caseIs(scan, k, "by")) return scan.covered[k + 1] !== undefined || is(scan, k + 1, "determiner");
    if (!scan.covered[k] && scan.marks[k] && form(k, "participle")) return false;
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
