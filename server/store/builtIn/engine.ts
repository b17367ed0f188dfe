import type { GrafeoDB } from "@grafeo-db/js";
import { type Statement, StoreError } from "../store.ts";
import { type Caps, resultText } from "./answer.ts";
import { openJournal } from "./journal.ts";
import type { LastBatch } from "./messages.ts";
import { epochOf, openFile, recover, rewriteJournal } from "./recovery.ts";
import { run } from "./run.ts";
import { isSchema } from "./schema.ts";

/** An open graph that takes batches. */
export interface Engine {
  readonly db: GrafeoDB;
  /** The newest batch taken, with its answer. */
  readonly last: LastBatch | undefined;
  /** What the user should hear about the opening. */
  readonly notes: string[];
  /** Takes a batch whole or not at all; `statements` is JSON of Statement[]. */
  write(batch: string, statements: string): Promise<LastBatch>;
  close(): void;
}

const everything: Caps = { rows: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
/** A journal shorter than this is never rewritten: rewriting costs a pass over the graph. */
const smallJournal = 64 * 2 ** 20;
/** Characters of a write's answer that are kept for a caller who may have lost it. */
const keptAnswer = 64 * 2 ** 10;

/** Opens the graph of a data folder. Every batch is in the journal, on disk, before the engine commits it. */
export async function openEngine(folder: string, journalBytes = smallJournal): Promise<Engine> {
  const { db, path, known, notes } = await recover(folder);
  let journal = openJournal(path);
  let last = known.last;
  let limit = Math.max(journalBytes, known.header.dump ? 2 * journal.bytes : 0);

  async function write(batch: string, text: string): Promise<LastBatch> {
    const statements = JSON.parse(text) as Statement[];
    if (statements.some(({ cypher }) => isSchema(cypher))) return writeSchema(batch, statements);
    const epoch = epochOf(db);
    const { result, commit } = await run(db, statements);
    const answer = { batch, ...resultText(result, db, everything) };
    const kept = answer.rows.length > keptAnswer ? { ...answer, rows: "[]", truncated: "bytes" as const } : answer;
    journal.append({ kind: "batch", epoch, json: `${JSON.stringify(kept).slice(0, -1)},"statements":${text}}` });
    try {
      commit();
    } catch (error) {
      journal.undo();
      throw error;
    }
    last = kept;
    if (journal.bytes > limit) await compact();
    return answer;
  }

  /** Index and constraint commands stand outside transactions and epochs; each may be run again without harm. */
  async function writeSchema(batch: string, statements: Statement[]): Promise<LastBatch> {
    if (!statements.every(({ cypher }) => isSchema(cypher))) {
      throw new StoreError("Index and constraint commands cannot stand in one write with others. Write them apart.");
    }
    for (const { cypher } of statements) {
      await db.executeCypher(cypher);
      if (known.schema.includes(cypher)) continue;
      known.schema.push(cypher);
      journal.append({ kind: "schema", epoch: epochOf(db), json: JSON.stringify(cypher) });
    }
    return { batch, columns: [], rows: "[]", truncated: null };
  }

  /** The journal is written anew from the graph, so that it does not grow without end; reads go on meanwhile. */
  async function compact(): Promise<void> {
    journal.close();
    try {
      await rewriteJournal(path, db, { ...known, last });
    } finally {
      journal = openJournal(path);
      limit = Math.max(journalBytes, 2 * journal.bytes);
    }
  }

  return {
    db,
    get last() {
      return last;
    },
    notes,
    write,
    close() {
      db.close();
      journal.close();
    },
  };
}

/** Opens a copy that follows its original: what it takes is the original's to remember. */
export function openCopy(path: string): Engine {
  const db = openFile(path);
  return {
    db,
    last: undefined,
    notes: [],
    async write(batch, statements) {
      (await run(db, JSON.parse(statements))).commit();
      return { batch, columns: [], rows: "[]", truncated: null };
    },
    close: () => db.close(),
  };
}
