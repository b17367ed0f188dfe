import type { Claim, Skipped } from "../model/stages.ts";
import { vocabulary } from "../model/vocabulary.ts";

/** The English names of those a claim speaks of. */
export interface ClaimNames {
  subject: string;
  object: string;
  speaker?: string;
  target?: string;
  deniedBy?: string;
}

type Explained = Pick<
  Claim,
  | "type"
  | "polarity"
  | "modality"
  | "what"
  | "eventDate"
  | "sentence"
  | "start"
  | "spans"
  | "lang"
  | "rule"
  | "confidence"
  | "trace"
>;

/**
 * Why a claim was read so, for people: what it says, its sentence with subject [S …], cue [C …] and object [O …] marked,
 * the rule and its steps. One line a thought.
 */
export function explain(claim: Explained, names: ClaimNames): string[] {
  const { label } = vocabulary.edges[claim.type];
  const no = claim.polarity === "negated" ? " (negated)" : "";
  const lines = [`${names.subject} — ${label.en}${no} → ${names.object}`];
  if (claim.what) lines.push(`what: ${claim.what}`);
  if (names.target) lines.push(`concerning: ${names.target}`);
  lines.push(
    `stance: ${claim.modality}${names.speaker ? `, said by ${names.speaker}` : ""}${names.deniedBy ? `, denied by ${names.deniedBy}` : ""}`,
  );
  if (claim.eventDate) lines.push(`when: ${claim.eventDate}`);
  lines.push(`sentence: ${marked(claim)}`, `rule: ${claim.rule}`);
  lines.push(...claim.trace.map((step) => `  ${step}`));
  lines.push(`confidence: ${claim.confidence.toFixed(2)}`);
  return lines;
}

/** What looked like a claim in an article and was left out: each sentence once, with every reason once. */
export function explainSkipped(skipped: Skipped[]): string[] {
  const reasons = new Map<string, Set<string>>();
  for (const { text, why } of skipped) reasons.set(text, (reasons.get(text) ?? new Set()).add(why));
  return [...reasons].map(([text, whys]) =>
    [`left out: ${text.replace(/\s+/g, " ")}`, ...[...whys].map((why) => `  ${why}`)].join("\n"),
  );
}

/** The sentence with its spans in brackets; the inner one of two that overlap is left unmarked. */
function marked({ sentence, start, spans }: Explained): string {
  const marks = Object.entries(spans)
    .map(([name, [from, to]]) => ({ sign: name.charAt(0).toUpperCase(), from: from - start, to: to - start }))
    .filter(({ from, to }) => from >= 0 && to > from && to <= sentence.length)
    .sort((a, b) => a.from - b.from || b.to - a.to);
  let text = "";
  let at = 0;
  for (const { sign, from, to } of marks) {
    if (from < at) continue;
    text += `${sentence.slice(at, from)}[${sign} ${sentence.slice(from, to)}]`;
    at = to;
  }
  return (text + sentence.slice(at)).replace(/\s+/g, " ");
}
