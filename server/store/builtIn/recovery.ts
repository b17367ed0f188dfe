import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from "node:fs";
import { join } from "node:path";
import grafeo, { type GrafeoDB } from "@grafeo-db/js";
import { StoreError } from "../store.ts";
import { dump, restoring } from "./dump.ts";
import { type Frame, frames } from "./frames.ts";
import { type BatchRecord, replaceJournal, type Survey, survey, syncFolder } from "./journal.ts";
import { run } from "./run.ts";

/** The engine's file and the journal, level with each other. */
export interface Level {
  db: GrafeoDB;
  /** Path of the journal, and what it says. */
  path: string;
  known: Survey;
  /** What the user should hear: what was damaged and what was done. */
  notes: string[];
}

/** An engine whose store was killed may take so many milliseconds to die and let go of its file. */
const patience = 5000;
/** The engine writes its own log into its file when it holds this many bytes. */
const checkpointBytes = 16e6;

/**
 * Opens the graph of a data folder, from the engine's file where it is sound and from the journal where it is not, and
 * brings the two level. Either alone is enough. Throws StoreError when neither gives the graph.
 */
export async function recover(folder: string): Promise<Level> {
  mkdirSync(folder, { recursive: true });
  const path = join(folder, "journal");
  const notes: string[] = [];
  const found = survey(path);
  const known = found ?? (await begin(folder, path));
  let db = await openSound(folder, known, notes);
  if (!db) {
    db = await rebuild(folder, path, known, notes);
    await rewriteJournal(path, db, known);
  } else if (!found || known.rest === "damaged" || epochOf(db) > known.to) {
    const ahead = epochOf(db) > known.to;
    // The graph may lag behind what is still whole in a damaged journal.
    if (found && !ahead) await replay(db, path, epochOf(db));
    if (epochOf(db) > 0) notes.push(`The journal ${path} was missing or damaged; it was written anew from the graph.`);
    if (known.rest === "damaged" && !ahead)
      notes.push("What stood in the journal from the damage on may be lost. Ingest the newest articles again.");
    await rewriteJournal(path, db, known);
  } else {
    if (known.rest === "torn")
      notes.push("A half-written record at the journal's end was dropped; it had not been acknowledged.");
    await replay(db, path, epochOf(db));
  }
  removeStrays(folder, known.header.graph);
  return { db, path, known, notes };
}

/** Opens an engine's file, made when it is not there. */
export function openFile(path: string): GrafeoDB {
  const db = grafeo.GrafeoDB.create(path);
  db.setCheckpointTriggers({ walBytes: checkpointBytes });
  return db;
}

/** The engine's count of commits. */
export function epochOf(db: GrafeoDB): number {
  return Number(db.currentEpoch());
}

/** The journal written anew from the graph as it stands. */
export async function rewriteJournal(
  path: string,
  db: GrafeoDB,
  { header: { graph }, last, schema }: Survey,
): Promise<void> {
  const epoch = epochOf(db);
  async function* records(): AsyncGenerator<Frame> {
    yield { kind: "header", epoch, json: JSON.stringify({ graph, dump: true, last }) };
    for await (const record of dump(db)) yield { ...record, epoch };
    for (const command of schema) yield { kind: "schema", epoch, json: JSON.stringify(command) };
  }
  await replaceJournal(path, records());
}

/** For a folder without a readable journal: the graph file that stands there alone, or a new one. */
async function begin(folder: string, path: string): Promise<Survey> {
  const names = readdirSync(folder);
  const graph = names.find((name) => /^graph-.*\.grafeo$/.test(name));
  // The engine's log alone gives no graph, but there was one: to begin anew would be to lose it without a word.
  if (!graph && names.some((name) => name.startsWith("graph-"))) throw unreadable(folder);
  const header = { graph: graph ?? newGraph(), dump: graph !== undefined };
  if (!graph) await replaceJournal(path, [{ kind: "header", epoch: 0, json: JSON.stringify(header) }]);
  return { header, from: 0, to: 0, complete: !graph, schema: [], rest: "nothing" };
}

