import { claimId } from "../../model/digest.ts";
import type { Claim, Document, Entity, NodeId, Sentence, Skipped } from "../../model/stages.ts";
import { gazetteer } from "../gazetteer/gazetteer.ts";
import { calendarVariant } from "../read/calendarVariant.ts";
import { analyse, type Reading } from "./analyse.ts";
import { type Carry, next } from "./carry.ts";
import { noteDonor } from "./donor.ts";
import { partyClaims } from "./eventParties.ts";
import { noteGifts } from "./gifts.ts";
import { grammar } from "./grammar.ts";
import { press } from "./landscape.ts";
import { match } from "./match.ts";
import { namedEventClaims } from "./namedEvents.ts";
import { officeClaims } from "./offices.ts";
import { noPersonNames } from "./persons.ts";
import { refusers, turnDown, withdraw } from "./turnedDown.ts";

/** Called now and then while a long article is read, with how much of it is behind, 0…1; reading goes on when it resolves. */
export type Pause = (share: number) => Promise<void>;
/** Milliseconds of reading between two pauses. */
const stretch = 50;

/** What the sentences of a document claim, the nodes they name, and what looked like a claim and was left out. */
export async function claims(
  document: Document,
  sentences: Sentence[],
  pause?: Pause,
): Promise<{ entities: Entity[]; claims: Claim[]; skipped: Skipped[] }> {
  const { article } = document;
  const rules = grammar(article.lang);
  const reading: Reading = {
    article,
    variant: calendarVariant(article),
    grammar: rules,
    gazetteer: gazetteer(),
    seen: new Map(),
    candidates: new Map(),
    names: noPersonNames(),
    namesakes: new Set(),
    leaders: new Map(),
    titles: [],
    attackers: new Set(),
    donors: new Set(),
    institutions: new Map(),
    gifts: [],
  };
  const found: Claim[] = [];
  const skipped: Skipped[] = [];
  let carry: Carry = {};
  let block = -1;
  let due = performance.now() + stretch;
  for (const sentence of sentences) {
    if (pause && performance.now() > due) {
      await pause(sentence.index / sentences.length);
      due = performance.now() + stretch;
    }
    // Papers give each sentence a paragraph: only who speaks is not carried into the next.
    if (sentence.block !== block) carry.speaker = undefined;
    block = sentence.block;
    const analysis = analyse(sentence, reading, carry);
    noteDonor(analysis, reading);
    const matched = match(analysis, reading, carry);
    const before = found.length;
    if (matched.declined) withdraw(found, matched.declined, Math.max(0, found.length - 3));
    if (matched.turnedDown) turnDown(found, matched.turnedDown, Math.max(0, found.length - 6));
    turnDown(found, refusers(matched.claims, found), Math.max(0, found.length - 12));
    found.push(
      ...officeClaims(analysis, reading),
      ...partyClaims(analysis, reading),
      ...namedEventClaims(analysis, reading),
      ...matched.claims,
    );
    noteGifts(matched.claims, sentence.index, reading);
    for (let k = before; k < found.length; k++)
      if (found[k]!.type === "ATTACKED" && found[k]!.polarity === "affirmed") reading.attackers.add(found[k]!.subject);
    skipped.push(...matched.skipped);
    for (const denier of matched.denials) deny(found, denier, sentence);
    carry = next(analysis, matched, carry);
  }
  const kept = unique(found);
  for (const claim of kept) claim.id = claimId(claim);
  return { entities: entities(reading, found), claims: kept, skipped };
}

/** Whoever denies what a neighbouring sentence alleges of them is named on that claim. */
function deny(found: Claim[], denier: NodeId, sentence: Sentence): void {
  for (const claim of found)
    if (
      (claim.modality === "alleged" || isOthersWord(claim, denier)) &&
      claim.subject === denier &&
      claim.start <= sentence.end &&
      sentence.start - claim.end < 400
    ) {
      claim.modality = "alleged";
      claim.deniedBy = denier;
    }
}

/** "[Chad] said Peru had refused it. [Peru denied it]": what only another says of who denies it is alleged. */
const isOthersWord = ({ modality, polarity, speaker }: Claim, denier: NodeId): boolean =>
  modality === "asserted" && polarity === "affirmed" && speaker !== undefined && speaker !== denier;

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
  const called = namesGiven(reading);
  return [...ids].flatMap((id) => {
    const entity = reading.candidates.get(id) ?? reading.gazetteer.entity(id);
    const others = called.get(id)?.filter((name) => entity && !entity.aliases.includes(name)) ?? [];
    return entity ? (others.length > 0 ? { ...entity, aliases: [...entity.aliases, ...others] } : entity) : [];
  });
}

/** The full names by which the article calls persons whom the lists know under other spellings. */
function namesGiven({ names }: Reading): Map<NodeId, string[]> {
  const found = new Map<NodeId, string[]>();
  for (const given of names.byFirst.values())
    for (const { words, entity } of given)
      if (words.length > 1) found.set(entity, [...(found.get(entity) ?? []), words.join(" ")]);
  return found;
}
