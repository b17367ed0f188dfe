import { landscape } from "./landscape.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is, type Scan } from "./scan.ts";
import { begins, Digit } from "./signs.ts";

const kinds = ["group", "organ"];

/** "Yemen's Houthis": a country right before an actor of its own only says where that one comes from. */
export function origins(phrases: Phrase[], scan: Scan): void {
  for (let i = 0; i + 1 < phrases.length; i++) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    // "Tigray's rebels' group [name]": the noun before the name says what it is.
    const named =
      left.case === "nom" &&
      left.actor.via === "organ" &&
      scan.classes.slice(left.actor.to, left.to).every((classes) => classes.includes("group"));
    if (named && left.to === right.from && scan.mentions[right.actor.from]?.type === "Organization") {
      left.case = "origin";
      right.from = left.from;
      continue;
    }
    if (left.case !== "gen" || left.to !== right.from || right.actor.state) continue;
    // "[Sweden]'s NATO membership's request": a bare name before what somebody wants of it comes from nowhere.
    if (right.adjectival && right.owned.length > 1 && right.owned[0]!.classes.includes("member")) {
      left.owned = right.owned;
      right.owned = right.owned.slice(0, 1);
      continue;
    }
    // "America's oldest ally [in Asia]": a part of the world comes from nowhere.
    if (landscape().has(right.actor.entity)) continue;
    // "[Chad]'s Somaliland [dat] recognition": whom somebody recognises is not his.
    if (right.case === "dat" && is(scan, right.to, "recognition")) continue;
    // "Mali's armed group [name]": the noun between says what the actor is.
    const kind = scan.mentions[right.actor.from]?.type === "Organization" ? left.owned[0] : undefined;
    if (left.owned.length > 1 || (left.owned.length === 1 && !kind?.classes.some((cls) => kinds.includes(cls))))
      continue;
    left.owned = [];
    left.case = "origin";
    if (left.actor.state && scan.mentions[right.actor.from]?.type === "Region") right.actor.within = left.actor.entity;
    right.from = left.from;
  }
}

/** Members of "A, B and C" take the case of the last. A comma joins only where a conjunction ends the list. */
export function coordinate(all: Phrase[], scan: Scan): void {
  const phrases = all.filter((phrase) => phrase.case !== "origin");
  all.forEach((phrase, index) => {
    phrase.group = index;
  });
  let joined = false;
  for (let i = phrases.length - 2; i >= 0; i--) {
    const left = phrases[i]!;
    const right = phrases[i + 1]!;
    const link = sharesOut(scan, left, right)
      ? "and"
      : noLonger(scan, left, right, phrases)
        ? "none"
        : between(scan, left.to, right.from);
    if (link === "and" || (link === "comma" && (right.case === "incl" || endsUnnamed(scan, right)))) joined = true;
    else if (link !== "comma") joined = false;
    if (!joined || link === "none") continue;
    // "Russia's ally [Belarus] and Ukraine's ally Poland": whoever the noun before names is named, and owns no other.
    if (left.case === "nom" && right.case === "gen" && is(scan, left.from - 1, "ally")) {
      joined = false;
      continue;
    }
    if (left.case !== "nom" && !(left.case === right.case || left.adjectival)) continue;
    if (left.owned.length > 0 && left.owned[0]!.from < right.from && left.owned[0]!.to > left.from) {
      if (!(left.case === "gen" && right.case === "gen")) continue;
      if (left.owned.some((noun) => noun.to <= right.from)) continue;
    }
    left.case = right.case;
    left.owned = right.owned;
    left.adjectival = right.adjectival;
    left.group = right.group;
  }
}

