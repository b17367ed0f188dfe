import { z } from "zod";
import type { Extraction } from "./stages.ts";
import { EdgeTypeSchema, NodeTypeSchema } from "./vocabulary.ts";

/**
 * A line of a dump: all that one article says, with the offsets and the reasons of every claim. `entente: 1` tells it from
 * an article that is still to be read. Edges are not in it: they follow from the claims.
 */
const Offsets = z.tuple([z.number().int(), z.number().int()]);
export const DumpLine = z.object({
  entente: z.literal(1),
  article: z.object({
    ...{ id: z.string().min(1), text: z.string(), lang: z.string(), hash: z.string(), fingerprint: z.string() },
    ...{ title: z.string().optional(), url: z.string().optional(), outlet: z.string().optional() },
    ...{ published: z.string().optional(), agency: z.string().optional() },
  }),
  entities: z.array(
    z.object({
      ...{ id: z.string().min(1), type: NodeTypeSchema, labels: z.array(NodeTypeSchema) },
      name: z.object({ en: z.string() }).catchall(z.string()),
      ...{ aliases: z.array(z.string()), candidate: z.boolean().optional() },
    }),
  ),
  claims: z.array(
    z.object({
      ...{ id: z.string().min(1), type: EdgeTypeSchema, subject: z.string(), object: z.string() },
      polarity: z.enum(["affirmed", "negated"]),
      modality: z.enum(["asserted", "alleged", "announced", "requested", "conditional"]),
      ...{ what: z.string().optional(), target: z.string().optional(), speaker: z.string().optional() },
      ...{ deniedBy: z.string().optional(), eventDate: z.string().optional() },
      datePrecision: z.enum(["day", "month", "year"]).optional(),
      ...{ article: z.string(), sentence: z.string(), start: z.number().int(), end: z.number().int() },
      spans: z.object({ subject: Offsets, cue: Offsets, object: Offsets }),
      ...{ lang: z.string(), rule: z.string(), confidence: z.number().min(0).max(1), trace: z.array(z.string()) },
    }),
  ),
});

export function dumpLine(extraction: Extraction): string {
  return JSON.stringify({ entente: 1, ...extraction });
}

/** Whether a parsed line of JSON is one of ours, well made or not. */
export function isDumpLine(line: unknown): boolean {
  return typeof line === "object" && line !== null && "entente" in line;
}

/** Rejects with a sentence that says what is wrong with the line. */
export function fromDumpLine(line: unknown): Extraction {
  const read = DumpLine.safeParse(line);
  if (!read.success) throw new Error(`not a line of an Entente dump: ${z.prettifyError(read.error)}`);
  const { entente: _, ...extraction } = read.data;
  // What was left out is for who reads the line; no store keeps it.
  return { ...extraction, skipped: [] };
}
