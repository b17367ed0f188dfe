import { StoreError } from "../store.ts";
import { type ResultText, resultText } from "./answer.ts";
import { type Engine, openCopy, openEngine } from "./engine.ts";
import { engineError } from "./engineError.ts";
import { type GraphLint, graphLint } from "./graphFacts.ts";
import { askGuarded, explainGuarded } from "./guarded.ts";
import type { Answer, Asked, Opening, Told } from "./messages.ts";
import { epochOf } from "./recovery.ts";

/**
 * The engine's own process. It may die at any moment (a panic, a query that eats all memory, the store's SIGKILL):
 * whatever was acknowledged is in the journal by then.
 */
const opening = JSON.parse(process.argv[2] ?? "{}") as Opening;
const tell = (told: Told) => process.send?.(told);

// Ctrl-C goes to the whole group; the store decides when its engine ends.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => {});
// Without its store this process must not write on: the next store may be opening the same files.
process.on("disconnect", () => process.kill(process.pid, "SIGKILL"));

try {
  const engine = opening.folder ? await openEngine(opening.folder, opening.journal) : openCopy(opening.copy as string);
  const { last, notes } = engine;
  const epoch = epochOf(engine.db);
  tell({ ready: { version: engine.db.version(), epoch, last, notes } });
  watchMemory();
  serve(engine);
} catch (error) {
  const sentence = error instanceof StoreError ? error.message : `The graph cannot be opened: ${reason(error)}`;
  process.send?.({ unusable: sentence } satisfies Told, () => process.exit(1));
}

function serve(engine: Engine): void {
  const lint = graphLint(engine.db);
  // One change at a time, and no copy between the halves of one; reads go on beside them.
  let change: Promise<unknown> = Promise.resolve();
  process.on("message", (asked: Asked[]) => {
    for (const each of asked) void take(each);
  });

  async function take(asked: Asked): Promise<void> {
    const { id } = asked;
    if (inHand.requests++ === 0) inHand.before = process.memoryUsage.rss();
    try {
      if (asked.do === "close") {
        await change.catch(() => {});
        engine.close();
        const closed = { id, columns: [], rows: "[]", truncated: null, epoch: 0 } satisfies Answer;
        return void process.send?.(closed, () => process.exit(0));
      }
      const exclusive = asked.do === "write" || asked.do === "follow" || asked.do === "copy";
      const work = exclusive
        ? change.catch(() => {}).then(() => answer(engine, lint, asked))
        : answer(engine, lint, asked);
      if (exclusive) change = work;
      tell({ id, ...(await work), epoch: epochOf(engine.db) });
    } catch (error) {
      tell({ id, ...engineError(error) });
    } finally {
      inHand.requests--;
    }
  }
}

async function answer(engine: Engine, lint: GraphLint, asked: Asked): Promise<ResultText> {
  const { db } = engine;
  if (asked.do === "write" || asked.do === "follow") return engine.write(asked.batch, asked.statements);
  if (asked.do === "copy") {
    db.save(asked.path);
    return { columns: [], rows: "[]", truncated: null };
  }
  if (asked.do === "ask") return askGuarded(db, lint, asked.cypher, JSON.parse(asked.params), asked);
  if (asked.do === "explain") return explainGuarded(db, lint, asked.cypher, JSON.parse(asked.params));
  if (asked.do === "read") {
    return resultText(await db.executeCypher(asked.cypher, JSON.parse(asked.params)), db, asked, asked.columns);
  }
  throw new StoreError("The engine was asked for something it does not know.");
}

/** What is being answered, and the resident memory before it came. */
const inHand = { requests: 0, before: 0 };

/**
 * The limit counts from what the open graph needs, or a large graph could not be asked anything. A graph that is written to
 * takes several times what it takes when it is opened again: then nothing that was asked is to blame.
 */
function watchMemory(): void {
  const limit = Math.max(opening.memory, process.memoryUsage.rss() + opening.memory / 4);
  setInterval(() => {
    const used = process.memoryUsage.rss();
    if (used <= limit) return;
    const isQuery = inHand.requests > 0 && used - inHand.before > opening.memory / 8;
    const told: Told = { tooLarge: isQuery ? "query" : "graph" };
    process.send?.(told, () => process.kill(process.pid, "SIGKILL"));
    setTimeout(() => process.kill(process.pid, "SIGKILL"), 50);
  }, 50);
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
