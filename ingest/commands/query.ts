import { print } from "./print.ts";
import { table } from "./table.ts";
import { withStore } from "./withStore.ts";

/** `entente query`: runs a reading Cypher query and prints its rows as a table or as JSON. Answers the exit code. */
export async function query(cypher: string, { json, limit }: { json?: boolean; limit: number }): Promise<number> {
  const { columns, rows, truncated } = await withStore((store) =>
    store.ask(cypher, {}, { rows: limit, timeout: 30_000, bytes: 50_000_000 }),
  );
  await print(json ? `${JSON.stringify(rows, null, 1)}\n` : table(columns, rows));
  if (truncated) process.stderr.write(`Only the first ${rows.length} rows are shown: see --limit.\n`);
  return 0;
}
