import { markEndingAt } from "./ahead.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import { denier } from "./causal.ts";
import { forItself } from "./forItself.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import { slotsAcross } from "./slotsAcross.ts";
import { specialBefore } from "./slotsBefore.ts";

type Find = (analysis: Analysis, cue: Cue, inside: Phrase[]) => Phrase | undefined;

/** Slots that more than a case tells: who travels where, whom an attack hits, who is told. `inside` holds the phrases of the clause that no role has taken. */
export const special: Readonly<Record<string, Find>> = {
  ...slotsAcross,
  forself: forItself,
  visitor: (_analysis, cue, inside) =>
    inside.find((phrase) => phrase.case === "erg") ??
    inside.find((phrase) => phrase.case === "nom" && isOfficer(phrase) && phrase.actor.from < cue[0]) ??
    inside.find((phrase) => phrase.case === "gen" && isOfficer(phrase) && phrase.actor.from < cue[0]),
  officer: (_analysis, cue, inside) =>
    inside.find((phrase) => phrase.case === "erg" && isOfficer(phrase)) ??
    inside.find((phrase) => phrase.case === "nom" && isOfficer(phrase) && phrase.actor.from < cue[0]) ??
    // Headlines put the verb first: "In Delhi arrived [Macron]".
    inside.find((phrase) => ["nom", "erg"].includes(phrase.case) && isOfficer(phrase)),
  destination: (analysis, cue, inside) => {
    const places = inside.filter((phrase) => isLand(phrase) && phrase.actor.from < cue[0]);
    return (
      places.find(
        (phrase) => phrase.case === "gen" && phrase.owned.some((noun) => noun.from < cue[1] && noun.to > cue[0]),
      ) ??
      places.find((phrase) => ["nom", "gen"].includes(phrase.case) && onlySmallWords(analysis, phrase.to, cue[0])) ??
      arrived(analysis, inside)
    );
  },
  arrived: (analysis, cue, inside) =>
    inside.find((phrase) => isLand(phrase) && phrase.case === "nom" && phrase.to === cue[0]) ??
    inside.find(
      (phrase) =>
        isLand(phrase) &&
        phrase.case === "nom" &&
        phrase.from === cue[1] &&
        analysis.scan.tokens[phrase.to]?.word !== true,
    ),
  // "shells [Ukraine] to send": the place right before a verb of sending.
  bound: ({ scan }, cue, inside) =>
    inside.find(
      (phrase) =>
        isLand(phrase) &&
        phrase.case === "nom" &&
        phrase.from > cue[0] &&
        (phrase.to === cue[1] - 1 || scan.marks[phrase.to]?.to === cue[1]),
    ) ?? inside.find((phrase) => isLand(phrase) && phrase.case === "nom" && phrase.to === cue[0]),
  // "for the victims in [Malawi]": a place right before those whom a thing is for.
  there: (analysis, cue, inside) => {
    const last = inside.findLast((phrase) => phrase.to <= cue[0] && phrase.case === "loc" && isLand(phrase));
    if (!last || last.actor.form === "capital") return undefined;
    for (let k = last.to; k < Math.min(cue[0], last.to + 7); k++) {
      if (analysis.scan.covered[k]) return undefined;
      const joint = is(analysis.scan, k, "case.for") || is(analysis.scan, k, "case.dat");
      const infinitive = analysis.grammar.hasForm(analysis.scan.tokens[k - 1]!.lower, "infinitive");
      if (
        k === last.to ||
        !joint ||
        (infinitive ? !is(analysis.scan, k - 1, "cope") : is(analysis.scan, k, "case.dat"))
      )
        continue;
      return infinitive || !is(analysis.scan, k - 1, "purpose") ? last : undefined;
    }
    return undefined;
  },
  // "the rockets made in [India] reached".
  made: ({ scan }, cue, inside) =>
    inside.find((phrase) => phrase.case === "loc" && phrase.to <= cue[0] && is(scan, phrase.to, "made")),
  // "the three allies [Mali, Niger and Chad]".
  listed: (analysis, cue, inside) =>
    inside.find((phrase) => phrase.from === cue[1] && groupOf(analysis.phrases, phrase).length > 1),
  // "except [Turkey] nobody recognises": the one whom a general negation leaves out.
  except: (analysis, _cue, inside) =>
    analysis.scan.present.has("nobody") ? inside.find((phrase) => phrase.case === "except") : undefined,
  // "of those that recognise it [Nicaragua] is one".
  counted: (analysis, cue, inside) => {
    const { scan } = analysis;
    const after = (k: number): number => scan.marks[k]?.to ?? k + 1;
    // "among the states", "in the list of the states"
    const listed = (k: number): boolean =>
      is(scan, k, "case.gen") && is(scan, after(k), "ranks") && is(scan, after(after(k)), "case.loc");
    const among = (k: number): boolean => is(scan, k, "states") && (is(scan, after(k), "case.loc") || listed(after(k)));
    for (let k = cue[1]; k < Math.min(scan.tokens.length, cue[1] + 5); k++)
      if (
        is(scan, k, "relativiser") &&
        (is(scan, k + 1, "case.loc") || listed(k + 1) || [1, 2, 3].some((step) => among(k + step)))
      )
        return (
          inside.find((phrase) => phrase.case === "nom" || phrase.case === "erg") ??
          inside.find(({ case: name, from }) => name === "gen" && from >= cue[1])
        );
    return undefined;
  },
  // "Canada's refusal angers [Dhaka]": who is upset by a refusal had asked.
  upset: (analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "nom" &&
        !phrase.adjectival &&
        phrase.from >= cue[1] &&
        [0, 1, 2].some((step) => is(analysis.scan, phrase.to + step, "upset")),
    ),
  // "[of Taiwan] China's demand": who is asked stands behind the asker, or alone.
  askedof: (_analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "abl" &&
        !inside.some((each) => each.case === "gen" && each.from >= phrase.to && each.to <= cue[1] + 1),
    ),
  // "sees [Chad] as Iran's ally": whom somebody regards so.
  regarded: (analysis, cue, inside) =>
    isCalledSo(analysis, cue)
      ? inside.find((phrase) => phrase.case === "dat" && phrase.to <= cue[0] && phrase.actor.state !== undefined)
      : undefined,
  // "[Palau and Tuvalu] like allies": those named as examples of the noun.
  like: (_analysis, cue, inside) =>
    inside.findLast((phrase) => phrase.case === "like" && phrase.to <= cue[0] && cue[0] - phrase.to < 6),
  // "arms [to the rebels] gives": a plural whose genitive and dative sound alike, right before what is given.
  those: ({ scan, grammar }, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "gen" &&
        phrase.ownsFrom !== undefined &&
        // "which missiles Iran [the rebels] gave": right before the verb.
        ((phrase.ownsFrom <= cue[0] && cue[0] - phrase.ownsFrom < 3) ||
          (phrase.owned.length === 0 && phrase.ownsFrom > cue[0] && is(scan, phrase.ownsFrom, "v.give"))) &&
        grammar.hasForm(scan.tokens[phrase.ownsFrom - 1]!.lower, "plural"),
    ),
  // "[Serbia]'s factory made shells": in whose factories the things were made.
  maker: ({ scan }, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "gen" &&
        phrase.to <= cue[0] &&
        phrase.owned.at(-1)?.case === "loc" &&
        is(scan, phrase.to, "made"),
    ) ??
    // "[Turkey]'s drone supply": whose goods a noun of supplying stands right behind.
    inside.find(
      ({ case: name, owned, adjectival }) =>
        name === "gen" &&
        !adjectival &&
        owned.length === 1 &&
        owned[0]!.classes.includes("goods") &&
        owned[0]!.case === "nom" &&
        owned[0]!.to === cue[0] &&
        is(scan, cue[0], "v.supply"),
    ),
  victim: (_analysis, cue, inside) =>
    inside.find((phrase) => phrase.actor.from >= cue[0] && ["gen", "loc"].includes(phrase.case)),
  such: (analysis, cue, inside) =>
    inside.find(
      ({ case: name, actor, group }) =>
        actor.to <= cue[0] &&
        cue[0] - actor.to < 7 &&
        inside.some(
          (each) =>
            each.group === group &&
            ((name === "nom" && is(analysis.scan, each.to, "suchas")) || isIncluded(analysis, each, cue)),
        ),
    ),
  before: (_analysis, cue, inside) =>
    inside.find((phrase) => phrase.to === cue[0] && ["nom", "gen"].includes(phrase.case)),
  deed: (_analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "gen" &&
        phrase.owned.some((noun) => noun.to <= cue[0]) &&
        (phrase.to > cue[0] || cue[0] - phrase.to < 4),
    ),
  recipient: (_analysis, cue, inside) => inside.find((phrase) => phrase.case === "dat" && phrase.actor.from < cue[0]),
  // "with the shells that [Oman] sent [the rebels] fired": who uses what was given had got it.
  user: ({ scan, clauses }, cue, inside) => {
    let used = false;
    for (let k = cue[1]; k < scan.tokens.length && clauses.of[k] === clauses.of[cue[0]]; k++)
      if (is(scan, k, "use")) used = true;
    return used
      ? inside.find((phrase) => phrase.case === "nom" && !phrase.adjectival && phrase.from >= cue[1])
      : undefined;
  },
  // "with the arms that [Oman] gave [Chad erg] attacked", "[Chad] uses the arms": who uses what was given had got it.
  wielder: ({ scan, clauses }, cue, inside) => {
    const acts = ({ case: name }: Phrase): boolean => name === "erg" || name === "nom";
    const behind =
      inside.find((phrase) => acts(phrase) && phrase.from >= cue[1]) ??
      (is(scan, cue[1], "by.means") ? inside.find((phrase) => acts(phrase) && phrase.to <= cue[0]) : undefined);
    if (!behind || behind.adjectival) return undefined;
    if (is(scan, cue[1], "case.abl") || is(scan, cue[1], "by.means")) return behind;
    for (let k = cue[1]; k < scan.tokens.length && clauses.of[k] === clauses.of[cue[0]]; k++)
      if (is(scan, k, "use")) return behind;
    return undefined;
  },
  // "[in Madagascar] the government formed after the coup (dat) recognition": where a government rules that is named by its land.
  ruled: ({ scan }, cue, inside) => {
    let k = cue[0] - 1;
    while (k > 0 && !is(scan, k, "case.dat")) k--;
    const government = markEndingAt(scan, k)?.classes.includes("institution") === true;
    const land = inside.find(({ case: name, actor }) => name === "loc" && actor.state && actor.via === "name");
    return government && land && land.to < k ? land : undefined;
  },
  // "the charge that Sudan raises [Abu Dhabi] denies".
  denier: (analysis, cue, inside) => {
    // "the demand that Prague raised [Moscow] rejected": who turns down a demand is not accused by it.
    const demand = is(analysis.scan, cue[0], "request");
    const found = demand ? undefined : denier(analysis, cue, { governs: "g.accuse" })?.phrases[0];
    return found && inside.every((each) => each.group !== found.group) ? found : undefined;
  },
  told: (analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        ["abl", "dat"].includes(phrase.case) &&
        phrase.from >= cue[1] &&
        (is(analysis.scan, phrase.to, "speech") || is(analysis.scan, phrase.to + 1, "speech")),
    ),
};

