import { z } from "zod";
import misses from "./misses.json" with { type: "json" };
import type { Skipped } from "./stages.ts";
import { EdgeTypeSchema } from "./vocabulary.ts";

const kinds = [...Object.keys(misses), "embedded", "blocked", "other"] as (
  | keyof typeof misses
  | "embedded"
  | "blocked"
  | "other"
)[];

/** Why a sentence that looked like a claim made none, as data: what interfaces word in their own languages. */
export const Miss = z.object({
  /** The claim it would have been; absent where it was to prepare other claims. */
  type: EdgeTypeSchema.optional(),
  kind: z.enum(kinds),
  /** Words of the sentence that looked like the act; absent where they were left out. */
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
  for (const each of skipped) {
    const reasons = found.get(each.text) ?? new Map<string, Miss>();
    const miss = missOf(each);
    // Several frames of one cue may fail alike.
    found.set(each.text, reasons.set(JSON.stringify(miss), miss));
  }
  return [...found].map(([sentence, reasons]) => ({ sentence, reasons: [...reasons.values()] }));
}

export function missOf({ type, cue, reason }: Pick<Skipped, "type" | "cue" | "reason">): Miss {
  return { ...(type && { type }), ...(cue && { cue }), ...kindOf(reason), why: reason };
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