/** "Tuvalu and [a name that no list knows, erg]": who is joined to a name that no list knows stands in its case. */
export function joined(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    if (phrase.case !== "nom" || phrase.owned.length > 0 || !is(scan, phrase.to, "and")) continue;
    const next = phrases.find((each) => each.from === phrase.to + 1);
    // "Mali and Chad's [parliament, on]": the other of two may be a noun that a name only modifies.
    const bare = next && caseMarker(scan, next.actor.to)?.case !== "gen" && !scan.mentions[next.actor.from]?.ending;
    if (next?.case === "gen" && bare && next.owned.length > 0) {
      const shared = next.owned.at(-1)!.case;
      if (["on", "loc", "dat", "abl"].includes(shared)) phrase.case = shared;
      continue;
    }
    for (let k = phrase.to + 1; k < Math.min(scan.tokens.length, phrase.to + 5); k++) {
      const marker = caseMarker(scan, k);
      if (marker && sharedCases.has(marker.case) && k > phrase.to + 1) {
        phrase.case = marker.case;
        phrase.to = marker.to;
      }
      const land = is(scan, k, "recognisable");
      const counts = scan.marks[k]?.classes.every((cls) => small.has(cls));
      if ((scan.marks[k] && !land && !counts) || scan.covered[k] || !scan.tokens[k]!.word) break;
    }
  }
}

/** "Peru, [Chad] and 18 other states [erg]": the last of a list that ends with those whom it does not name. */
const endsUnnamed = (scan: Scan, { actor, to, case: name }: Phrase): boolean =>
  name !== "nom" && is(scan, actor.to, "and") && to > actor.to + 1;

/** "and [seven other countries]" */
const small: ReadonlySet<string> = new Set(["count", "time", "filler", "determiner", "states", "counted", "quantity"]);

const sharedCases: ReadonlySet<string> = new Set(["erg", "dat", "abl", "with", "loc", "on"]);

/** "Germany, Denmark and Spain, all three [case]": a number behind a list carries the case of its members. */
export function counted(phrases: Phrase[], scan: Scan): void {
  for (const phrase of phrases) {
    if (phrase.case !== "nom" || phrase.owned.length > 0) continue;
    const members = phrases.filter((each) => each.group === phrase.group);
    if (members.length < 2 || members.at(-1) !== phrase) continue;
    let k = phrase.to;
    if (scan.tokens[k]?.text === ",") k++;
    if (!is(scan, k, "quantifier")) continue;
    const after = scan.marks[k]!.to;
    const marker = caseMarker(scan, is(scan, after, "states") ? scan.marks[after]!.to : after);
    for (const each of members) each.case = marker?.case ?? "nom";
    if (marker) phrase.to = marker.to;
  }
}

/** "Italy and Malta among others, ten states [case]": those named stand in the case of the whole. */
export function included(phrases: Phrase[], scan: Scan, caseOf: (ending: string) => string): void {
  for (const phrase of phrases) {
    const last = phrases.findLast((each) => each.group === phrase.group)!;
    // "[Spain, like] states": the endings of the noun say how they stand.
    const kind = phrase.case === "like" ? pastCount(scan, last.to) : -1;
    if (kind >= 0 && is(scan, kind, "states.like")) {
      phrase.case = scan.marks[kind]!.ending === "" ? "nom" : caseOf(scan.marks[kind]!.ending);
      if (phrase === last) phrase.to = scan.marks[kind]!.to;
      continue;
    }
    if (phrase.case === "incl" && includedIn(phrase, last, scan, caseOf)) continue;
    const such = phrase.case === "nom" && is(scan, last.to, "suchas");
    if (phrase.case !== "incl" && !such) continue;
    if (!such) phrase.case = "other";
    // "[France] among others, some ten states of [the Union]": whose states they are stands before them.
    const whose = phrases.find(
      ({ from, case: name, actor }) =>
        from === last.to && (name === "gen" || name === "other") && scan.mentions[actor.from]?.type === "Organization",
    );
    const start = whose?.actor.to ?? last.to;
    for (let k = start; k < Math.min(scan.tokens.length, start + 6) && !scan.covered[k]; k++) {
      if (!is(scan, k, "states") && !(is(scan, k, "organ") && !such)) continue;
      const marker = caseMarker(scan, scan.marks[k]?.to ?? k + 1);
      phrase.case = marker?.case ?? "nom";
      if (phrase === last) phrase.to = marker?.to ?? phrase.to;
      break;
    }
  }
}