const names: ReadonlySet<string> = new Set(Object.keys(special));
const namesBefore: ReadonlySet<string> = new Set(Object.keys(specialBefore));

/** Whether more than a case tells who fills a slot in this language. */
export const isSpecial = (name: string, { grammar }: Analysis): boolean =>
  grammar.order === "prepositional" ? namesBefore.has(name) : names.has(name);

/** What a special slot finds, with the other members of its list. */
export function specialFiller(name: string, analysis: Analysis, cue: Cue, inside: Phrase[]): Filler | undefined {
  const slots = analysis.grammar.order === "prepositional" ? specialBefore : special;
  const found = slots[name]?.(analysis, cue, inside);
  if (!found) return undefined;
  const group = groupOf(inside.includes(found) ? inside : analysis.phrases, found);
  return { phrases: group.length > 0 ? group : [found], slot: name, carried: false };
}

/** "[Chad] among its allies", "allies like [Chad]": behind the last name stands the word that counts it among those of the noun. */
const isIncluded = ({ scan, grammar }: Analysis, { actor }: Phrase, [from]: Cue): boolean =>
  !grammar.lateSubject &&
  (is(scan, actor.to, "case.incl") || is(scan, actor.to, "suchas")) &&
  from > actor.to &&
  scan.tokens.slice(actor.to, from).every(({ word }, k) => word && !scan.covered[actor.to + k]);

