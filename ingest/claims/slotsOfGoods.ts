import { type Analysis, subjectOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";
import { begins, Capital } from "./signs.ts";
import { inVerbGroup } from "./verbGroup.ts";

/** Slots of those who make, sell, buy, hold or use goods and arms, in languages whose case markers precede their nouns. */
export const slotsOfGoods: Readonly<
  Record<string, (analysis: Analysis, cue: Cue, inside: Phrase[]) => Phrase | undefined>
> = {
  /** "provides 70% of [Kenya]'s arms", "most of [Kenyan] grain": a share of what somebody has goes to them. */
  share: ({ scan }, cue, inside) => {
    const owner = inside.find(
      (phrase) =>
        phrase.actor.from >= cue[1] &&
        phrase.actor.from - cue[1] < 7 &&
        phrase.owned.some((noun) => noun.classes.includes("goods")),
    );
    if (!owner) return undefined;
    for (let k = cue[1]; k < owner.actor.from; k++)
      if (is(scan, k, "share") || /%$/u.test(scan.tokens[k]!.text)) return owner;
    return undefined;
  },
  /** "[Laos] will pay for gas supplied by Oman": who pays for what another supplies gets it. */
  buyer: ({ scan, clauses }, cue, inside) => {
    for (let k = cue[0] - 1; k >= 0 && clauses.of[k] === clauses.of[cue[0]]; k--)
      if (scan.marks[k] && is(scan, k, "v.pay"))
        return inside.findLast((phrase) => phrase.case === "nom" && !phrase.adjectival && phrase.to <= k);
    return undefined;
  },
  /** "[Iranian] drones used by": whose make the things are that stand before. */
  maker: ({ scan }, cue, inside) =>
    inside.findLast(
      (phrase) =>
        phrase.to <= cue[0] &&
        (phrase.case === "gen"
          ? phrase.owned.some((noun) => noun.classes.includes("goods"))
          : phrase.actor.via === "organ" && is(scan, phrase.to - 1, "goods")),
    ),
  /** "[Russian] jets struck": whose arms or soldiers stand before what they do. */
  arms: (_analysis, cue, inside) =>
    inside.findLast(
      ({ case: name, to, owned }) =>
        // "warplanes from [Chad] struck"
        (name === "gen" || name === "from") &&
        to <= cue[0] &&
        owned.some(({ classes }) => classes.includes("goods") || classes.includes("troops")),
    ),
  /** "took delivery of [Turkish] drones": whose make they are. */
  makeof: ({ scan }, cue, inside) =>
    inside.find(
      ({ case: name, to, actor, from }) =>
        name === "of" && from >= cue[0] && actor.via === "organ" && is(scan, to - 1, "goods"),
    ),
  /** "missiles fired by [Chad] hit": who has fired what strikes. */
  firedby: ({ scan }, cue, inside) =>
    inside.find(
      ({ case: name, from, to }) =>
        name === "by" && to <= cue[0] && cue[0] - to < 2 && is(scan, from - 1, "v.use") && is(scan, from - 2, "goods"),
    ),
  /** "[Turkey]'s Baykar will deliver", "the [Turkish] company Baykar": a firm with its country sells for it. */
  firm: ({ scan }, cue, inside) => inside.find((phrase) => isFirm(scan, phrase, cue)),
  /** "from [South Korea]'s Hyundai", "with a [Turkish] company": a firm that sells, sells for its country. */
  seller: ({ scan }, cue, inside) =>
    inside.find(({ case: name, owned, from, ownsFrom }) => {
      const last = owned.at(-1);
      if (name !== "gen" || (last?.case !== "from" && last?.case !== "with")) return false;
      // "signed a contract [with Italy's Leonardo] for 24 jets" is one cue.
      if (from < (last.case === "with" ? cue[0] : cue[1])) return false;
      const named = begins(scan.tokens[ownsFrom ?? last.from]?.text, Capital);
      const kinds = last.case === "with" ? ["company"] : ["group", "goods", "organ", "company"];
      return named || last.classes.some((cls) => kinds.includes(cls));
    }),
  /** "deposited $2bn in [Chad's central bank]": whose bank holds what is put there. */
  bank: ({ scan }, cue, inside) =>
    inside.find(
      ({ case: name, from, to, actor }) =>
        ["in", "with", "at"].includes(name) && actor.via === "organ" && from >= cue[1] && holds(scan, from, to),
    ) ??
    inside.find(
      ({ case: name, from, owned, actor }) =>
        // "with the central bank in [Cairo]"
        (["gen", "of"].includes(name) || (name === "in" && actor.form === "capital")) &&
        from >= cue[1] &&
        owned.some(({ classes }) => classes.includes("bank")),
    ),
  /** "froze a shipment bound for [Chad]" */
  destined: ({ scan }, cue, inside) =>
    inside.find((phrase) => phrase.case === "nom" && phrase.from >= cue[1] && is(scan, phrase.from - 1, "v.arrive")),
  /** "supplied by Iran and fired by [Russian gunners]": who uses what was given had got it. */
  user: (analysis, cue, inside) => {
    const { scan, clauses } = analysis;
    const by = inside.find(
      ({ case: name, from }) => name === "by" && is(scan, from - 1, "v.use") && is(scan, from - 2, "and"),
    );
    if (by) return by;
    // "the jets that [Thailand] flew came from Sweden"
    for (let k = 0; k < scan.tokens.length; k++) {
      const clause = clauses.clauses[clauses.of[k]!]!;
      // "supplied the jets that [Thailand] flew"
      if (k >= cue[0] && clause.parent !== clauses.of[cue[0]]) continue;
      if (
        !(is(scan, k, "v.use") || is(scan, k, "v.receive")) ||
        clause.kind !== "relative" ||
        !is(scan, clause.from - 1, "goods")
      )
        continue;
      return subjectOf(analysis, clause.id).find((phrase) => phrase.actor.via !== "pronoun" && phrase.to <= k);
    }
    return undefined;
  },
  /** "[the Wagner group]'s rifles were supplied by": whose the things are that somebody else supplied. */
  hasgoods: (_analysis, cue, inside) =>
    inside.find(
      (phrase) =>
        phrase.case === "gen" &&
        !phrase.adjectival &&
        phrase.to <= cue[0] &&
        phrase.owned.some((noun) => noun.classes.includes("goods")),
    ),
  /** "the fuel that [Oman] promised Chad has arrived": whoever is to give what a clause tells of. */
  relgiver: (analysis, cue) => bespoken(analysis, cue)?.giver,
  /** "the jets that [Chad] had asked Oman for have arrived": whoever is to get it. */
  relgetter: (analysis, cue) => bespoken(analysis, cue)?.getter,
};

/** Whether the subject of a verb is a firm that is named behind its country, or is called one. */
function isFirm(scan: Scan, { case: name, adjectival, owned, ownsFrom }: Phrase, cue: Cue): boolean {
  const from = ownsFrom ?? owned[0]?.from;
  if (name !== "gen" || from === undefined || from >= cue[0]) return false;
  let k = from;
  let called = false;
  while (k < cue[0] && k - from < 4 && !called) {
    called = is(scan, k, "company");
    if (!called && !(is(scan, k, "filler") || /^state-/u.test(scan.tokens[k]!.text))) break;
    k = scan.marks[k]?.to ?? k + 1;
  }
  if (adjectival && !called) return false;
  const begin = called ? k : from;
  k = begin;
  while (k < cue[0] && (isNameWord(scan, k) || (k > begin && is(scan, k, "and") && isNameWord(scan, k + 1)))) k++;
  if (k === begin && !called) return false;
  return onlyVerb(scan, k, cue[0]);
}

const isNameWord = (scan: Scan, k: number): boolean =>
  scan.tokens[k]!.word && scan.classes[k]!.length === 0 && begins(scan.tokens[k]!.text, Capital);

/** Only what belongs to a verb stands between: "[has also] sold". */
function onlyVerb(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (!inVerbGroup(scan, k)) return false;
  return to - from < 6;
}

function holds(scan: Scan, from: number, to: number): boolean {
  for (let k = from; k < to; k++) if (is(scan, k, "bank")) return true;
  return false;
}

/** Who is to give whom the goods that the act tells of, where a clause that describes them says that they were promised, asked for or ordered. */
function bespoken(analysis: Analysis, cue: Cue): { giver: Phrase; getter: Phrase } | undefined {
  const { scan, clauses } = analysis;
  const clause = clauses.clauses.find(
    ({ kind, parent, from }) =>
      kind === "relative" && parent === clauses.of[cue[0]] && from < cue[0] && is(scan, from - 1, "goods"),
  );
  const [subject] = clause ? subjectOf(analysis, clause.id).filter(({ actor }) => actor.via !== "pronoun") : [];
  if (!clause || !subject) return undefined;
  const verb = scan.marks.findIndex(
    (mark, k) => mark && k >= subject.to && clauses.of[k] === clause.id && bespeaking.some((cls) => is(scan, k, cls)),
  );
  const other = analysis.phrases.find(
    ({ case: name, from, adjectival, actor }) =>
      verb > 0 &&
      from > verb &&
      clauses.of[actor.from] === clause.id &&
      ["nom", "from", "to"].includes(name) &&
      !adjectival,
  );
  if (!other) return undefined;
  // "that Chad had asked Oman [for]", "that Chad ordered from Oman"
  const asks = is(scan, verb, "g.ask") ? is(scan, other.to, "case.for") : other.case === "from";
  if (asks) return { giver: other, getter: subject };
  return is(scan, verb, "v.promise") && other.case !== "from" ? { giver: subject, getter: other } : undefined;
}

const bespeaking = ["v.promise", "g.ask", "v.order"];
