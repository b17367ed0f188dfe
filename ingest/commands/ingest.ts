import { save } from "../../server/graph/save.ts";
import { type RunOptions, run } from "./run.ts";
import { withStore } from "./withStore.ts";

/** `entente ingest`: reads articles into the store. Ingesting the same again changes nothing. Answers the exit code. */
export function ingest(paths: string[], { clean, jobs }: Pick<RunOptions, "clean" | "jobs">): Promise<number> {
  return withStore((store) =>
    run(paths, { clean, jobs }, async (extractions) => {
      const { added, replaced, unchanged, rejected } = await save(store, extractions);
      return {
        rejected: rejected.map(({ article, ...why }) => ({ from: article, ...why })),
        summary: `${added} new, ${replaced} replaced, ${unchanged} unchanged in the store`,
      };
    }),
  );
}
