import { caseMarkerEnding, markEndingAt } from "./ahead.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

const dash = /^[—–]$/u;

/** "three members [— A, B and C —] refused", "to its neighbours[: A and B]": the last token of a list of names that tells who is meant, or −1. */
export function listedUntil(scan: Scan, mark: number): number {
  const { text } = scan.tokens[mark]!;
  const closed = dash.test(text);
  if ((!closed && text !== ":") || mark === 0) return -1;
  let names = 0;
  let k = mark + 1;
  while (k < scan.tokens.length) {
    const mention = scan.mentions[k];
    if (mention && mention.ending === "") names++;
    const between = scan.tokens[k]!.text === "," || ["and", "determiner", "filler"].some((cls) => is(scan, k, cls));
    if (!mention && !between) break;
    k = mention?.to ?? scan.marks[k]?.to ?? k + 1;
  }
  if (names < 2) return -1;
  if (closed && dash.test(scan.tokens[k]?.text ?? "")) return wholeBefore(scan, mark) ? k : -1;
  return scan.tokens[k]?.word !== true && k >= scan.tokens.length - 1 && wholeBefore(scan, mark) ? k - 1 : -1;
}

/** The plural noun right before a mark that says what those are whom a list names. */
function wholeBefore(scan: Scan, mark: number): { from: number } | undefined {
  const noun = markEndingAt(scan, mark);
  return noun?.classes.some((cls) => wholes.has(cls)) ? noun : undefined;
}

const wholes: ReadonlySet<string> = new Set(["states", "states.like", "ally", "member", "group", "organ"]);

/** "which borders Syria[,] Iraq and Iran, will": a list of names behind whose end another comma closes the clause. */
export function closesBehindList(scan: Scan, comma: number): boolean {
  if (!scan.covered[comma - 1]) return false;
  for (let k = comma; ; ) {
    const last = is(scan, k, "and");
    let next = k + 1;
    while (is(scan, next, "determiner") || is(scan, next, "filler")) next++;
    const name = scan.mentions[next];
    if (!name) return false;
    if (last) return scan.tokens[name.to]?.text === ",";
    if (scan.tokens[name.to]?.text !== "," && !is(scan, name.to, "and")) return false;
    k = scan.tokens[name.to]!.text === "," && is(scan, name.to + 1, "and") ? name.to + 1 : name.to;
  }
}

/** Those whom a list behind a dash or a colon names stand in the case of the noun before it. */
export function listedApart(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    const mark = phrase.from - 1;
    if (mark < 1 || phrase.case !== "nom" || listedUntil(scan, mark) < 0) continue;
    const whole = wholeBefore(scan, mark);
    const group = phrases.filter((each) => each.group === phrase.group);
    if (!whole || group.length < 2) continue;
    let from = whole.from;
    let marker: { case: string; from: number } | undefined;
    while (from > 0 && whole.from - from < 8) {
      const before = scan.marks[from - 1] ?? markEndingAt(scan, from);
      marker = caseMarkerEnding(scan, from);
      const small =
        scan.covered[from - 1] !== undefined ||
        before?.classes.some((cls) => cls.startsWith("described.") || attributes.has(cls)) === true;
      if (marker && marker.case !== "of") break;
      if (!small && marker?.case !== "of" && !/^\d/u.test(scan.tokens[from - 1]!.text)) break;
      from = scan.covered[from - 1]?.from ?? before?.from ?? from - 1;
    }
    for (const each of group) each.case = marker?.case ?? "nom";
    phrase.from = marker?.from ?? from;
  }
}

const attributes: ReadonlySet<string> = new Set([
  "determiner",
  "filler",
  "former",
  "adverb",
  "quantity",
  "approx",
  "pronoun.own.gen",
]);

/** "[gave] Chad, [Mali and Niger] say": names that speak are not of the list before the comma. */
export function speaksBehind(scan: Scan, from: number): boolean {
  let k = from;
  while (scan.covered[k] || ((scan.tokens[k]?.text === "," || is(scan, k, "and")) && scan.covered[k + 1])) k++;
  return is(scan, k, "speech");
}
