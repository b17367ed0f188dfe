import { type Analysis, ancestors, subjectOf } from "./analysis.ts";
import { isTransfer } from "./heads.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { type Cue, stateOf } from "./scope.ts";
import { isWish } from "./wish.ts";

/** Slots of languages whose case markers follow their nouns that another clause, or the whole sentence, fills. */
export const slotsAcross: Readonly<Record<string, (analysis: Analysis, cue: Cue) => Phrase | undefined>> = {
  /** "told [China] that it will not send": to whom the clause above says it. */
  hearer: ({ scan, clauses, phrases }, cue) => {
    const { kind, parent, from } = clauses.clauses[clauses.of[cue[0]]!]!;
    if (kind !== "that") return undefined;
    const tells = (k: number): boolean => is(scan, k, "tell");
    return phrases.findLast(
      (phrase) =>
        clauses.of[phrase.actor.from] === parent &&
        ["abl", "dat"].includes(phrase.case) &&
        phrase.to < from &&
        from - phrase.to < 7 &&
        scan.tokens.some((_token, k) => k >= phrase.to && k < from && tells(k)),
    );
  },
  /** "[Washington] said that it cancel the deal, but Delhi did not agree": who wishes something in the clauses before. */
  wisher: (analysis, cue) => {
    const { clauses, of } = analysis.clauses;
    const wish = clauses.find(({ id, kind }) => kind === "that" && id < of[cue[0]]! && isWish(analysis, id));
    const [asker] = wish ? subjectOf(analysis, wish.parent) : [];
    return asker && of[asker.actor.from] !== of[cue[0]] ? asker : undefined;
  },
  /** "a blow from [Riyadh]: the request turned down": whose blow a headline opens with. */
  dealer: ({ scan, phrases }, cue) => dealt(scan, phrases, cue)?.by,
  /** "a blow [to Pakistan]": whom it hits. */
  dealt: ({ scan, phrases }, cue) => dealt(scan, phrases, cue)?.to,
  /** "in Jamaica doctors are few, so Cuba sent some [there]": the land named last before the word that points at it. */
  yonder: ({ scan, clauses, phrases }, cue) => {
    const at = scan.classes.findIndex(
      (classes, k) => classes.includes("yonder") && k < cue[1] && clauses.of[k] === clauses.of[cue[0]],
    );
    return at < 0
      ? undefined
      : phrases.findLast(
          (phrase) =>
            phrase.to <= at &&
            phrase.actor.state === true &&
            phrase.actor.via === "name" &&
            ["loc", "gen", "dat"].includes(phrase.case),
        );
  },
  /** "the drones with which [Mali] struck, those it got from Ankara": who uses what the clause before tells of. */
  useof: (analysis, cue) => {
    const { scan, clauses } = analysis;
    for (const clause of clauses.clauses) {
      const relative = scan.classes[clause.from]!.some((cls) => cls.startsWith("pronoun.relative"));
      if (!relative || clause.from >= cue[0] || ![1, 2, 3, 4].some((step) => is(scan, clause.from + step, "goods")))
        continue;
      const before = (id: number): Phrase | undefined => subjectOf(analysis, id).find((phrase) => phrase.to <= cue[0]);
      const subject = before(clause.id) ?? before(clause.parent);
      if (subject) return subject;
    }
    return undefined;
  },
  /** "[Kenya]'s army has tanks, which Oman gave": who has, or uses, what a relative clause tells of. */
  haver: ({ scan, clauses, phrases, grammar }, cue) => {
    const { id, kind, from } = clauses.clauses[clauses.of[cue[0]]!]!;
    if (grammar.lateSubject || kind !== "relative" || !is(scan, from, "pronoun.relative.nom")) return undefined;
    const above = ancestors(clauses, id).slice(1);
    const before = phrases.filter(({ actor, to }) => above.includes(clauses.of[actor.from]!) && to <= from);
    const goods = scan.classes.some((classes, k) => k < from && classes.includes("goods"));
    const has = before.find(({ case: name }) => name === "has");
    return goods ? (has ?? before.find(({ case: name, actor }) => name === "erg" && actor.via === "organ")) : undefined;
  },
  /** "fertiliser got Zimbabwe, gave [Russia]": whom a clause of a verb and a name alone says to have given it. */
  givernext: ({ scan, clauses, phrases, grammar }, cue) => {
    const next = clauses.of[cue[0]]! + 1;
    const words = scan.tokens.flatMap(({ word }, k) => (word && clauses.of[k] === next ? [k] : []));
    const [verb] = words;
    const found = phrases.find(({ from, case: name }) => name === "nom" && verb !== undefined && from === verb + 1);
    if (!found || verb === undefined || !isTransfer(scan.classes[verb]!)) return undefined;
    if (!grammar.inForm(scan.tokens[verb]!, "finite")) return undefined;
    return words.every((k) => k === verb || k < found.to) ? found : undefined;
  },
  /** "[Oman] which rice sent, that in Chad has arrived": who sent what the clause before tells of. */
  giverbefore: (analysis, cue) => {
    const { scan, clauses } = analysis;
    const before = clauses.of[cue[0]]! - 1;
    const sends = (k: number): boolean => clauses.of[k] === before && isTransfer(scan.classes[k]!);
    if (!scan.marks.some((mark, k) => mark !== undefined && sends(k))) return undefined;
    return subjectOf(analysis, before).find(({ case: name }) => name === "nom");
  },
  /** "heeding [Kyiv]'s appeal sent lorries": whose call for help is heeded. */
  heededasker: ({ scan, phrases, clauses }, cue) =>
    phrases.find(
      ({ case: name, actor, to }) =>
        name === "askedby" &&
        clauses.of[actor.from] === clauses.of[cue[0]] &&
        to <= cue[0] &&
        is(scan, to - 1, "heeding"),
    ),
  /** "to Kenya vaccines [Denmark's]": whose the goods of a headline are. */
  giverbehind: ({ phrases, scan }, cue) =>
    phrases.find(
      ({ trailing, from }) =>
        trailing === true && (from === cue[1] || (from === cue[1] + 1 && /^[’”'"]$/u.test(scan.tokens[cue[1]]!.text))),
    ),
  /** "in reply to Haiti's letter [Santo Domingo] said it is not possible": who answers, where what is said names nobody else. */
  replier: ({ scan, speeches, phrases, clauses }, cue) => {
    const asker = phrases.find(({ case: name, to }) => name === "askedby" && is(scan, to - 1, "reply"));
    const speech = asker && speeches.find(({ accusing, marker }) => !accusing && !marker);
    const speaker = speech && phrases.find(({ actor }) => actor.entity === speech.speaker);
    if (!speaker || stateOf(speaker) === stateOf(asker)) return undefined;
    const others = phrases.some(
      (phrase) =>
        clauses.of[phrase.actor.from] === clauses.of[cue[0]] &&
        phrase.case === "nom" &&
        !phrase.adjectival &&
        stateOf(phrase) !== stateOf(speaker),
    );
    return others ? undefined : speaker;
  },
  /** "Italy will not send troops, Meloni told [Paris] flatly": who is told so by the one who will not, in the clause before or behind. */
  informed: ({ scan, clauses, phrases }, cue) => {
    const own = clauses.of[cue[0]]!;
    const at = scan.marks.findIndex(
      (mark, k) => mark?.classes.includes("told.flat") && Math.abs(clauses.of[k]! - own) === 1,
    );
    if (at < 0) return undefined;
    const near = (phrase: Phrase): boolean => clauses.of[phrase.actor.from] === clauses.of[at];
    const teller = phrases.find((phrase) => phrase.case === "nom" && !phrase.adjectival && near(phrase));
    const inside = phrases.filter(({ actor }) => clauses.of[actor.from] === own);
    const doer = inside.find((phrase) => phrase.case === "nom" && !phrase.adjectival) ?? teller;
    const third = inside.some(({ case: name }) => ["dat", "to", "with", "for", "hand"].includes(name));
    if (!teller || !doer || third || stateOf(teller) !== stateOf(doer)) return undefined;
    return phrases.find((phrase) => phrase.case === "dat" && near(phrase) && phrase.actor.via !== "pronoun");
  },
  /** "the promise to give Fiji boats [is Oman's]": whose promise closes the sentence. */
  closing: ({ scan, phrases }) =>
    phrases.find(
      ({ trailing, from }) =>
        trailing === true &&
        [1, 2].some((step) => is(scan, from - step, "g.announce") || is(scan, from - step, "g.refuse")),
    ),
  /** "to the request is no answer [of Chad's]": whose answer it is closes the sentence, behind what denies. */
  lastly: ({ scan, phrases }, cue) =>
    phrases.find(
      ({ trailing, from }) =>
        trailing === true &&
        from >= cue[1] &&
        from - cue[1] < 3 &&
        (is(scan, from - 1, "negation") || is(scan, from - 1, "not.it")),
    ),
  /** "turning down the plea, [Chad]'s comment": who says something right behind what he has done. */
  sayer: ({ scan, phrases }, cue) =>
    phrases.find(({ case: name, from, owned }) => {
      if (name !== "gen" || from < cue[1] || from - cue[1] > 2) return false;
      const said = owned.find(({ classes }) => classes.includes("statement") || classes.includes("reply.noun"));
      const next = said && scan.tokens[said.to]?.text;
      return next !== undefined && /^[,:;—–‘“'"]$/u.test(next);
    }),
  /** "in the list of those that recognise it stands the name [of Samoa]". */
  entered: ({ scan, phrases }) =>
    phrases.find(({ trailing, from }) => trailing === true && is(scan, from - 1, "entered")),
  /** "the request was turned down in [Quito]": where nobody is named who does it, the capital where it is done stands for its state. */
  seat: ({ scan, clauses, phrases, grammar }, cue) => {
    const clause = clauses.of[cue[0]];
    const passive = [0, 1, 2].some((step) => {
      const k = cue[1] + step;
      return clauses.of[k] === clause && grammar.hasForm(scan.tokens[k]!.lower, "passive");
    });
    const found = phrases.findLast(
      ({ actor, case: name, to }) =>
        name === "loc" && actor.form === "capital" && clauses.of[actor.from] === clause && to <= cue[0],
    );
    return passive && found ? { ...found, case: "by", group: -7 } : undefined;
  },
  /** "the two are members of [the alliance], Malta stands outside it": the organization named last before. */
  orgbefore: (analysis, cue) =>
    analysis.phrases.findLast(
      ({ actor, to }) => to <= cue[0] && analysis.scan.mentions[actor.from]?.type === "Organization",
    ),
  /** "with Peru an alliance there is not [of Norway]": who has what is said to be, or not to be, closes the sentence. */
  having: ({ scan, phrases }, cue) =>
    phrases.find(
      ({ trailing, from }) =>
        trailing === true && from === cue[1] && ["aux", "not.it", "v.get"].some((cls) => is(scan, from - 1, cls)),
    ),
  /** "being Peru's ally, [Chad] is silent": who is named right behind a clause of being something. */
  heldby: ({ scan, clauses, phrases, grammar }, cue) => {
    const behind = cue[1] + 1;
    const cut = clauses.of[behind] !== undefined && clauses.of[behind] !== clauses.of[cue[0]];
    return cut && grammar.lateSubject && grammar.hasForm(scan.tokens[cue[1]]!.lower, "clausal")
      ? phrases.find(({ from, case: name, adjectival }) => from === behind && name === "nom" && !adjectival)
      : undefined;
  },
  /** "[Mali and Niger] — the Sahel's these two allies": a list right before the mark behind which a number counts them. */
  apposed: ({ scan, phrases, grammar }, cue) => {
    if (!grammar.lateSubject) return undefined;
    let k = cue[0] - 1;
    while (is(scan, k, "determiner")) k--;
    const owner = phrases.find(({ actor, case: name }) => name === "gen" && actor.to === k + 1);
    if (owner) k = owner.actor.from - 1;
    // "the [west] of Africa's"
    if (owner && scan.tokens[k]?.word && !scan.covered[k] && !scan.marks[k]) k--;
    if (!/^[—–,-]$/u.test(scan.tokens[k]?.text ?? "")) return undefined;
    const last = phrases.find((phrase) => phrase.to === k && phrase.case === "nom");
    return last && phrases.some((phrase) => phrase !== last && phrase.group === last.group) ? last : undefined;
  },
  /** "[Chad]'s three allies": the state that owns the noun. */
  stateof: ({ phrases }, cue) =>
    phrases.find(
      ({ actor, case: name, owned }) =>
        name === "gen" && actor.state && owned.some(({ from, to }) => from < cue[1] && to > cue[0]),
    ),
  /** "taking [Peru and Chile] made an alliance": who is taken into it. */
  taken: ({ scan, phrases, clauses }, cue) =>
    phrases.findLast(
      ({ case: name, to, actor }) =>
        name === "other" && to <= cue[0] && is(scan, to - 1, "taking") && clauses.of[actor.from] === clauses.of[cue[0]],
    ),
  /** "ally [Oman] with drills hold": a name right behind the noun that is not its clause's subject. */
  calledso: ({ scan, phrases, clauses }, cue) => {
    const opens = clauses.clauses[clauses.of[cue[0]]!]!.from;
    for (let k = opens; k < cue[0]; k++) if (!is(scan, k, "adverb") && !is(scan, k, "filler")) return undefined;
    return phrases.find(
      ({ from, case: name, actor }) => from === cue[1] && actor.state && ["with", "abl", "dat", "from"].includes(name),
    );
  },
  /** "with ally Oman drills [of Chad's]": the one other state that the sentence names, which owns something. */
  possessor: ({ phrases }, cue) => {
    const name = phrases.find(({ from }) => from === cue[1]);
    const others = phrases.filter((phrase) => !name || stateOf(phrase) !== stateOf(name));
    const [one] = others;
    const alone = one && others.every((phrase) => stateOf(phrase) === stateOf(one));
    return alone && one.case === "gen" && one.actor.state && !one.adjectival && one.from >= cue[1] ? one : undefined;
  },
  /** "its ally [Syria]": a name right behind the noun. */
  called: ({ phrases }, cue) => phrases.find((phrase) => phrase.from === cue[1] && phrase.actor.state === true),
  /** "ally Iran stands by [Syria]": the one other state that the sentence names. */
  other: ({ phrases }, cue) => {
    const name = phrases.find((phrase) => phrase.from === cue[1] && phrase.actor.state === true);
    if (!name) return undefined;
    const others = phrases.filter((phrase) => stateOf(phrase) !== stateOf(name));
    const [first] = others;
    const one = first && others.every((phrase) => stateOf(phrase) === stateOf(first));
    return one && (first.actor.state === true || first.actor.via === "organ") ? first : undefined;
  },
};

/** The two of a headline's "blow to A from B", and nobody where the act is told in front of it. */
function dealt(scan: Analysis["scan"], phrases: Phrase[], cue: Cue): { by: Phrase; to: Phrase } | undefined {
  const by = phrases.find(
    ({ case: name, adjectival, actor, to }) =>
      name === "gen" && !adjectival && to <= cue[0] && [1, 2].some((step) => is(scan, actor.to + step, "blow")),
  );
  const to = by && phrases.findLast((phrase) => phrase.case === "dat" && phrase.to <= by.from);
  return by && to && { by, to };
}