/** "[Chad] Peru's ally as is seen", "… is called": what is said of the noun is what somebody is taken for. */
function isCalledSo({ scan }: Analysis, [, to]: Cue): boolean {
  return is(scan, to, "as") || is(scan, to, "seen.as") || is(scan, to, "named.so");
}

/** A place right before a verb of arriving, wherever in the clause: "on a visit reached [Algiers]". */
function arrived({ scan }: Analysis, inside: Phrase[]): Phrase | undefined {
  return inside.find((phrase) => isLand(phrase) && phrase.case === "nom" && is(scan, phrase.to, "v.arrive"));
}

/** A person, or a title that stands for one: armies do not pay visits. */
const isOfficer = (phrase: Phrase): boolean => phrase.actor.via === "person" || phrase.title !== undefined;

const isLand = (phrase: Phrase): boolean => phrase.actor.via === "name" && !phrase.title;

function onlySmallWords({ scan }: Analysis, from: number, to: number): boolean {
  if (from > to || to - from > 4) return false;
  for (let k = from; k < to; k++)
    if (
      !scan.classes[k]!.every(
        (cls) => cls === "time" || cls === "filler" || cls === "determiner" || cls === "adverb",
      ) ||
      !scan.tokens[k]!.word
    )
      return false;
  return true;
}
