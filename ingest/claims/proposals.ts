import { type Analysis, groupOf } from "./analysis.ts";
import type { Carry } from "./carry.ts";
import type { Frame } from "./frames.ts";
import type { Phrase } from "./phrase.ts";
import { caseMarker, is } from "./scan.ts";
import { type Cue, type Filler, stateOf } from "./scope.ts";

/** Whose proposal an article speaks of, and how many sentences ago it was told. */
export interface Proposal {
  by: Phrase[];
  age: number;
}

/** "Seoul asked … The North declined the proposal": of the two of whom the sentence before speaks the other. */
function otherOf({ only, two, present }: Carry, isAgent: (phrase: Phrase) => boolean): Phrase[] | undefined {
  if (!wishes.some((cls) => present?.has(cls))) return undefined;
  if (only) return only.some(isAgent) ? undefined : only;
  const others = two?.filter((phrase) => !isAgent(phrase)) ?? [];
  return others.length === 1 ? others : undefined;
}

/** Classes of words by which a sentence tells that somebody asks for something, proposes or talks. */
const wishes = ["proposal", "request", "v.ask", "g.ask", "v.want", "v.offer", "v.speak", "talk", "talks", "meeting"];

/** Sentences for which "the proposal" means the last one whose maker was named. */
const lasting = 3;

/** Words that a refusal and the proposal that it turns down stand apart, at most. */
const near = 7;

/** The proposal that "the offer" of the next sentences means: one that this sentence tells, else the last. */
export function lastProposal(
  { phrases }: Analysis,
  offerers: Phrase[] | undefined,
  before: Proposal | undefined,
): Proposal | undefined {
  const owner = phrases.findLast(
    (phrase) =>
      phrase.actor.via !== "pronoun" &&
      ["gen", "by", "from"].includes(phrase.case) &&
      phrase.owned.some((noun) => noun.classes.includes("proposal") && !noun.classes.includes("treaty")),
  );
  const by = offerers ?? (owner && groupOf(phrases, owner));
  if (by) return { by, age: 0 };
  return before && before.age < lasting ? { by: before.by, age: before.age + 1 } : undefined;
}

/** "Blinken turned down [the offer]": of whoever made it in a sentence before, where this one names nobody. */
export function proposer(
  frame: Frame,
  cue: Cue,
  { scan, grammar }: Analysis,
  agent: Filler,
  carry: Carry,
  offers: Phrase[] | undefined,
): Filler | undefined {
  if (frame.type !== "REFUSED") return undefined;
  const { proposal } = carry;
  const isAgent = (each: Phrase): boolean => agent.phrases.some((phrase) => stateOf(each) === stateOf(phrase));
  // "will not accept mediation, though Malaysia [had offered it]": whose offer the sentence itself tells.
  const offer = grammar.order === "postpositional" && offers?.every((each) => !isAgent(each)) ? offers : undefined;
  for (let k = Math.max(0, cue[0] - near); offer && k < cue[1]; k++)
    if (scan.marks[k] && is(scan, k, "proposal"))
      return { phrases: offer, slot: "whose offer the sentence tells", carried: true };
  if (agent.carried) return undefined;
  const by = proposal && !proposal.by.some(isAgent) ? proposal.by : otherOf(carry, isAgent);
  if (!by) return undefined;
  const [from, to] = grammar.order === "prepositional" ? [cue[1], cue[1] + near] : [cue[0] - near, cue[1]];
  for (let k = Math.max(0, from); k < Math.min(scan.tokens.length, to); k++) {
    // "defy sanctions meant to limit the programme": what is turned down stands before any preposition.
    if (grammar.order === "prepositional" && caseMarker(scan, k)) return undefined;
    // Only a proposal that was told before.
    const asked = is(scan, k, "proposal") || (!proposal && is(scan, k, "request"));
    if (!scan.marks[k] || !asked || !isDefinite({ scan, grammar }, k)) continue;
    const span = { from: k, to: scan.marks[k]!.to };
    return {
      phrases: by.map((phrase) => ({ ...phrase, actor: { ...phrase.actor, ...span }, owned: [] })),
      slot: "whose proposal the sentences before tell",
      carried: true,
    };
  }
  return undefined;
}

/** "the offer", "this plan", and not "an offer of its own". */
function isDefinite({ scan, grammar }: Pick<Analysis, "scan" | "grammar">, k: number): boolean {
  // "offer-the": an ending may say it.
  if (is(scan, k, "the.request")) return true;
  for (let n = k - 1; n >= Math.max(0, k - 4); n--) {
    if (is(scan, n, "definite")) return true;
    if (grammar.order === "prepositional" && is(scan, n, "determiner")) return !is(scan, n, "indefinite");
    if (scan.covered[n] || !scan.tokens[n]!.word) return false;
  }
  return false;
}
