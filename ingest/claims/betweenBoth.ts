import { type EdgeType, vocabulary } from "../../model/vocabulary.ts";
import { markEndingAt } from "./ahead.ts";
import type { Analysis } from "./analysis.ts";
import { isPerson } from "./carry.ts";
import type { Frame } from "./frames.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue, Filler } from "./scope.ts";
import type { Stance } from "./stance.ts";
import { greets, isOfAnswer, isPersonsAlly, isThankedFor, nothingGot, sendsBack } from "./vetoes.ts";

/** An act with both of its parties, before it becomes a claim. */
interface Act {
  frame: Frame;
  cue: Cue;
  analysis: Analysis;
  how: Stance;
  agent: Filler;
  object: Filler;
}

interface Veto {
  why: string;
  /** Of which edge type; of any where it is left out. */
  type?: EdgeType;
  holds(act: Act): boolean;
}

/** What makes no claim though both parties are found, asked in this order. */
const vetoes: readonly Veto[] = [
  {
    why: "a person's ally",
    type: "ALLIED_WITH",
    holds: ({ analysis, agent, object }) => isPersonsAlly(analysis, agent, object),
  },
  {
    why: "only a welcome in person",
    type: "SUPPORTED",
    holds: ({ analysis, cue, object }) => greets(analysis, cue, object),
  },
  // "the recognition of [Kosovo, dat] condemned": what is done to somebody is judged, not he.
  {
    why: "what is done to somebody",
    type: "CONDEMNED",
    holds: ({ analysis: { scan }, object }) =>
      object.slot === "dat" && object.phrases.every(({ to }) => is(scan, to, "recognition")),
  },
  // "did not accept [Ghana's president]": whoever is not taken for what he is has asked for nothing.
  {
    why: "whom somebody does not accept",
    type: "REFUSED",
    holds: ({ frame, analysis, cue, object }) =>
      frame.options.neg && accepts(analysis, cue) && object.slot === "dat" && object.phrases.every(isPerson),
  },
  // "agreed to resist its tariffs": what is planned against somebody's act refuses him nothing yet.
  {
    why: "only a plan",
    type: "REFUSED",
    holds: ({ how, object }) => how.governs === "g.agree" && object.slot === "owner of what is refused",
  },
  {
    why: "not who answers",
    type: "REFUSED",
    holds: ({ analysis, object, agent }) => isOfAnswer(analysis, object, agent),
  },
  {
    why: "who gives thanks for it",
    holds: ({ frame, analysis, cue, agent }) =>
      agent.slot === "nom" && isThankedFor(analysis, vocabulary.edges[frame.type as EdgeType] ?? {}, cue),
  },
  // "former president Obama gave Kenya $5m": who once held an office acts for nobody but himself.
  {
    why: "who held the office once",
    holds: ({ frame, analysis, agent, object }) =>
      frame.core &&
      (agent.phrases.every((each) => isFormer(analysis, each)) ||
        (frame.type !== "RECOGNIZED" && object.phrases.every((each) => isFormer(analysis, each)))),
  },
  // "will not abandon Chad", "will not let Chad down": who promises that refuses nothing.
  {
    why: "only a promise to stand by somebody",
    type: "REFUSED",
    holds: ({ frame, analysis, cue, how, object }) =>
      (frame.options.neg === true || how.polarity === "negated") && standsBy(analysis, cue, object),
  },
  { why: "only returned", type: "SUPPLIED", holds: ({ analysis, cue }) => sendsBack(analysis, cue) },
  // "would not accept Fijian submarines in its ports"
  {
    why: "only not accepted",
    type: "SUPPLIED",
    holds: ({ how, analysis, cue }) => how.polarity === "negated" && is(analysis.scan, cue[0], "v.accept"),
  },
  {
    why: "nothing is got",
    holds: ({ frame, analysis, cue, agent, object }) =>
      frame.options.theme === "goods" && nothingGot(analysis, cue, agent, object),
  },
  {
    why: "how somebody is seen",
    type: "MET_WITH",
    holds: ({ analysis, object }) => object.slot === "obj" && is(analysis.scan, object.phrases.at(-1)!.to, "as"),
  },
];

/** Why an act makes no claim between its two parties, or undefined where it may. */
export function betweenBoth(act: Act): string | undefined {
  const { type } = act.frame;
  for (const veto of vetoes) if ((veto.type === undefined || veto.type === type) && veto.holds(act)) return veto.why;
  return undefined;
}

const accepts = ({ scan }: Analysis, [from]: Cue): boolean =>
  ["accept", "v.admit", "v.regard"].some((cls) => is(scan, from, cls));

/** "former president Kenyatta", "Kenya's former president": the word stands before the title, or before the name. */
function isFormer({ scan, grammar }: Analysis, { actor, from, title }: Phrase): boolean {
  if (grammar.order !== "prepositional" || (actor.via !== "person" && !title)) return false;
  for (let k = Math.max(0, from - 1); k < actor.from; k++)
    if (is(scan, k, "former") || is(scan, k, "former.holder")) return true;
  return false;
}

/** A verb of forsaking right before whom it reaches, or "let" before an act that is not for them to be let do. */
function standsBy({ scan, grammar }: Analysis, [, to]: Cue, { phrases, slot }: Filler): boolean {
  if (grammar.order !== "prepositional" || !(slot === "obj" || slot === "on")) return false;
  const verb = markEndingAt(scan, to)?.classes;
  const last = scan.classes[to - 1]!;
  if (last.includes("forsake") || verb?.includes("forsake") === true) return phrases[0]!.actor.from - to < 3;
  const end = Math.max(...phrases.map((phrase) => phrase.to));
  if (!last.includes("v.let")) return false;
  return ![end, end + 1, end + 2].some((k) => is(scan, k, "entering") || is(scan, k, "goods"));
}
