import { caseMarkerEnding, markEndingAt } from "./ahead.ts";
import type { Grammar } from "./grammar.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";

/** "to Bhutan, Mauritius and Seychelles": the preposition of the first holds for the list. */
export function coordinateRight(phrases: Phrase[], scan: Scan, grammar: Grammar): void {
  phrases.forEach((phrase, index) => {
    phrase.group = index;
  });
  const links = phrases.slice(1).map((phrase, index) => link(scan, phrases[index]!.to, phrase.from));
  for (let i = 0; i < links.length; i++) {
    if (links[i] === "none") continue;
    // A comma joins only where the list goes on to a conjunction.
    if (links[i] === "comma" && (!ends(links, i) || opensClause(phrases, links, i, scan))) continue;
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    if (left.case === "aside" && links[i] === "comma") continue;
    if (links[i] === "and" && startsAnew(phrases, i + 1, scan, grammar)) continue;
    if (right.case !== "nom" && right.case !== left.case) continue;
    if (right.case === "gen" && left.case === "gen" && left.owned[0] && left.owned[0].from < right.from) continue;
    if (left.case === "gen" && right.case !== "gen") {
      if (left.adjectival || left.owned[0]?.to !== left.to) continue;
      continue;
    }
    right.case = left.case;
    if (right.owned.length === 0) right.owned = left.owned;
    right.group = left.group;
  }
  // "Cuba's and Bolivia's request", "French and German troops": the noun behind the last belongs to all.
  for (let i = phrases.length - 2; i >= 0; i--) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    if (right.case !== "gen" || links[i] === "none" || left.owned.length > 0) continue;
    if (left.actor.form !== "demonym" && scan.tokens[left.to]?.text !== "-" && !ownsToo(left, right, scan)) continue;
    left.case = "gen";
    left.owned = right.owned;
    left.group = right.group;
    left.adjectival = true;
  }
}

/** "US and Israeli attacks", "Chad and Mali's request": a bare name joined to an owner owns the same act. */
const ownsToo = (left: Phrase, right: Phrase, scan: Scan): boolean =>
  is(scan, left.to, "and") &&
  (right.adjectival || right.owned.some(({ classes }) => classes.some((cls) => shared.has(cls))));

const shared: ReadonlySet<string> = new Set([
  "attack",
  "deed",
  "request",
  "proposal",
  "refusal",
  "sanction",
  "support",
]);

/** "states including Fiji and Palau": those named stand in the case of the whole. */
export function includedBefore(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    if (phrase.case === "other" && is(scan, phrase.from, "such.like") && is(scan, phrase.from - 1, "states"))
      for (const each of phrases) if (each.group === phrase.group) each.case = "incl";
    if (phrase.case === "nom" && isAmongThem(phrase, phrases, scan)) phrase.case = "incl";
    if (phrase.case !== "incl") continue;
    const end = scan.tokens[phrase.from - 1]?.text === "," ? phrase.from - 1 : phrase.from;
    const group = phrases.filter((each) => each.group === phrase.group);
    // "opponents of [Assad], including Chad": what "of" belongs to stands before it.
    const of = phrases.find((each) => each.to === end && each.case === "of");
    const first = of && markEndingAt(scan, of.from);
    const whole = first?.classes.includes("owner.group") ? first : markEndingAt(scan, end);
    if (!whole?.classes.some((cls) => wholes.has(cls))) {
      for (const each of group) each.case = "other";
      continue;
    }
    const before = caseBefore(scan, whole.from);
    for (const each of group) {
      each.case = before?.case ?? "nom";
      each.owned = [];
    }
  }
}

/** "by a few states, [Chad] among them": a name between the noun of a whole and the word that says it is a part. */
function isAmongThem({ from, to, adjectival, group }: Phrase, phrases: Phrase[], scan: Scan): boolean {
  if (adjectival || !is(scan, to, "case.incl") || scan.tokens[scan.marks[to]?.to ?? to + 1]?.word) return false;
  const alone = phrases.filter((each) => each.group === group).length === 1;
  return alone && scan.tokens[from - 1]?.text === "," && is(scan, from - 2, "states");
}

