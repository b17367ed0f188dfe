import { capitalised, isNounish, isOrgan, isTitle, isVerbLike, stops } from "./ahead.ts";
import { attach } from "./attach.ts";
import type { Building } from "./building.ts";
import { person } from "./officeHolders.ts";
import type { Noun, Phrase } from "./phrase.ts";
import { is, type Mention, type Scan } from "./scan.ts";

/** "Poland's request", "Polish troops", "Russian President Vladimir Putin": what stands behind decides who acts. */
export function modify(phrase: Phrase, mention: Mention, possessive: boolean, building: Building): void {
  const { scan, unknown, taken } = building;
  const outer = phrase.case;
  let head: Noun | undefined;
  let plain = 0;
  let k = mention.to;
  let formerly = is(scan, mention.from - 1, "former");
  while (k < Math.min(scan.tokens.length, mention.to + 7)) {
    const next = scan.mentions[k];
    if (next && head && isTitle(head) && next.type === "Leader") {
      person(phrase, mention, next, head, formerly, building);
      return;
    }
    // "Washington's NATO ally", "Moscow's Syrian allies": a name between an owner and the noun only modifies it.
    if (next && possessive && k === mention.to && scan.marks[next.to]?.classes.includes("ally")) {
      k = next.to;
      continue;
    }
    if (next) break;
    const mark = scan.marks[k];
    const token = scan.tokens[k]!;
    if (!token.word) {
      if (token.text === "," && head && isTitle(head) && scan.mentions[k + 1]?.type === "Leader") {
        person(phrase, mention, scan.mentions[k + 1]!, head, formerly, building);
        return;
      }
      const named =
        token.text === "," && head && isTitle(head) ? apposed(mention, head, k + 1, formerly, building) : undefined;
      if (named && head) {
        taken.add(named);
        person(phrase, mention, named, head, formerly, building);
        return;
      }
      break;
    }
    // "Iranian support", "Moscow's supply": behind its owner such a word is the noun.
    const ambiguous =
      mark !== undefined && (head === undefined || head.classes.length === 0) && isNounish(mark.classes);
    // "a Dutch leasing company": a gerund before what a people's name can modify is part of the noun.
    if (!head && !possessive && building.grammar.hasForm(token.lower, "gerund") && isKind(scan, mark?.to ?? k + 1)) {
      k = mark?.to ?? k + 1;
      continue;
    }
    // "Delhi's repeated requests": a participle that describes.
    const describing = mark?.classes.includes("filler") && scan.tokens[mark.to]?.word === true;
    if (mark && !describing && ((stops(mark.classes) && !ambiguous) || mark.classes.every((cls) => cls === "adverb")))
      break;
    if (mark?.classes.includes("former")) formerly = true;
    const slight =
      describing ||
      mark?.classes.every((cls) => cls === "filler" || cls === "quantity" || cls === "former" || cls.startsWith("g."));
    if (mark && !slight) {
      const noun: Noun = { classes: mark.classes, from: mark.from, to: mark.to, case: outer };
      // "sent Chad's air force spare engines": a thing behind an organ is no part of its name.
      if (head && isOrgan(head) && noun.classes.includes("goods") && !isOrgan(noun)) break;
      // "Moscow's ally President Assad": whose ally he is he does not lead.
      if (head?.classes.includes("ally") && isTitle(noun)) break;
      // "a Norwegian firm's suggestion": what others of the country own is not the country's.
      if (head && head.classes.length === 0 && possessed(scan, head)) break;
      head =
        head && isTitle(head) && isTitle(noun) && !possessed(scan, head)
          ? { ...noun, from: head.from, classes: [...noun.classes, ...head.classes] }
          : noun;
      k = mark.to;
      if (isTitle(noun) && scan.tokens[k] && !scan.mentions[k]) {
        const to = capitalised(scan, k);
        const before = { country: mention.entity, former: formerly, private: head.classes.includes("private") };
        const named = to > k ? (unknown.known(k, to, before) ?? unknown.candidate(k, to, before)) : undefined;
        if (named) {
          taken.add(named);
          person(phrase, mention, named, head, formerly, building);
          return;
        }
        // "Cypriot President Nicos Anastasiades": a given name that the lists spell otherwise.
        const known = to > k && to - k < 3 ? scan.mentions[to] : undefined;
        if (known?.type === "Leader" && known.form === "surname" && isTitle(head)) {
          person(phrase, mention, known, head, formerly, building);
          return;
        }
      }
      // "troops", "request": the head is found unless another noun follows ("defence ministry spokesman").
      if (!scan.marks[k] || scan.marks[k]!.classes.some((cls) => stops([cls]))) {
        if (!isTitle(noun)) break;
      }
      continue;
    }
    if (isVerbLike(token.lower, scan, k, building.grammar)) break;
    if (head && !isTitle(head) && (head.classes.length > 0 || plain >= 2)) break;
    plain++;
    head = { classes: [], from: k, to: k + 1, case: outer };
    k = mark ? mark.to : k + 1;
  }
  if (!head) {
    if (!possessive) {
      attach(phrase, phrase.from, scan);
      return;
    }
    if (outer === "of" && k === mention.to) {
      // "no ally of Eritrea's"
      attach(phrase, phrase.from, scan);
      return;
    }
    head = { classes: [], from: mention.to, to: Math.min(k, scan.tokens.length), case: outer };
  }
  if (
    isOrgan(head) ||
    (head.classes.includes("group") && mention.type !== "Country") ||
    (isTitle(head) && !head.classes.includes("title.plain"))
  ) {
    phrase.actor.via = "organ";
    phrase.title = head.classes.includes("title.lead") ? "lead" : isTitle(head) ? "office" : undefined;
    if (phrase.title) phrase.titleSpan = [head.from, head.to];
    phrase.to = head.to;
    attach(phrase, phrase.from, scan);
    if (possessed(scan, head)) {
      phrase.case = "gen";
      const owned = scan.marks[head.to];
      phrase.owned = owned ? [{ classes: owned.classes, from: owned.from, to: owned.to, case: outer }] : [];
    }
    return;
  }
  phrase.to = head.to;
  // "at Maputo's request"
  if (head.classes.includes("request") && outer === "in" && is(scan, phrase.from, "behest")) {
    phrase.case = "askedby";
    return;
  }
  // "a Norwegian firm's suggestion": what others of the country own is not the country's.
  phrase.case = !possessive && head.classes.length === 0 && possessed(scan, head) ? "other" : "gen";
  phrase.ownsFrom = mention.to;
  phrase.adjectival = !possessive;
  phrase.owned = [head];
}

/** "the Chadian president, [a name that no list knows],": a name of its own between marks. */
function apposed(
  country: Mention,
  title: Noun,
  from: number,
  former: boolean,
  { scan, unknown }: Building,
): Mention | undefined {
  const to = capitalised(scan, from);
  if (to - from < 2 || scan.mentions[to] || (scan.tokens[to]?.word && !is(scan, to, "speech"))) return undefined;
  const before = { country: country.entity, former, private: title.classes.includes("private") };
  return unknown.known(from, to, before) ?? unknown.candidate(from, to, before);
}

/** A firm or a group: what a people's name modifies. */
const isKind = (scan: Scan, k: number): boolean => is(scan, k, "group") || is(scan, k, "organ");

/** "the secretary general's envoy": who owns the next noun is not that noun. */
const possessed = (scan: Scan, noun: Noun): boolean => /['’]s$/u.test(scan.tokens[noun.to - 1]!.lower);
