import { readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Lang } from "../../model/stages.ts";
import type { EdgeType } from "../../model/vocabulary.ts";

/** Fewer edges than this measure nothing. */
const Fewest = 5;

const Scores = z.record(
  z.string(),
  z.object({ types: z.record(z.string(), z.object({ right: z.number(), wrong: z.number() })) }),
);
let frozen: z.infer<typeof Scores> | undefined;

/**
 * How often an edge of this type, found in articles of this language, was right on our golden articles: 0…1.
 * Null where it was not measured, or on fewer than five edges.
 */
export function measuredPrecision(type: EdgeType, lang: Lang): number | null {
  frozen ??= scores();
  const hits = frozen[lang]?.types[type];
  if (!hits || hits.right + hits.wrong < Fewest) return null;
  return hits.right / (hits.right + hits.wrong);
}

/** The frozen measure of the quality tests. A copy of the program without its tests has measured nothing. */
function scores(): z.infer<typeof Scores> {
  const file = join(import.meta.dirname, "..", "..", "test", "quality", "scores.json");
  try {
    return Scores.parse(JSON.parse(readFileSync(file, "utf8")));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return {};
    throw new Error(`${file}: cannot be read (${(error as Error).message}); measure again with UPDATE_SCORES=1`);
  }
}
