import { EdgeTypeSchema } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { askedGoods } from "./askedGoods.ts";
import { isAsked } from "./asker.ts";
import { carriedAct } from "./carriedAct.ts";
import type { Carry } from "./carry.ts";
import { claimed } from "./claimed.ts";
import { type CueFound, cuesIn } from "./cues.ts";
import { type Ellipsis, ellipses } from "./ellipsisLast.ts";
import { type Matched, nothingMatched } from "./emit.ts";
import { words } from "./ends.ts";
import type { Frame } from "./frames.ts";
import { invited } from "./invited.ts";
import { others } from "./others.ts";
import { sameAnswer } from "./sameAnswer.ts";
import { amongThose, sameAsBefore } from "./sameAsBefore.ts";
import type { Cue } from "./scope.ts";
import { soughtRecognition } from "./soughtRecognition.ts";
import { leftOpen, refusers, turnDown } from "./turnedDown.ts";
import { undelivered } from "./undelivered.ts";
import { unheeded } from "./unheeded.ts";
import { ownWords, UsedWords } from "./usedWords.ts";

/** Every claim that a frame of the language finds in a sentence, and every near-miss with its reason. */
export function match(analysis: Analysis, reading: Reading, carry: Carry): Matched {
  const found = nothingMatched();
  if (analysis.phrases.length === 0 && !carry.asked) return found;
  // Fiction borrows the words of war and diplomacy: a sentence that names a film or a novel claims nothing.
  if (analysis.scan.present.has("domain.fiction")) return found;
  const cues = cuesIn(analysis, analysis.grammar.cues);
  const used = new UsedWords();
  for (const { frame, cue } of cues) {
    // One act is told once: a later frame does not read the words of an earlier one again.
    if (!frame.options.also && used.has(frame.type, cue)) continue;
    const told = found.told;
    if (apply(frame, cue, analysis, reading, carry, found)) used.add(frame.type, ownWords(analysis, cue));
    if (found.told !== told) others(analysis, reading, found);
  }
  // What an earlier clause leaves for the object is known when every frame has had its turn.
  for (const { frame, cue } of found.waiting.splice(0)) {
    if (used.has(frame.type, cue)) continue;
    const skipped = found.skipped.length;
    if (apply(frame, cue, analysis, reading, carry, found)) used.add(frame.type, cue);
    found.skipped.length = skipped;
  }
  if (cues.length > 0) for (const left of ellipses(analysis)) sameAgain(left, cues, analysis, reading, carry, found);
  if (found.asked && !used.any("REFUSED"))
    answered(cues, analysis, reading, { ...carry, asked: { ...found.asked, here: true } }, found);
  for (const phrase of analysis.phrases)
    if (phrase.case === "askedby") {
      invited(phrase, analysis, reading, found);
      unheeded(phrase, analysis, reading, found);
    }
  askedGoods(analysis, reading, found);
  turnDown(found.claims, refusers(found.claims));
  leftOpen(found.claims, cues);
  sameAsBefore(analysis, reading, carry, found);
  amongThose(analysis, reading, carry, found);
  carriedAct(analysis, reading, carry, found);
  sameAnswer(analysis, reading, carry, found);
  soughtRecognition(analysis, reading, found);
  undelivered(analysis, found);
  return found;
}

/** "Brussels had asked them, but both said no": a refusal whose request only the rest of the sentence told. */
function answered(cues: CueFound[], analysis: Analysis, reading: Reading, carry: Carry, found: Matched): void {
  const again = nothingMatched();
  for (const { frame, cue } of cues)
    if (frame.type === "REFUSED" && !isAsked(analysis, cue))
      if (apply(frame, cue, analysis, reading, carry, again)) break;
  found.claims.push(...again.claims);
}

/** "Tbilisi agreed, but [Iran] not": the frames of the clause before, of another subject. */
function sameAgain(
  left: Ellipsis,
  cues: CueFound[],
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
): void {
  const told = new Set<string>();
  for (const { frame, cue } of cues) {
    if (analysis.clauses.of[cue[0]] !== left.of || told.has(frame.type) || frame.options.kind === "noun") continue;
    if (apply(frame, cue, analysis, reading, carry, found, left)) told.add(frame.type);
  }
}

/** Tries one frame at one cue; with `left`, of a subject whose own verb is left out. True when it made a claim. */
function apply(
  frame: Frame,
  cue: Cue,
  analysis: Analysis,
  reading: Reading,
  carry: Carry,
  found: Matched,
  left?: Ellipsis,
): boolean {
  const reason = claimed(frame, cue, analysis, reading, carry, found, left);
  if (typeof reason === "boolean") return reason;
  const { type, name } = frame;
  const looked = words(analysis, cue);
  const why = `${type} (${name}, "${looked}"): ${reason}`;
  const edge = EdgeTypeSchema.safeParse(type).data;
  found.skipped.push({ text: analysis.sentence.text, ...(edge && { type: edge }), cue: looked, reason, why });
  return false;
}
