import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { sameAs } from "./scope.ts";

/** Who does, or does not do, what another did: the sentence leaves the verb out. */
export interface Left {
  phrases: Phrase[];
  polarity: "affirmed" | "negated" | "same";
}

/**
 * "…, as did [Spain and Ireland]", "nor has [Peru]", "[Paraguay] does", "[Niger] did not", after a token. What somebody
 * is (`predicate`) others are; what somebody does they do.
 */
export function leftOut(analysis: Analysis, from: number, doers: Phrase[], predicate: boolean): Left[] {
  const { scan, phrases, grammar } = analysis;
  if (grammar.order !== "prepositional") return [];
  const found: Left[] = [];
  for (let k = from; k < scan.tokens.length; k++) {
    if (!scan.marks[k] || !is(scan, k, "stands-for") || is(scan, k, "be") !== predicate) continue;
    const behind = phrases.find((phrase) => phrase.from === k + 1 && bare(phrase));
    const opener = beforeComment(scan, k);
    const like = is(scan, opener, "likewise");
    const nor = is(scan, opener, "neither") && !is(scan, opener, "determiner");
    if (behind && (like || nor)) {
      const group = groupOf(phrases, behind);
      if (!isOver(analysis, group.at(-1)!.to)) continue;
      found.push({ phrases: group, polarity: nor ? "negated" : "same" });
      continue;
    }
    const which = whichDid(analysis, k, from);
    const before = which ?? phrases.findLast((phrase) => phrase.to <= k && phrase.from >= from && bare(phrase));
    if (!before || !(which || smallWords(analysis, behindAside(analysis, before.to, k), k))) continue;
    let end = scan.marks[k]!.to;
    const first = groupOf(phrases, before)[0]!;
    let negated = is(scan, k, "negation") || is(scan, first.from, "neither") || is(scan, first.from - 1, "neither");
    while (is(scan, end, "negation") || is(scan, end, "ditto") || is(scan, end, "adverb")) {
      if (is(scan, end, "negation")) negated = true;
      end = scan.marks[end]?.to ?? end + 1;
    }
    if (isOver(analysis, end))
      found.push({ phrases: groupOf(phrases, before), polarity: negated ? "negated" : "affirmed" });
  }
  if (!predicate) found.push(...counted(analysis, from), ...unwilling(analysis, from));
  return found
    .map((left) => ({ ...left, phrases: left.phrases.filter((phrase) => !sameAs(phrase, doers)) }))
    .filter((left) => left.phrases.length > 0);
}

/** "following [Ireland and Spain], which did so": whom a relative pronoun right before the verb stands for. */
function whichDid({ scan, phrases }: Analysis, verb: number, from: number): Phrase | undefined {
  let k = verb - 1;
  while (is(scan, k, "adverb") || is(scan, k, "quantity")) k--;
  if (!scan.marks[k]?.classes.some((cls) => cls.startsWith("pronoun.relative"))) return undefined;
  const end = scan.tokens[k - 1]?.text === "," ? k - 1 : k;
  return phrases.find((phrase) => phrase.to === end && phrase.from >= from && !phrase.adjectival && phrase.actor.state);
}

/** "[Cuba] has yet to do so", "[Cuba] has so far declined to follow suit": who does not want to do the same. */
function unwilling(analysis: Analysis, from: number): Left[] {
  const { scan, phrases } = analysis;
  const found: Left[] = [];
  for (let k = from; k < scan.tokens.length; k++) {
    const mark = scan.marks[k];
    const whole = is(scan, k, "wont.same");
    if (!mark || mark.to - k < 2 || !(whole || is(scan, k, "ditto")) || !isOver(analysis, mark.to)) continue;
    const before = phrases.findLast((phrase) => phrase.to <= k && bare(phrase));
    if (!before || before.from < from || k - before.to > 7) continue;
    let negated = whole;
    let small = true;
    for (let n = before.to; n < k; n++) {
      if (not.some((cls) => is(scan, n, cls))) negated = true;
      else if (!helping.some((cls) => is(scan, n, cls))) small = false;
    }
    if (small && negated) found.push({ phrases: groupOf(phrases, before), polarity: "negated" });
  }
  return found;
}