/** The engine's file, if it opens and is not older than the journal's beginning. */
async function openSound(folder: string, known: Survey, notes: string[]): Promise<GrafeoDB | undefined> {
  const path = join(folder, known.header.graph);
  const rebuilt = "it was rebuilt from the journal";
  const wasWritten = known.to > 0 || known.header.dump;
  if (!existsSync(path) && wasWritten) {
    notes.push(`The graph ${path} was missing; ${rebuilt}.`);
    return undefined;
  }
  try {
    const db = await openWhenFree(path);
    if (epochOf(db) >= known.from) return db;
    db.close();
    notes.push(`The graph ${path} was older than its journal; ${rebuilt}.`);
  } catch (error) {
    if (error instanceof StoreError) throw error;
    const why = reason(error);
    if (wasWritten || known.rest !== "nothing")
      notes.push(`The graph ${path} could not be opened (${why}); ${rebuilt}.`);
  }
  return undefined;
}

async function openWhenFree(path: string): Promise<GrafeoDB> {
  for (const until = Date.now() + patience; ; await new Promise((resolve) => setTimeout(resolve, 100))) {
    try {
      return openFile(path);
    } catch (error) {
      if (!/cannot be locked/i.test(reason(error))) throw error;
      if (Date.now() < until) continue;
      throw new StoreError(`Another process has the graph ${path} open. Stop it, or set DATA_DIR to another folder.`);
    }
  }
}

/** A new graph file from the journal alone; the old one stays beside it under another name. */
async function rebuild(folder: string, path: string, known: Survey, notes: string[]): Promise<GrafeoDB> {
  const isCutToNothing = known.rest !== "nothing" && known.to === known.from && !known.header.dump;
  if (!known.complete || isCutToNothing) {
    throw unreadable(folder);
  }
  if (known.rest !== "nothing")
    notes.push(
      "The journal was damaged too: what stood in it after the damage is lost. Ingest the newest articles again.",
    );
  const graph = newGraph();
  const db = openFile(join(folder, graph));
  const restore = restoring(db);
  for (const { kind, json } of frames(path)) {
    if (kind === "schema") await db.executeCypher(JSON.parse(json));
    else if (kind === "batch") await again(db, json);
    else if (kind !== "header") await restore({ kind, json });
  }
  db.walCheckpoint();
  setAside(folder, known.header.graph);
  known.header.graph = graph;
  return db;
}

/** Runs again what the journal holds and the engine does not. */
async function replay(db: GrafeoDB, path: string, from: number): Promise<void> {
  for (const { kind, epoch, json } of frames(path)) {
    if (kind === "schema") await db.executeCypher(JSON.parse(json));
    else if (kind === "batch" && epoch >= from) await again(db, json);
  }
}

/** What ran once runs again; if it does not, part of the graph would be missing, and that is no graph to show. */
async function again(db: GrafeoDB, json: string): Promise<void> {
  const { batch, statements } = JSON.parse(json) as BatchRecord;
  try {
    (await run(db, statements)).commit();
  } catch (error) {
    throw new StoreError(
      `Batch ${batch} of the journal did not run again: ${reason(error)}. Nothing was changed; try again when the machine is less busy.`,
    );
  }
}

/** The last damaged graph is kept, in case somebody can make something of it; older ones are not. */
function setAside(folder: string, graph: string): void {
  const names = readdirSync(folder);
  for (const name of names.filter((each) => each.startsWith("damaged-")))
    rmSync(join(folder, name), { recursive: true });
  for (const name of names.filter((each) => each.startsWith(graph))) {
    renameSync(join(folder, name), join(folder, `damaged-${name}`));
  }
  syncFolder(folder);
}

/** Graph files that the journal does not name: left by a rebuild that did not finish. */
function removeStrays(folder: string, graph: string): void {
  for (const name of readdirSync(folder)) {
    const isStray = name.startsWith("graph-") && !name.startsWith(graph);
    if (isStray || name === "journal.new") rmSync(join(folder, name), { recursive: true, force: true });
  }
}

function unreadable(folder: string): StoreError {
  return new StoreError(
    `Neither the graph nor its journal in ${folder} can be read. Move the folder away and ingest the articles again.`,
  );
}

function newGraph(): string {
  return `graph-${Date.now().toString(36)}.grafeo`;
}

function reason(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