/** "criticism from neighbours and [Chad]": a name that ends its clause behind a noun that a preposition leads. */
export function joinedToNoun(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    const joint = phrase.from - 1;
    if (phrase.case !== "nom" || phrase.adjectival || !is(scan, joint, "and") || scan.covered[joint - 1]) continue;
    if (scan.tokens[phrase.to]?.word || phrases.some((each) => each !== phrase && each.group === phrase.group))
      continue;
    for (let k = joint - 1; k > Math.max(0, joint - 5); k--) {
      const marker = caseMarkerEnding(scan, k);
      if (marker && (marker.case === "from" || marker.case === "by" || marker.case === "with")) {
        phrase.case = marker.case;
        const noun = markEndingAt(scan, marker.from);
        if (noun) phrase.owned = [{ ...noun, case: marker.case }];
      }
      const known = scan.classes[k]!;
      if (
        marker ||
        !scan.tokens[k]!.word ||
        scan.covered[k] ||
        known.some((cls) => cls.startsWith("v.") || cls === "be")
      )
        break;
    }
  }
}

/** The preposition of a noun phrase, over adjectives that no list knows ("with non-Western partners"). */
function caseBefore(scan: Scan, noun: number): { case: string } | undefined {
  let of: { case: string } | undefined;
  for (let k = noun; k > Math.max(0, noun - 9); k--) {
    const marker = caseMarkerEnding(scan, k);
    if (marker && marker.case !== "of") return marker;
    if (marker) {
      // "by an assortment of states": what leads the noun that they are a part of leads them.
      of ??= marker;
      k = marker.from + 1;
      continue;
    }
    const known = scan.classes[k - 1]!;
    if (is(scan, k - 1, "approx")) continue;
    if (!scan.tokens[k - 1]!.word || known.some((cls) => !plain.has(cls) && !cls.startsWith("g."))) return of;
  }
  return of;
}

const plain: ReadonlySet<string> = new Set([
  "determiner",
  "filler",
  "former",
  "adverb",
  "quantity",
  "bodyof",
  "article",
  "indefinite",
  "only",
]);

const wholes: ReadonlySet<string> = new Set(["states", "ally", "member", "group", "organ", "owner.group"]);

/** "Peru condemned Chile and [Brazil] recognised": where a verb went before, a name with a verb of its own is no member of the list. */
function startsAnew(phrases: Phrase[], index: number, scan: Scan, grammar: Grammar): boolean {
  const { from, to, case: name } = phrases[index]!;
  // "wrote to Peru and [Chile] asking": a gerund goes on with somebody else's act.
  if (name !== "nom" || !acts(scan, to) || grammar.hasForm(scan.tokens[to]!.lower, "gerund")) return false;
  // "after Mali and [Chad] denied", "…, Mali and [Chad] would": who opens the clause is nobody's object; nor is who stands in "between".
  const left = phrases[index - 1];
  if (left?.case === "between" || (left && headsClause(left, scan))) return false;
  // "rice to Malawi and [Zimbabwe] hit by": a participle that tells what was done to it.
  if (grammar.hasForm(scan.tokens[to]!.lower, "participle") && is(scan, to + 1, "case.by")) return false;
  const first = phrases.find((phrase) => phrase.case === "nom" && phrase.to < from);
  for (let k = first?.to ?? from; k < from; k++) if (acts(scan, k)) return true;
  return false;
}

const headsClause = ({ from }: Phrase, scan: Scan): boolean =>
  /^[,;:]$/u.test(scan.tokens[from - 1]?.text ?? "") ||
  is(scan, from, "subordinate.maybe") ||
  is(scan, from - 1, "that");

const acts = (scan: Scan, k: number): boolean =>
  scan.marks[k] !== undefined && scan.classes[k]!.some((cls) => cls.startsWith("v.") || cls === "be" || cls === "aux");

