import type { Claim, DatePrecision, Modality, NodeId, Polarity, Sentence, Span } from "../../model/stages.ts";
import type { TraceLine } from "../../model/trace.ts";
import type { EdgeType } from "../../model/vocabulary.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import type { Scan } from "./scan.ts";

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
  trace: TraceLine[];
}

/** A claim with its sentence and its spans as offsets into the article. Its id is given when nothing of it changes any more. */
export function evidence(analysis: Analysis, { article, grammar }: Reading, found: Found): Claim {
  const { sentence, scan } = analysis;
  const { type, subject, object, what, eventDate, datePrecision, polarity, modality, target, speaker } = found;
  return {
    id: "",
    type,
    subject,
    object,
    what: what || undefined,
    eventDate,
    datePrecision,
    polarity,
    modality,
    target,
    speaker,
    confidence: found.confidence,
    trace: found.trace,
    article: article.id,
    sentence: article.text.slice(sentence.start, sentence.end),
    start: sentence.start,
    end: sentence.end,
    spans: {
      subject: inArticle(found.subjectSpan, sentence, scan),
      cue: inArticle(found.cueSpan, sentence, scan),
      object: inArticle(found.objectSpan, sentence, scan),
    },
    lang: grammar.lang,
    rule: `${grammar.lang}/${found.rule}`,
  };
}

/** A span of tokens as offsets into the article. */
const inArticle = ([from, to]: Span, sentence: Sentence, { tokens }: Scan): Span => [
  placeOf(tokens[from]!.start, sentence),
  placeOf(tokens[to - 1]!.end, sentence),
];

const placeOf = (index: number, { at, start }: Sentence): number => at?.[index] ?? start + index;
