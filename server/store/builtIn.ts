import { randomUUID } from "node:crypto";
import { resolve } from "node:path";
import { reason } from "../../model/problem.ts";
import { jsonText } from "./builtIn/json.ts";
import { takeFolder } from "./builtIn/lock.ts";
import type { Request } from "./builtIn/messages.ts";
import { EngineDied, type Reply, startEngine } from "./builtIn/process.ts";
import { isSchema } from "./builtIn/schema.ts";
import { endedAgain, seat } from "./builtIn/seat.ts";
import { strangers } from "./builtIn/strangers.ts";
import { refuseUnsafe } from "./guard.ts";
import { lint } from "./lint.ts";
import {
  type GraphStore,
  type Limits,
  type Params,
  QueryRefused,
  QueryTimeout,
  type Rows,
  type Statement,
  StoreError,
} from "./store.ts";

export interface BuiltInOptions {
  folder: string;
  /** Bytes of resident memory an engine's process may have; more where the graph alone needs it. */
  memory?: number;
  /** Bytes of journal at which it is written anew from the graph; 64 MiB, or twice what the graph needs. */
  journal?: number;
  /** Where sentences about repairs go; standard error when absent. */
  say?: (sentence: string) => void;
}

const gibibyte = 2 ** 30;
/** Milliseconds, where the caller sets no limit. */
const times = { read: 60_000, ask: 10_000, write: 600_000, close: 30_000 };
const attempts = 3;
const procedures = new Set(["db.labels", "db.relationshipTypes", "db.propertyKeys"]);

/**
 * Opens the store that needs no server: the graph lives in `folder`, its engine in a process of its own.
 * Throws StoreError when the folder is in use, cannot be written, or holds no readable graph.
 */
export async function openBuiltIn(options: BuiltInOptions): Promise<GraphStore> {
  const folder = resolve(options.folder);
  const say = options.say ?? ((sentence: string) => process.stderr.write(`${sentence}\n`));
  const giveBack = takeFolder(folder);
  const main = seat(() => startEngine({ folder, memory: options.memory ?? 2 * gibibyte, journal: options.journal }), {
    prepare: tellNotes,
  });
  const side = strangers(main, folder, options.memory ?? gibibyte);
  let writing: Promise<unknown> = Promise.resolve();
  let told: unknown;
  let writes = 0;

  async function tellNotes({ opened }: { opened: { notes: string[] } }): Promise<void> {
    if (told !== opened) for (const note of opened.notes) say(note);
    told = opened;
  }

  /** A batch that a dying engine took with it is in the journal or it is not: the next engine knows. */
  async function writeBatch(batch: string, statements: string): Promise<Rows> {
    for (let attempt = 1; ; attempt++) {
      const { last, epoch } = (await main.engine()).opened;
      if (attempt > 1 && last?.batch === batch) return took({ id: 0, epoch, ...last });
      try {
        return took(await main.once({ do: "write", batch, statements }, { timeout: times.write }));
      } catch (error) {
        if (error instanceof QueryTimeout && (await main.engine()).opened.last?.batch !== batch) throw error;
        if (!(error instanceof EngineDied || error instanceof QueryTimeout)) throw error;
        if (attempt >= attempts) throw error instanceof EngineDied ? endedAgain(error) : error;
      }
    }
    function took(reply: Reply): Rows {
      side.changed({ batch, statements, epoch: reply.epoch });
      return rows(reply);
    }
  }

  async function strangersRequest(kind: "ask" | "explain", cypher: string, params: Params, limits: Limits) {
    refuseUnsafe(cypher, params, procedures);
    lint(cypher);
    const request = { do: kind, cypher, params: strangersText(params), ...caps(limits) } satisfies Request;
    const reserved = /(?<!\\)"(_id|_labels|_type|_source|_target)":/.exec(request.params)?.[1];
    if (reserved)
      throw new QueryRefused(
        `A parameter may not hold the key ${reserved}: the engine's nodes and edges have it.`,
        reason("query.form"),
      );
    return side.ask(request, { ...limits, timeout: limits.timeout ?? times.ask });
  }

  try {
    const { opened } = await main.engine();
    await tellNotes({ opened });
    return {
      name: "built-in",
      version: opened.version,
      get writes() {
        return writes;
      },
      async read(cypher, params = {}, limits = {}) {
        const { text, columns } = lint(cypher);
        const request = {
          do: "read",
          cypher: text,
          columns,
          params: jsonText(params),
          ...caps(limits),
        } satisfies Request;
        return rows(await main.ask(request, { ...limits, timeout: limits.timeout ?? times.read }));
      },
      async write(statements) {
        const all: Statement[] = Array.isArray(statements) ? statements : [statements];
        if (all.length === 0) return { columns: [], rows: [], truncated: null };
        const linted = all.map(({ cypher, params }) => ({
          cypher: isSchema(cypher) ? cypher : lint(cypher).text,
          params,
        }));
        const written = writing
          .then(() => writeBatch(randomUUID(), jsonText(linted)))
          .finally(() => {
            writes++;
          });
        writing = written.catch(() => {});
        return written;
      },
      async ask(cypher, params, limits) {
        return rows(await strangersRequest("ask", cypher, params, limits));
      },
      async explain(cypher, params, limits) {
        const plan = rows(await strangersRequest("explain", cypher, params, limits));
        return String(plan.rows[0]?.plan ?? "");
      },
      async close() {
        await writing;
        await side.close();
        await main.once({ do: "close" }, { timeout: times.close }).catch(() => {});
        await main.stop();
        giveBack();
      },
    };
  } catch (error) {
    await main.stop();
    giveBack();
    throw error;
  }
}

/** What a stranger passes is theirs to mend. */
function strangersText(params: Params): string {
  try {
    return jsonText(params);
  } catch (error) {
    throw error instanceof StoreError ? new QueryRefused(error.message, error.reason) : error;
  }
}

function caps({ rows = Number.POSITIVE_INFINITY, bytes = Number.POSITIVE_INFINITY }: Limits) {
  return { rows, bytes };
}

function rows({ columns, rows, truncated }: Reply): Rows {
  const lists = JSON.parse(rows) as unknown[][];
  return {
    columns,
    rows: lists.map((list) => Object.fromEntries(columns.map((column, at) => [column, list[at]]))),
    truncated,
  };
}
