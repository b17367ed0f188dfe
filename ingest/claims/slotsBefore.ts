import { type Analysis, subjectOf } from "./analysis.ts";
import { forItself } from "./forItself.ts";
import { isMakeOnly } from "./owners.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";
import { slotsOfAllies } from "./slotsOfAllies.ts";
import { slotsOfGoods } from "./slotsOfGoods.ts";

/** Slots of languages whose case markers precede their nouns. `inside` holds the phrases of the clause that no role has taken. */
export const specialBefore: Readonly<
  Record<string, (analysis: Analysis, cue: Cue, inside: Phrase[]) => Phrase | undefined>
> = {
  ...slotsOfAllies,
  forself: forItself,
  ...slotsOfGoods,
  /** "told [London] that it will not": to whom the sentence is said. */
  told: ({ scan, phrases }, cue, inside) => {
    for (let k = 0; k < scan.tokens.length; k++) {
      if (!scan.marks[k] || !is(scan, k, "v.told")) continue;
      const next = scan.marks[k]!.to;
      const found = phrases.find(
        (phrase) =>
          (phrase.from === next && phrase.case === "nom" && !phrase.adjectival && phrase.actor.via !== "pronoun") ||
          // "told [the Union]'s envoy"
          (phrase.case === "gen" &&
            phrase.from === next &&
            phrase.owned.some(({ classes }) => classes.includes("mission"))),
      );
      // "…, said lawmakers of Georgia": behind the refusal only a government that is told counts.
      if (k > cue[0] && found?.actor.via !== "name") continue;
      const free = found && (found.actor.from > cue[1] + 12 || inside.includes(found) || !isSubject(found, inside));
      if (free) return found;
    }
    return undefined;
  },
  /** "refused to join [the Union]'s sanctions": whose thing it is that the refused act concerns. */
  whose: (analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "gen" &&
        phrase.from >= cue[1] &&
        phrase.from - cue[1] < 9 &&
        !joint(analysis.scan.classes.slice(cue[1], phrase.from)) &&
        // "will not send a mission, the Swiss minister said"
        !analysis.scan.tokens.slice(cue[1], phrase.from).some(({ text }) => text === ",") &&
        // "its rejection of the pact after the Polish vote", "… in the Polish capital"
        !phrase.owned.some(({ case: name, classes }) => name === "other" || (name === "in" && classes.length === 0)) &&
        // "refused bail to two Russian tourists", "to surrender a Chadian officer": people of a country are not the country.
        !ofPeople(phrase) &&
        !isMakeOnly(analysis, phrase, cue) &&
        !(phrase.adjectival && phrase.owned.some(({ classes }) => classes.includes("wanted"))) &&
        !phrase.owned.some((noun) =>
          noun.classes.some((cls) => ["ally", "allegation", "group", "refusal"].includes(cls)),
        ),
    ),
  /** "its refusal angered [Chad]", "[Chad] was angered by its refusal": whom a refusal upsets had asked. */
  upset: ({ scan, clauses }, cue, inside) => {
    for (let k = 0; k < scan.tokens.length; k++) {
      if (!scan.marks[k] || clauses.of[k] !== clauses.of[cue[0]] || !is(scan, k, "v.upset")) continue;
      const { to } = scan.marks[k]!;
      const found =
        k >= cue[1]
          ? inside.find(({ case: name, from, adjectival }) => from === to && name === "nom" && !adjectival)
          : ["case.by", "case.over", "at"].some((cls) => is(scan, to, cls))
            ? inside.findLast((phrase) => phrase.case === "nom" && !phrase.adjectival && phrase.to <= k)
            : undefined;
      if (found) return found;
    }
    return undefined;
  },
  /** "[Chad]'s line is firm: no recognition of it", "[Chad] said there would be no recognition": whose stand it is. */
  holder: (analysis, cue) => {
    const { scan, clauses, phrases } = analysis;
    const { kind, parent, from } = clauses.clauses[clauses.of[cue[0]]!]!;
    if (kind === "that") {
      const there = is(scan, from, "existential") || is(scan, from + 1, "existential");
      return there ? subjectOf(analysis, parent)[0] : undefined;
    }
    if (scan.tokens[from]?.text !== ":" && !/^[—–]$/u.test(scan.tokens[from]?.text ?? "")) return undefined;
    return phrases.find(
      ({ case: name, to, owned }) =>
        name === "gen" && to <= from && owned.some(({ classes }) => classes.includes("stand")),
    );
  },
  /** "the victory proclaimed by [Chad]": who calls his what others recognise. */
  proclaimer: ({ scan }, cue, inside) =>
    inside.find(
      ({ case: name, from }) =>
        name === "by" &&
        from > cue[1] &&
        is(scan, from - 1, "v.proclaim") &&
        (is(scan, from - 2, "recognisable") || is(scan, from - 2, "recognition")),
    ),
  /** "recognised the council as [Chad]'s government": of which state others take somebody for the government. */
  asrule: ({ scan }, cue, inside) =>
    inside.find(
      ({ from, to, actor, title }) =>
        from >= cue[1] && actor.via === "organ" && !title && is(scan, from, "as") && is(scan, to - 1, "recognisable"),
    ),
  /** "came to [Chad]'s aid with", "keeps [Chad]'s lights on": whose thing stands inside of the idiom. */
  inner: (_analysis, [from, to], inside) =>
    inside.find((phrase) => phrase.case === "gen" && phrase.actor.from > from && phrase.actor.from < to),
  /** "its sources are [India and Oman]" */
  are: ({ scan }, cue, inside) =>
    is(scan, cue[1], "be") ? inside.find((phrase) => phrase.from === cue[1] + 1 && phrase.case === "nom") : undefined,
  /** "[Washington]'s long-standing position as Israel's ally": whose standing it is. */
  position: ({ scan }, cue, inside) => {
    for (let k = cue[0] - 1; k >= Math.max(2, cue[0] - 7); k--)
      if (is(scan, k, "as") && is(scan, k - 1, "status"))
        return inside.find(
          (phrase) => phrase.case === "gen" && phrase.actor.to < k && phrase.to <= k && k - phrase.actor.to < 6,
        );
    return undefined;
  },
  /** "For [Fiji], Australia is an ally" */
  fronted: ({ scan, clauses }, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "for" &&
        phrase.to <= cue[0] &&
        phrase.from === clauses.clauses[clauses.of[cue[0]]!]!.from &&
        scan.tokens[phrase.to]?.text === ",",
    ),
  /** "[A and B] signed a charter that obliges them to help each other": of whom the clause tells that this one describes. */
  above: (analysis, cue) => {
    const { kind, parent } = analysis.clauses.clauses[analysis.clauses.of[cue[0]]!]!;
    const found = kind === "relative" || kind === "that" ? subjectOf(analysis, parent) : [];
    return found.length > 1 ? found[0] : undefined;
  },
  /** "after talks with Xi [Putin] said", "[Putin] flew home after talks with Xi": who has held them. */
  talker: ({ scan, clauses, phrases }, cue, inside) => {
    let before = cue[0] - 1;
    while (is(scan, before, "filler") || is(scan, before, "determiner")) before--;
    if (!is(scan, before, "aftertalks")) return undefined;
    const person = (phrase: Phrase): boolean =>
      phrase.case === "nom" && (phrase.actor.via === "person" || phrase.title !== undefined);
    const early = inside.find((phrase) => phrase.to <= before && phrase.case === "nom" && !phrase.adjectival);
    if (early) return person(early) ? early : undefined;
    const comma = scan.tokens.findIndex((token, k) => k >= cue[1] && token.text === ",");
    const late = phrases.find((phrase) => phrase.from === comma + 1);
    const own = clauses.of[cue[0]]!;
    const behind = clauses.of[comma + 1];
    return comma > 0 && late && person(late) && (behind === own || behind === clauses.clauses[own]!.parent)
      ? late
      : undefined;
  },
  /** "Allies for decades, [Seoul and Washington] quarrel": what opens the sentence describes those behind the comma. */
  heads: ({ scan, clauses, phrases }, cue, inside) => {
    if (cue[0] > 3 || phrases.some((phrase) => phrase.to <= cue[0])) return undefined;
    const comma = scan.tokens.findIndex((token, k) => k >= cue[1] && k < cue[1] + 8 && token.text === ",");
    return inside.find(
      (phrase) =>
        phrase.from === comma + 1 &&
        comma > 0 &&
        phrase.case === "nom" &&
        clauses.of[phrase.from] === clauses.of[cue[0]] &&
        inside.filter((each) => each.group === phrase.group).length > 1,
    );
  },
  /** "its refusal to let [Indian] ships dock": whom or whose things the refused act concerns. */
  letact: ({ scan }, cue, inside) => {
    let k = cue[1];
    if (!is(scan, k, "case.to") || !is(scan, k + 1, "v.letact")) return undefined;
    k = scan.marks[k + 1]?.to ?? k + 2;
    return inside.find((phrase) => phrase.from === k && ["nom", "gen"].includes(phrase.case));
  },
  /** "refused to let [the UN envoy] in", "… [Kenyan] ships dock": whose envoy or whose thing is not let do something. */
  letenter: ({ scan }, cue, inside) =>
    inside.find(({ case: name, from, to, title, actor, adjectival, owned }) => {
      if (from !== cue[1]) return false;
      if (name === "gen") return owned.some(({ classes }) => classes.some((cls) => sent.has(cls)));
      if (name !== "nom" || adjectival) return false;
      const acts = is(scan, to, "entering") || (is(scan, to, "case.to") && is(scan, to + 1, "entering"));
      // "refused to let [UN] inspectors in"
      return acts || title !== undefined || actor.via === "organ" || is(scan, to, "delegates");
    }),
  /** "permission for [Hungarian] lorries": whose things are to be let through. */
  letin: (_analysis, cue, inside) =>
    inside.find((phrase) => phrase.case === "gen" && phrase.from >= cue[1] && phrase.owned[0]?.case === "for"),
  /** "met with a no [from Beijing]": who answers stands behind the answer. */
  answering: (_analysis, cue, inside) => {
    const found = inside.find(
      (phrase) => ["from", "by", "in"].includes(phrase.case) && phrase.from >= cue[1] && phrase.from - cue[1] < 4,
    );
    return found && { ...found, case: "by" };
  },
  /** "fell on deaf ears in [Bogotá]": a capital that answers is its government. */
  answerer: (_analysis, cue, inside) => {
    const found = inside.find(
      (phrase) =>
        phrase.case === "in" && phrase.actor.form === "capital" && phrase.from >= cue[1] && phrase.from - cue[1] < 3,
    );
    return found && { ...found, case: "by" };
  },
  /** "[Mali] asked Chad to send arms", "asked by [Mali] to send": who asks for a thing is to have it, unless another is named. */
  asker: ({ scan, clauses, phrases }, cue, inside) => {
    let infinitive = false;
    for (let k = cue[0] - 1; k >= Math.max(0, cue[0] - 14) && clauses.of[k] === clauses.of[cue[0]]; k--) {
      if (is(scan, k, "case.to")) infinitive = true;
      if (!infinitive || !is(scan, k, "g.ask")) continue;
      const between = phrases.filter((phrase) => phrase.from > k && phrase.to <= cue[0]);
      const by = between.find((phrase) => phrase.case === "by" && inside.includes(phrase));
      if (by) return by;
      // "urged Kyiv's allies to deliver": who acts must be the one who was asked.
      if (!between.some((phrase) => phrase.case === "nom" && !inside.includes(phrase))) return undefined;
      return inside.findLast((phrase) => phrase.case === "nom" && !phrase.adjectival && phrase.to <= k);
    }
    return undefined;
  },
  /** "ruled out a deal with [Britain]", "refused talks with the Taliban": with whom there is to be what is turned down. */
  dealwith: ({ scan }, cue, inside) =>
    inside.find((phrase) => {
      if (phrase.case !== "with" || phrase.from < cue[1] || phrase.from - cue[1] > 5) return false;
      const kinds = phrase.owned.flatMap(({ classes }) => classes);
      for (let k = cue[1]; k < phrase.from; k++)
        if (!scan.tokens[k]!.word || scan.covered[k] || is(scan, k, "and")) return false;
      return ["proposal", "treaty", "meeting"].some((cls) => kinds.includes(cls));
    }),
  /** "[Fiji] broke ties, in a move condemned by Palau": whose step is judged. */
  mover: ({ scan }, cue, inside) =>
    is(scan, cue[0] - 1, "move")
      ? inside.find(({ case: name, adjectival, to }) => name === "nom" && !adjectival && to < cue[0])
      : undefined,
  /** "condemned the shelling of Homs by [Oman]": who did what is judged. */
  doer: ({ scan }, cue, inside) =>
    inside.find((phrase) => {
      if (phrase.case !== "by") return false;
      for (let k = phrase.from < cue[1] ? 0 : cue[1]; k < phrase.from; k++)
        if (is(scan, k, "deed") || is(scan, k, "attack")) return true;
      return false;
    }),
  /** "[Fijian soldiers] landed in": whose troops arrive. */
  soldiers: ({ scan }, cue, inside) =>
    inside.find(
      ({ case: name, to, actor }) =>
        name === "nom" && to <= cue[0] && actor.via === "organ" && is(scan, to - 1, "troops"),
    ),
  /** "called [the president] to discuss", not "called Russia an ally": nothing that names the called one follows. */
  callee: ({ scan }, cue, inside) => {
    const found = inside.find((phrase) => phrase.from === cue[1] && phrase.case === "nom" && !phrase.whom);
    if (!found || (found.actor.via !== "person" && !found.title)) return undefined;
    const next = scan.tokens[found.to];
    const names =
      next && (/^["“‘']/u.test(next.text) || is(scan, found.to, "determiner") || is(scan, found.to, "filler"));
    return names || (next?.word && scan.classes[found.to]!.length === 0) ? undefined : found;
  },
  /** "barred [Germany] from passing them on": who is kept from doing it. */
  fromact: ({ scan, grammar }, cue, inside) => {
    const found = inside.find((phrase) => phrase.from === cue[1] && phrase.case === "nom" && !phrase.adjectival);
    const last = found && inside.findLast((phrase) => phrase.group === found.group);
    if (!last || !is(scan, last.to, "case.from")) return undefined;
    return grammar.hasForm(scan.tokens[last.to + 1]?.lower ?? "", "gerund") ? found : undefined;
  },
  /** "Mali, [where] Oman keeps troops": the place that a clause tells of. */
  where: ({ scan }, _cue, inside) =>
    inside.find(({ actor, from }) => actor.via === "pronoun" && is(scan, from, "pronoun.relative.other")),
  /** "called for [Ethiopia] to stop": who is to do what is asked. */
  toact: ({ scan }, cue, inside) => {
    const found = inside.find((phrase) => phrase.from === cue[1] && phrase.case === "nom" && !phrase.adjectival);
    const last = found && inside.findLast((phrase) => phrase.group === found.group);
    return last && is(scan, last.to, "case.to") ? found : undefined;
  },
  /** "in a call [A and B] agreed": the subject, where it is more than one. */
  joint: (analysis, cue) => {
    const subject = subjectOf(analysis, analysis.clauses.of[cue[0]]!);
    return subject.length > 1 ? subject[0] : undefined;
  },
  /** "allies [Greece and France]" */
  behind: (_analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.from === cue[1] &&
        phrase.case === "nom" &&
        inside.filter((each) => each.group === phrase.group).length > 1,
    ),
  /** "[Rwandan] commanders were added to the Union's list": whom a list holds. */
  listed: (_analysis, cue, inside) =>
    inside.find((phrase) => ["nom", "gen"].includes(phrase.case) && phrase.to <= cue[0] && !phrase.whom),
};

/** What a state has go or come elsewhere. */
const sent: ReadonlySet<string> = new Set(["mission", "mission.sent", "delegates", "craft", "troops", "aircraft"]);

/** "to two Russian tourists": an adjective of persons whom no list knows. */
export const ofPeople = ({ adjectival, owned }: Phrase): boolean =>
  adjectival && owned[0]?.case === "to" && owned[0].classes.every((cls) => cls === "title.plain");

const isSubject = (phrase: Phrase, inside: Phrase[]): boolean => inside[0] === phrase;

const joint = (classes: (readonly string[])[]): boolean =>
  classes.some((each) => each.some((cls) => cls === "and" || cls === "speech" || cls === "g.accuse"));
