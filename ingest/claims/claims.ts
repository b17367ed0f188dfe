import type { Claim, Document, Entity, NodeId, Sentence, Skipped } from "../../model/stages.ts";
import { gazetteer } from "../gazetteer/gazetteer.ts";
import { calendarVariant } from "../read/calendarVariant.ts";
import { analyse, type Reading } from "./analyse.ts";
import { type Analysis, groupOf, subjectOf } from "./analysis.ts";
import { noteDonor } from "./donor.ts";
import { partyClaims } from "./eventParties.ts";
import { grammar } from "./grammar.ts";
import { press } from "./landscape.ts";
import { match } from "./match.ts";
import { officeClaims } from "./offices.ts";
import type { Phrase } from "./phrase.ts";
import { lastProposal } from "./proposals.ts";
import { type Carry, isOrganization } from "./resolve.ts";
import { turnDown } from "./turnedDown.ts";

/** What the sentences of a document claim, the nodes they name, and what looked like a claim and was left out. */
export function claims(
  document: Document,
  sentences: Sentence[],
): { entities: Entity[]; claims: Claim[]; skipped: Skipped[] } {
  const { article } = document;
  const rules = grammar(article.lang);
  const reading: Reading = {
    article,
    variant: calendarVariant(article),
    grammar: rules,
    gazetteer: gazetteer(),
    seen: new Map(),
    candidates: new Map(),
    names: new Map(),
    leaders: new Map(),
    titles: [],
    attackers: new Set(),
    donors: new Set(),
  };
  const found: Claim[] = [];
  const skipped: Skipped[] = [];
  let carry: Carry = {};
  let block = -1;
  for (const sentence of sentences) {
    // Papers give each sentence a paragraph: only who speaks is not carried into the next.
    if (sentence.block !== block) carry = { ...carry, speaker: undefined };
    block = sentence.block;
    const analysis = analyse(sentence, reading, carry);
    noteDonor(analysis, reading);
    const matched = match(analysis, reading, carry);
    const before = found.length;
    if (matched.turnedDown) turnDown(found, matched.turnedDown, Math.max(0, found.length - 6));
    found.push(...officeClaims(analysis, reading), ...partyClaims(analysis, reading), ...matched.claims);
    for (const { type, polarity, subject } of found.slice(before))
      if (type === "ATTACKED" && polarity === "affirmed") reading.attackers.add(subject);
    skipped.push(...matched.skipped);
    for (const denier of matched.denials) deny(found, denier, sentence);
    carry = {
      ...next(analysis, matched.subject, carry),
      asked: matched.asked ?? stillAsked(carry.asked),
      wants: matched.wants,
      proposal: lastProposal(analysis, matched.offers, carry.proposal),
    };
  }
  return { entities: entities(reading, found), claims: unique(found), skipped };
}

/** A request stands for one sentence more; then only whoever was asked can have refused it. */
const stillAsked = (asked: Carry["asked"]): Carry["asked"] =>
  asked && !asked.old ? { ...asked, old: true } : undefined;

/** Whoever denies what a neighbouring sentence alleges of them is named on that claim. */
function deny(found: Claim[], denier: NodeId, sentence: Sentence): void {
  for (const claim of found)
    if (
      claim.modality === "alleged" &&
      claim.subject === denier &&
      claim.start <= sentence.end &&
      sentence.start - claim.end < 400
    )
      claim.deniedBy = denier;
}

function next(analysis: Analysis, subject: Phrase[] | undefined, before: Carry): Carry {
  const states = new Map<string, Phrase>();
  for (const phrase of analysis.phrases) states.set(phrase.actor.country ?? phrase.actor.entity, phrase);
  const pair = [...states.values()].slice(-2);
  const speech = analysis.speeches.find((each) => !each.marker);
  const speaker = speech && analysis.phrases.find((phrase) => phrase.actor.entity === speech.speaker);
  const main = subjectOf(analysis, 0).filter((phrase) => phrase.actor.via !== "pronoun");
  const [topic] = analysis.phrases;
  const owns =
    topic?.case === "gen" && !topic.adjectival && topic.actor.state && topic.from === 0 ? [topic] : undefined;
  const who = subject ?? (main.length > 0 ? main : owns);
  const object = analysis.phrases.findLast(
    (phrase) => ["dat", "with", "on", "against"].includes(phrase.case) && !who?.some((each) => sameState(each, phrase)),
  );
  return {
    subject: who,
    object: object && groupOf(analysis.phrases, object),
    only: states.size === 1 ? [...states.values()] : undefined,
    pair: pair.length === 2 ? pair : before.pair,
    speaker: speaker ? [speaker] : (spokesman(analysis, before) ?? before.speaker),
    org: analysis.phrases.findLast((phrase) => isOrganization(analysis, phrase)) ?? before.org,
  };
}

/** "A spokesman said": of whose spokesman it does not say; he speaks for the state that the sentence before was about. */
function spokesman({ scan, phrases }: Analysis, { subject }: Carry): Phrase[] | undefined {
  const at = scan.present.has("spokes") ? scan.marks.findIndex((mark) => mark?.classes.includes("spokes")) : -1;
  if (at < 0 || subject?.length !== 1 || phrases.some((phrase) => phrase.from <= at && at < phrase.to))
    return undefined;
  const [state] = subject;
  return state && (state.actor.state || state.actor.via === "organ") ? [state] : undefined;
}

const sameState = (a: Phrase, b: Phrase): boolean =>
  (a.actor.country ?? a.actor.entity) === (b.actor.country ?? b.actor.entity);

/** The same words read twice ("A and B met" from either side) are one claim. */
function unique(found: Claim[]): Claim[] {
  const by = new Map<string, Claim>();
  for (const claim of found) {
    const key = `${claim.type} ${claim.subject} ${claim.object} ${claim.polarity} ${claim.start}`;
    const known = by.get(key);
    if (!known || known.confidence < claim.confidence) by.set(key, claim);
  }
  return [...by.values()];
}

/** The nodes that the text names, and those that claims rest on. */
function entities(reading: Reading, found: Claim[]): Entity[] {
  const ids = new Set<NodeId>([...reading.seen.keys()].filter((id) => !press().has(id)));
  for (const claim of found)
    for (const id of [claim.subject, claim.object, claim.speaker, claim.target, claim.deniedBy]) if (id) ids.add(id);
  return [...ids].flatMap((id) => reading.candidates.get(id) ?? reading.gazetteer.entity(id) ?? []);
}