const not = ["negation", "g.refuse", "unwilling"];
const helping = ["adverb", "aux", "be", "case.to", "future"];

/** "[Chad], its neighbour, did not": behind what is told of somebody between two commas. */
function behindAside({ scan, phrases }: Analysis, from: number, verb: number): number {
  if (scan.tokens[from]?.text !== ",") return from;
  for (let k = from + 1; k < verb && k < from + 9; k++) {
    if (scan.tokens[k]!.text === ",") return k + 1;
    if (!scan.tokens[k]!.word || phrases.some((each) => each.from <= k && k < each.to && each.case === "nom")) break;
    if (["be", "aux", "speech"].some((cls) => is(scan, k, cls))) break;
  }
  return from;
}

/** "and so[, a week later,] did": the word before a verb that stands for another, over what is told in passing. */
function beforeComment({ tokens, covered }: Scan, verb: number): number {
  if (tokens[verb - 1]?.text !== ",") return verb - 1;
  for (let k = verb - 2; k > verb - 8 && k > 0; k--) {
    if (tokens[k]!.text === ",") return k - 1;
    if (!tokens[k]!.word || covered[k]) break;
  }
  return verb - 1;
}

/** "…, [Chile] 24 and [Peru] none": whoever has only a number of his own does the same with it. */
function counted({ scan, phrases }: Analysis, from: number): Left[] {
  return phrases.flatMap((phrase): Left[] => {
    if (phrase.from < from || !bare(phrase)) return [];
    const joint = scan.tokens[phrase.from - 1]?.text;
    if (joint !== "," && joint !== ";" && !is(scan, phrase.from - 1, "and")) return [];
    let k = phrase.to;
    let later = false;
    for (let next = k; is(scan, k, "adverb"); k = next) {
      next = scan.marks[k]?.to ?? k + 1;
      // "…, [Sweden] a year later".
      if (next - k > 2) later = true;
    }
    if (later && /^[,.;]$/u.test(scan.tokens[k]?.text ?? ".")) return [{ phrases: [phrase], polarity: "same" }];
    // "…, [Samoa] in 2008 and"
    if (is(scan, k, "case.in") && /^[12]\d{3}$/u.test(scan.tokens[k + 1]?.text ?? "")) {
      const next = scan.tokens[k + 2];
      if (!next || /^[,.;]$/u.test(next.text) || is(scan, k + 2, "and"))
        return [{ phrases: [phrase], polarity: "same" }];
    }
    const none = is(scan, k, "neither") || is(scan, k, "negation");
    if (!none && !/^[\p{Nd}]/u.test(scan.tokens[k]?.text ?? "") && !is(scan, k, "quantity")) return [];
    const end = scan.tokens[scan.marks[k]?.to ?? k + 1];
    const over = end === undefined || /^[,.;]$/u.test(end.text) || is(scan, scan.marks[k]?.to ?? k + 1, "and");
    return over ? [{ phrases: [phrase], polarity: none ? "negated" : "same" }] : [];
  });
}

const bare = (phrase: Phrase): boolean =>
  phrase.case === "nom" && !phrase.adjectival && !phrase.whom && phrase.actor.via !== "pronoun";

function smallWords({ scan }: Analysis, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!is(scan, k, "adverb")) return false;
  return true;
}

/** Where nothing follows that the auxiliary could belong to. */
function isOver({ scan }: Analysis, k: number): boolean {
  const token = scan.tokens[k];
  if (!token || /^[,.;:)–—”"!]$/u.test(token.text)) return true;
  return ["adversative", "and", "subordinate.maybe", "subordinate", "case.in", "case.on"].some((cls) =>
    is(scan, k, cls),
  );
}
