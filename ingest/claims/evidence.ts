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
  const { subjectSpan, cueSpan, objectSpan, rule, ...rest } = found;
  const claim: Omit<Claim, "id"> = {
    ...rest,
    article: article.id,
    sentence: article.text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    spans: { subject: span(subjectSpan), cue: span(cueSpan), object: span(objectSpan) },
    lang: grammar.lang,
    rule: `${grammar.lang}/${rule}`,
  };
  return { id: claimId(claim), ...claim };
}