/** "Mali, Chad-with some other states' [recognition]": an ending says who is among them; the noun of the whole how they stand. */
function includedIn(phrase: Phrase, last: Phrase, scan: Scan, caseOf: (ending: string) => string): boolean {
  if (caseOf(scan.mentions[last.actor.from]?.ending ?? "") !== "incl") return false;
  phrase.case = "nom";
  for (let k = last.actor.to; k < Math.min(scan.tokens.length, last.actor.to + 6); k++) {
    const part = scan.covered[k];
    if ((part && !landscape().has(part.entity)) || !scan.tokens[k]!.word) break;
    if (!is(scan, k, "states.like")) continue;
    const { ending, to } = scan.marks[k]!;
    phrase.case = ending === "" ? "nom" : caseOf(ending);
    if (phrase === last || phrase.case === "gen") phrase.to = to;
    break;
  }
  return true;
}

/** Where a number or an adjective ends: "like [several big] states". */
function pastCount(scan: Scan, from: number): number {
  let k = from;
  while (k < from + 3 && !is(scan, k, "states.like") && scan.tokens[k]?.word && !scan.covered[k]) k++;
  return k;
}

/** "[France] thirty tonnes and [Mauritius] ten gave": each of two names with a quantity of its own. */
function sharesOut(scan: Scan, left: Phrase, right: Phrase): boolean {
  const same = left.case === right.case && ["nom", "loc", "dat"].includes(left.case);
  if (!same || !isCounted(scan, left.to) || !isCounted(scan, right.to)) return false;
  const joint = is(scan, right.from - 1, "and") || scan.tokens[right.from - 1]?.text === ",";
  if (!joint || right.from - left.to > 7) return false;
  for (let k = left.to; k < right.from - 1; k++)
    if (!scan.tokens[k]!.word || is(scan, k, "finite") || is(scan, k, "light")) return false;
  return true;
}

const isCounted = (scan: Scan, k: number): boolean => begins(scan.tokens[k]?.text, Digit) || is(scan, k, "count");

/** "[Nauru] no longer [Taiwan, dat] recognises", "[Chad] no longer [Peru]'s ally is": nobody else acts, and the word between them that may also mean "and" is denied. */
function noLonger(scan: Scan, left: Phrase, right: Phrase, phrases: Phrase[]): boolean {
  if (left.case !== "nom" || !leftOut.has(right.case) || !is(scan, left.to, "anymore") || right.from !== left.to + 1)
    return false;
  const end = scan.classes.findIndex((classes, k) => k >= right.actor.to && classes.includes("negation"));
  if (end < 0) return false;
  return !phrases.some(
    (phrase) => phrase !== left && phrase.case === "nom" && phrase.from <= end + 1 && !phrase.adjectival,
  );
}

/** Cases of whom something is no longer done to, or whose something is no longer. */
const leftOut: ReadonlySet<string> = new Set(["dat", "gen", "with", "to", "on"]);

/** A comma, or a negation, "and" or "not only" between two names. */
function between(scan: Scan, from: number, to: number): "and" | "comma" | "none" {
  if (to <= from) return "none";
  let answer: "and" | "comma" = "comma";
  for (let k = from; k < to; k++) {
    // "[Laos] neither [Peru]'s ally nor": a negation alone sets the next name apart.
    if (to === from + 1 && is(scan, k, "negation") && is(scan, k, "neither.bare")) return "none";
    if (
      is(scan, k, "and") ||
      is(scan, k, "even") ||
      is(scan, k, "negation") ||
      is(scan, k, "notonly.after") ||
      isDash(scan, from, to)
    )
      answer = "and";
    else if (
      scan.tokens[k]!.text !== "," &&
      !is(scan, k, "determiner") &&
      !is(scan, k, "negation") &&
      !is(scan, k, "neither") &&
      !is(scan, k, "particle")
    )
      return "none";
  }
  return answer;
}

/** "Bogotá–Washington": a dash alone between two names joins them. */
const isDash = (scan: Scan, from: number, to: number): boolean =>
  to === from + 1 && /^[-–]$/u.test(scan.tokens[from]!.text) && scan.tokens[from]!.end === scan.tokens[to]?.start;
