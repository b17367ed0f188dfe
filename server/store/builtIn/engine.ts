import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import grafeo, { type GrafeoDB, type QueryResult } from "@grafeo-db/js";
import { type Statement, StoreError } from "../store.ts";
import { type Caps, resultText } from "./answer.ts";
import { dump, restoring } from "./dump.ts";
import { type Frame, frames } from "./frames.ts";
import {
  type BatchRecord,
  type Journal,
  openJournal,
  replaceJournal,
  type Survey,
  survey,
  syncFolder,
} from "./journal.ts";
import type { LastBatch } from "./messages.ts";

/** The engine's file and our journal of it, kept in step. One of them is enough to have the graph. */
export interface Engine {
  readonly db: GrafeoDB;
  readonly last: LastBatch | undefined;
  /** What the user should hear about the opening: what was damaged and what was done. */
  readonly notes: string[];
  write(batch: string, statements: string): Promise<LastBatch>;
  close(): void;
}

const everything: Caps = { rows: Number.POSITIVE_INFINITY, bytes: Number.POSITIVE_INFINITY };
/** A journal shorter than this is never rewritten: rewriting costs a pass over the graph. */
const smallJournal = 64 * 2 ** 20;
/** Rows of a write that are kept for a caller whose answer was lost; the rows of larger answers are not. */
const keptAnswer = 64 * 2 ** 10;
/** The engine writes its own log into its file when it holds this many bytes. */
const checkpointBytes = 16e6;

/**
 * Opens the graph in `folder`, from the engine's file where it is sound and from the journal where it is not, and brings
 * the two level. Throws StoreError when neither gives the graph.
 */
export async function openEngine(folder: string): Promise<Engine> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "journal");
  const notes: string[] = [];
  const known = survey(path) ?? (await begun(folder, path, notes));
  if (known.rest === "torn")
    notes.push("The last record of the journal was cut short and was dropped: it had not been acknowledged.");
  let opened =
    known.complete || existsSync(join(folder, known.header.graph)) ? openGraph(folder, known, notes) : undefined;
  let graph = known.header.graph;
  if (opened && Number(opened.currentEpoch()) >= known.from) {
    await replay(opened, path, Number(opened.currentEpoch()), notes);
  } else {
    opened?.close();
    ({ db: opened, graph } = await rebuild(folder, path, known, notes));
    await rewrite(path, opened, { ...known, header: { ...known.header, graph } });
  }
  const db = opened;
  if (known.rest === "damaged" || Number(db.currentEpoch()) > known.to) {
    if (graph === known.header.graph) await rewrite(path, db, known);
    notes.push(`The journal ${path} was damaged or cut; it was written anew from the graph.`);
  }
  removeStrays(folder, graph);
  return running(db, path, { ...known, header: { ...known.header, graph } }, notes);
}

