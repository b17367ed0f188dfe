import type { Claim, Entity, Extraction } from "../../model/stages.ts";
import { print } from "./print.ts";
import { type RunOptions, run } from "./run.ts";

/** `entente extract`: what articles claim, one JSON line each, nothing stored. Answers the exit code. */
export function extract(paths: string[], { clean, jobs }: Pick<RunOptions, "clean" | "jobs">): Promise<number> {
  return run(paths, { clean, jobs, silent: true }, async (extractions) => {
    for await (const extraction of extractions) await print(`${extractLine(extraction)}\n`);
    return {};
  });
}

/** An extract line: ids with their English names, so that it can be read without the gazetteer. */
export function extractLine({ article, entities, claims, skipped }: Extraction): string {
  const known = new Map(entities.map((entity) => [entity.id, entity]));
  return JSON.stringify({
    id: article.id,
    lang: article.lang,
    published: article.published ?? null,
    title: article.title ?? null,
    entities: entities.map(({ id, name, type, aliases }) => ({ id, name: name.en, type, aliases })),
    claims: claims.map((claim) => withNames(claim, known)),
    skipped,
  });
}

function withNames(claim: Claim, known: Map<string, Entity>) {
  const [subject, object] = [known.get(claim.subject), known.get(claim.object)];
  return {
    ...claim,
    subjectName: subject?.name.en,
    subjectType: subject?.type,
    objectName: object?.name.en,
    objectType: object?.type,
  };
}
