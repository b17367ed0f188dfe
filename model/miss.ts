import { z } from "zod";
import misses from "./misses.json" with { type: "json" };
import type { Skipped } from "./stages.ts";
import { type EdgeType, EdgeTypeSchema } from "./vocabulary.ts";

const kinds = [...Object.keys(misses), "embedded", "blocked", "other"] as (
  | keyof typeof misses
  | "embedded"
  | "blocked"
  | "other"
)[];

/** Why a sentence that looked like a claim made none, as data: what interfaces word in their own languages. */
export const Miss = z.object({
  /** The claim it would have been; absent where a rule has no type. */
  type: EdgeTypeSchema.optional(),
  kind: z.enum(kinds),
  /** Words of the sentence that looked like the act. */
  cue: z.string().optional(),
  /** Words of the sentence that stood in the way. */
  words: z.string().optional(),
  /** The rule's own reason, in English. */
  why: z.string(),
});
export type Miss = z.infer<typeof Miss>;

/** A sentence that nearly made a claim, with every reason once. */
export const NearMiss = z.object({ sentence: z.string(), reasons: z.array(Miss) });
export type NearMiss = z.infer<typeof NearMiss>;

/** The sentences that nearly made claims, each once, in their order. */
export function nearMisses(skipped: readonly Skipped[]): NearMiss[] {
  const found = new Map<string, Map<string, Miss>>();
  for (const { text, why } of skipped) {
    const reasons = found.get(text) ?? new Map<string, Miss>();
    const miss = missOf(why);
    // Several frames of one cue may fail alike.
    found.set(text, reasons.set(JSON.stringify(miss), miss));
  }
  return [...found].map(([sentence, reasons]) => ({ sentence, reasons: [...reasons.values()] }));
}

/** The reason that a line tells: `TYPE (frame, "words"): why`. */
export function missOf(line: string): Miss {
  const [, type, cue, why = line] = /^([A-Z_]+) \([^,]*, "([\s\S]*?)"\): ([\s\S]*)$/u.exec(line) ?? [];
  const named = EdgeTypeSchema.safeParse(type);
  return { ...(named.success && { type: named.data as EdgeType }), ...(cue && { cue }), ...kindOf(why), why };
}

const known = new Map(
  Object.entries(misses).flatMap(([kind, whys]) => whys.map((why) => [why, kind as keyof typeof misses])),
);

function kindOf(why: string): Pick<Miss, "kind" | "words"> {
  const exact = known.get(why);
  if (exact) return { kind: exact };
  const [, words] = /"([^"]+)"/u.exec(why) ?? [];
  if (words) return { kind: "embedded", words };
  return { kind: why.startsWith("blocked by") ? "blocked" : "other" };
}