function running(db: GrafeoDB, path: string, known: Survey, notes: string[]): Engine {
  let journal: Journal = openJournal(path);
  let last = known.last;
  let limit = Math.max(smallJournal, 2 * known.dumped);

  async function write(batch: string, text: string): Promise<LastBatch> {
    const statements = JSON.parse(text) as Statement[];
    if (statements.some(({ cypher }) => isSchema(cypher))) return schema(batch, statements);
    const epoch = Number(db.currentEpoch());
    const { result, commit } = await run(db, statements);
    const answer = { batch, ...resultText(result, db, everything) };
    const kept = answer.rows.length > keptAnswer ? { ...answer, rows: "[]", truncated: "bytes" as const } : answer;
    const { rows, columns, truncated } = kept;
    const head = JSON.stringify({ batch, rows, columns, truncated }).slice(0, -1);
    journal.append({ kind: "batch", epoch, json: `${head},"statements":${text}}` });
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
  async function schema(batch: string, statements: Statement[]): Promise<LastBatch> {
    for (const { cypher } of statements) {
      await db.executeCypher(cypher);
      if (known.schema.includes(cypher)) continue;
      known.schema.push(cypher);
      journal.append({ kind: "schema", epoch: Number(db.currentEpoch()), json: JSON.stringify(cypher) });
    }
    return { batch, columns: [], rows: "[]", truncated: null };
  }

  async function compact(): Promise<void> {
    journal.close();
    try {
      await rewrite(path, db, { ...known, last });
    } finally {
      journal = openJournal(path);
      limit = Math.max(smallJournal, 2 * journal.bytes);
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

/** Runs the statements in a transaction that is open still: the caller commits it, or it is rolled back on failure. */
export async function run(db: GrafeoDB, statements: Statement[]): Promise<{ result: QueryResult; commit: () => void }> {
  const transaction = db.beginTransaction();
  try {
    let result: QueryResult | undefined;
    for (const { cypher, params } of statements) result = await transaction.executeCypher(cypher, params ?? {});
    if (!result) throw new StoreError("A write holds no statement.");
    return { result, commit: () => transaction.commit() };
  } catch (error) {
    transaction.rollback();
    throw error;
  }
}

export function openFile(path: string): GrafeoDB {
  const db = grafeo.GrafeoDB.create(path);
  db.setCheckpointTriggers({ walBytes: checkpointBytes });
  return db;
}

/** An index or constraint command: our own start with these words, and users cannot send any. */
function isSchema(cypher: string): boolean {
  return /^\s*(CREATE|DROP)\s+(\p{L}+\s+)?(INDEX|CONSTRAINT)\s/iu.test(cypher);
}

/** A journal for a folder that has none: a new one, or one made of a graph that stands there alone. */
async function begun(folder: string, path: string, notes: string[]): Promise<Survey> {
  const graph = graphs(folder)[0];
  const header = { graph: graph ?? graphName() };
  const known: Survey = { header, from: 0, to: 0, complete: true, schema: [], dumped: 0, rest: "nothing" };
  if (graph) {
    const db = openGraph(folder, known, notes);
    if (!db)
      throw new StoreError(
        `The graph ${join(folder, graph)} cannot be opened and its journal is missing or unreadable. Move the folder away and ingest the articles again.`,
      );
    await rewrite(path, db, known);
    db.close();
    notes.push(`The journal ${path} was missing or unreadable; it was written anew from the graph.`);
    return survey(path) as Survey;
  }
  await replaceJournal(
    path,
    (async function* () {
      yield { kind: "header", epoch: 0, json: JSON.stringify(header) } as const;
    })(),
  );
  return known;
}

function openGraph(folder: string, known: Survey, notes: string[]): GrafeoDB | undefined {
  const path = join(folder, known.header.graph);
  const isNew = known.from === 0 && known.to === 0 && known.dumped === 0;
  if (!existsSync(path) && !isNew && known.to > 0) {
    notes.push(`The graph ${path} is missing; it was rebuilt from the journal.`);
    return undefined;
  }
  try {
    return openFile(path);
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    if (/lock/i.test(why))
      throw new StoreError(`Another process has the graph ${path} open. Stop it, or set DATA_DIR to another folder.`);
    notes.push(`The graph ${path} could not be opened (${why}); it was rebuilt from the journal.`);
    return undefined;
  }
}

/** Runs again what the journal holds and the engine does not. */
async function replay(db: GrafeoDB, path: string, from: number, notes: string[]): Promise<void> {
  for (const { kind, epoch, json } of frames(path)) {
    if (kind === "schema") await db.executeCypher(JSON.parse(json));
    else if (kind === "batch" && epoch >= from) await again(db, json, notes);
  }
}

async function again(db: GrafeoDB, json: string, notes: string[]): Promise<void> {
  const { batch, statements } = JSON.parse(json) as BatchRecord;
  try {
    const { commit } = await run(db, statements);
    commit();
  } catch (error) {
    notes.push(`Batch ${batch} of the journal did not run again: ${error instanceof Error ? error.message : error}`);
  }
}

/** A new graph file from the journal alone; the old one stays beside it under another name. */
async function rebuild(
  folder: string,
  path: string,
  known: Survey,
  notes: string[],
): Promise<{ db: GrafeoDB; graph: string }> {
  if (!known.complete) {
    throw new StoreError(
      `Neither the graph nor the journal in ${folder} can be read. Move the folder away and ingest the articles again.`,
    );
  }
  const graph = graphName();
  const db = openFile(join(folder, graph));
  const restore = restoring(db);
  for (const { kind, json } of frames(path)) {
    if (kind === "schema") await db.executeCypher(JSON.parse(json));
    else if (kind === "batch") await again(db, json, notes);
    else if (kind !== "header") await restore({ kind, json });
  }
  db.walCheckpoint();
  for (const name of readdirSync(folder))
    if (name.startsWith("damaged-")) rmSync(join(folder, name), { recursive: true });
  for (const name of readdirSync(folder)) {
    if (name.startsWith(known.header.graph)) renameSync(join(folder, name), join(folder, `damaged-${name}`));
  }
  syncFolder(folder);
  return { db, graph };
}

/** The journal written anew from the graph as it stands. */
async function rewrite(path: string, db: GrafeoDB, known: Survey): Promise<void> {
  const epoch = Number(db.currentEpoch());
  async function* records(): AsyncGenerator<Frame> {
    yield { kind: "header", epoch, json: JSON.stringify({ graph: known.header.graph, last: known.last }) };
    for await (const record of dump(db)) yield { ...record, epoch };
    for (const command of known.schema) yield { kind: "schema", epoch, json: JSON.stringify(command) };
  }
  await replaceJournal(path, records());
}

/** Graph files that the journal does not name: left by a rebuild that did not finish. */
function removeStrays(folder: string, graph: string): void {
  for (const name of readdirSync(folder)) {
    const stray = name.startsWith("graph-") && !name.startsWith(graph);
    if (stray || name === "journal.new") rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function graphs(folder: string): string[] {
  return readdirSync(folder).filter((name) => /^graph-.*\.grafeo$/.test(name));
}

function graphName(): string {
  return `graph-${Date.now().toString(36)}.grafeo`;
}