/**
 * "Off Yemen, [Mali and Niger] refused", "recognise the republic, [Peru and Cuba] do not": a list that a verb follows, behind
 * an adjunct that opens the sentence or an object that another verb has, is the subject of that verb.
 */
function opensClause(phrases: Phrase[], links: string[], at: number, scan: Scan): boolean {
  let last = at;
  while (links[last] !== "none" && last < links.length) last++;
  let k = phrases[last]!.to;
  while (is(scan, k, "adverb") || (is(scan, k, "negation") && !acts(scan, k))) k = scan.marks[k]?.to ?? k + 1;
  if (!acts(scan, k) && !is(scan, k, "future") && !is(scan, k, "speech")) return false;
  const left = phrases[at]!;
  if (last - at < 2 || ["incl", "between", "among", "gen"].includes(left.case)) return false;
  let from = left.from;
  while (from > 0 && !/^[;:.—–“"]$/u.test(scan.tokens[from - 1]!.text)) from--;
  const doer = phrases.find((phrase) => phrase.from >= from && phrase.to <= left.from && phrase.case === "nom");
  if (left.case === "nom") return doer !== undefined && range(doer.to, left.from).some((n) => acts(scan, n));
  const first = scan.marks[from]?.classes ?? [];
  const adjunct = first.some((cls) => cls.startsWith("case.") || cls.startsWith("subordinate") || cls.startsWith("v."));
  return doer === undefined && adjunct;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k);

function ends(links: string[], from: number): boolean {
  for (let k = from; k < links.length && links[k] !== "none"; k++) if (links[k] === "and") return true;
  return false;
}

function link(scan: Scan, from: number, to: number): "and" | "comma" | "none" {
  if (to <= from) return "none";
  let answer: "and" | "comma" = "comma";
  for (let k = behindAside(scan, from, to); k < to; k++) {
    k = behindComment(scan, k, to);
    if (k >= to) break;
    // "Norway [eight] and Sweden": a number that stands alone ends what is told of the name.
    const after = scan.marks[k]?.to ?? k + 1;
    if (is(scan, k, "quantity") && (is(scan, after, "and") || scan.tokens[after]?.text === ",")) return "none";
    // "China and not Taiwan", "China, and not Taiwan,"
    if (is(scan, k, "negation") && is(scan, k - 1, "and") && !is(scan, k, "neither")) return "none";
    if (is(scan, k, "and") || is(scan, k, "neither") || scan.tokens[k]!.text === "-") answer = "and";
    else if (
      scan.tokens[k]!.text !== "," &&
      !is(scan, k, "determiner") &&
      !is(scan, k, "pronoun.own.gen") &&
      !is(scan, k, "filler") &&
      !is(scan, k, "ally") &&
      !is(scan, k, "negation") &&
      !is(scan, k, "neither") &&
      !is(scan, k, "particle") &&
      !(answer === "and" && is(scan, k, "adverb"))
    )
      return "none";
  }
  return answer;
}

/** "both Oman — for its planes — and Iran": what stands between two dashes parts no list. */
function behindAside(scan: Scan, from: number, to: number): number {
  if (!isDash(scan, from)) return from;
  for (let k = from + 1; k < to; k++) if (isDash(scan, k)) return k + 1;
  return from;
}

function isDash(scan: Scan, k: number): boolean {
  const { text } = scan.tokens[k]!;
  return text === "—" || text === "–";
}

/** "Vanuatu and[, since Tuesday,] Samoa": what is told in passing behind the conjunction of a list. */
function behindComment(scan: Scan, comma: number, to: number): number {
  if (scan.tokens[comma]?.text !== "," || !is(scan, comma - 1, "and")) return comma;
  for (let k = comma + 1; k < to; k++) {
    if (scan.tokens[k]!.text === ",") return k + 1;
    if (!scan.tokens[k]!.word || scan.covered[k] || scan.classes[k]!.some((cls) => cls.startsWith("v."))) break;
  }
  return comma;
}
