import type { Claim } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, groupOf } from "./analysis.ts";
import type { Matched } from "./emit.ts";
import { allowed, nodeOf, spanOf } from "./ends.ts";
import { evidence } from "./evidence.ts";
import type { Act } from "./leftObject.ts";
import type { Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { stateOf } from "./scope.ts";
import { begins, Digit } from "./signs.ts";

/** "Chad asked Kenya for rifles": what somebody is asked for has been asked of him, and is to go to the asker. */
export function askedGoods(analysis: Analysis, reading: Reading, found: Matched): void {
  const { grammar, scan } = analysis;
  if (grammar.order !== "prepositional" || !scan.present.has("goods")) return;
  for (const act of found.acts) {
    const goods = act.type === "REQUESTED" ? goodsOf(analysis, act) : undefined;
    if (!goods) continue;
    const getters = named(analysis, goods.to, act) ?? act.agent.phrases;
    for (const giver of act.object.phrases)
      for (const getter of getters) ask(analysis, reading, found, act, goods, giver, getter);
  }
}

interface Goods {
  from: number;
  to: number;
}

function ask(
  analysis: Analysis,
  reading: Reading,
  { claims }: Matched,
  { cue, agent }: Act,
  goods: Goods,
  giver: Phrase,
  getter: Phrase,
): void {
  const subject = nodeOf(giver, "SUPPLIED", "subject");
  const object = nodeOf(getter, "SUPPLIED", "object");
  const asks = (claim: Claim): boolean =>
    claim.type === "REQUESTED" &&
    claim.object === nodeOf(giver, "REQUESTED", "object") &&
    claim.polarity === "affirmed" &&
    claim.modality === "asserted" &&
    agent.phrases.some((phrase) => nodeOf(phrase, "REQUESTED", "subject") === claim.subject);
  const told = claims.some(
    (claim) => claim.type === "SUPPLIED" && claim.subject === subject && claim.object === object,
  );
  if (told || !claims.some(asks) || stateOf(giver) === stateOf(getter)) return;
  if (!allowed("SUPPLIED", subject, object, reading)) return;
  const { tokens } = analysis.scan;
  claims.push(
    evidence(analysis, reading, {
      type: "SUPPLIED",
      subject,
      object,
      what: analysis.sentence.text.slice(tokens[goods.from]!.start, tokens[goods.to - 1]!.end),
      polarity: "affirmed",
      modality: "requested",
      subjectSpan: spanOf(giver),
      cueSpan: cue,
      objectSpan: spanOf(getter),
      rule: "asked-goods",
      confidence: 0.75,
      trace: [traced("goodsAsked")],
    }),
  );
}

/** The goods behind "for", or behind a verb that has them for its object ("requested [rifles] from Chad"). */
function goodsOf({ scan, clauses: { of } }: Analysis, { cue: [from, to] }: Act): Goods | undefined {
  const own = is(scan, from, "v.askfrom") ? headGoods(scan, to) : undefined;
  if (own) return own;
  for (let k = to; k < scan.tokens.length && of[k] === of[from]; k++) {
    const goods = scan.marks[k] && is(scan, k, "case.for") ? headGoods(scan, scan.marks[k]!.to) : undefined;
    if (goods) return goods;
  }
  return undefined;
}

/** Words from the beginning of a noun phrase to its goods, at most: "three more Ground Master 200 radars". */
const longest = 9;

/** The goods at the head of the noun phrase that begins at a token: no "permission to send arms", no "weapons inspectors". */
function headGoods(scan: Scan, start: number): Goods | undefined {
  for (let k = start; k < Math.min(scan.tokens.length, start + longest); k++) {
    if (is(scan, k, "payment")) return undefined;
    if (is(scan, k, "goods")) {
      let to = k + 1;
      // "$1 billion loan"
      while (is(scan, to, "goods") || (is(scan, to + 1, "goods") && isNumber(scan, to))) to++;
      return endsPhrase(scan, to) && !is(scan, to + 1, "payment") ? { from: k, to } : undefined;
    }
    if (is(scan, k, "delivery") && is(scan, k + 1, "case.of")) k++;
    else if (!mayPrecede(scan, k)) return undefined;
  }
  return undefined;
}

const before = ["determiner", "filler", "quantity", "adverb", "count", "approx", "share", "former"];

/** A number, an adjective, or the name of a make. */
const mayPrecede = (scan: Scan, k: number): boolean =>
  scan.covered[k]
    ? scan.covered[k].form === "demonym"
    : scan.classes[k]!.length === 0 || before.some((cls) => is(scan, k, cls));

const isNumber = (scan: Scan, k: number): boolean => begins(scan.tokens[k]?.text, Digit);

const behind = [
  "and",
  "be",
  "aux",
  "future",
  "adverb",
  "time",
  "that",
  "subordinate",
  "subordinate.maybe",
  "adversative",
  "goods",
];

const endsPhrase = (scan: Scan, k: number): boolean =>
  scan.tokens[k]?.word !== true ||
  behind.some((cls) => is(scan, k, cls)) ||
  scan.classes[k]!.some((cls) => cls.startsWith("case.") || cls.startsWith("pronoun.relative"));

/** "asked Germany for tanks [for Kyiv]": for whom they are to be, if not for who asks. */
function named({ phrases }: Analysis, at: number, { agent, object }: Act): Phrase[] | undefined {
  const found = phrases.find(
    (phrase) => phrase.from === at && (phrase.case === "for" || phrase.case === "to") && !phrase.adjectival,
  );
  const known = [...agent.phrases, ...object.phrases];
  return found && !known.includes(found) && found.actor.via !== "pronoun" ? groupOf(phrases, found) : undefined;
}
