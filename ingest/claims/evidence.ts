import { claimId } from "../../model/digest.ts";
import type { Claim, DatePrecision, Modality, NodeId, Polarity, Span } from "../../model/stages.ts";
import type { EdgeType } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";

/** What a rule found, in tokens of the sentence. */
export interface Found {
  type: EdgeType;
  subject: NodeId;
  object: NodeId;
  polarity: Polarity;
  modality: Modality;
  what?: string;
  eventDate?: string;
  datePrecision?: DatePrecision;
  target?: NodeId;
  speaker?: NodeId;
  subjectSpan: Span;
  cueSpan: Span;
  objectSpan: Span;
  rule: string;
  confidence: number;
  trace: string[];
}

/** A claim with its sentence and its spans as offsets into the article. */
export function evidence(analysis: Analysis, { article, grammar }: Reading, found: Found): Claim {
  const { sentence, scan } = analysis;
  const place = (index: number): number => sentence.at?.[index] ?? sentence.start + index;
  const span = ([from, to]: Span): Span => [place(scan.tokens[from]!.start), place(scan.tokens[to - 1]!.end)];
  const { type, subject, object, what, eventDate, datePrecision, polarity, modality, target, speaker } = found;
  const claim: Claim = {
    id: "",
    type,
    subject,
    object,
    ...(what ? { what } : undefined),
    ...(eventDate ? { eventDate, datePrecision } : undefined),
    polarity,
    modality,
    ...(target ? { target } : undefined),
    ...(speaker ? { speaker } : undefined),
    confidence: found.confidence,
    trace: found.trace,
    article: article.id,
    sentence: article.text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    spans: { subject: span(found.subjectSpan), cue: span(found.cueSpan), object: span(found.objectSpan) },
    lang: grammar.lang,
    rule: `${grammar.lang}/${found.rule}`,
  };
  claim.id = claimId(claim);
  return claim;
}
