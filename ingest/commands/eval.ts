import { existsSync, readdirSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import type { Source } from "../../model/stages.ts";
import { type Gold, gold } from "../eval/gold.ts";
import { type Prediction, predicted, predictions } from "../eval/prediction.ts";
import { printed, type Report, report } from "../eval/report.ts";
import { figures, type Tally } from "../eval/tally.ts";
import type { Rejected } from "../read/page.ts";
import { sources } from "../read/sources.ts";
import { outcomes } from "../readers/readers.ts";
import { print } from "./print.ts";

export interface EvalOptions {
  /** Print each miss, false edge and forbidden edge. */
  verbose?: boolean;
  /** Print the figures as JSON. */
  json?: boolean;
  /** The texts are bodies already. */
  clean?: boolean;
}

/**
 * `entente eval <gold> [texts or predictions…]`: how near the line comes to what a reader found. The gold is a folder of
 * annotated articles or a .jsonl of single-sentence cases; texts are read through the line, an `extract` output or a
 * folder of predictions is scored as it stands. Without texts, those of the gold itself are read. Answers the exit code: 1 where a text could not be read.
 */
export async function evalCommand(goldPath: string, paths: string[], options: EvalOptions = {}): Promise<number> {
  const golds = gold(goldPath);
  let unread = 0;
  const reject = (from: string, why: string) => {
    unread++;
    process.stderr.write(`not read: ${from}: ${why}\n`);
  };
  const read = (texts: Texts) => fromLine(texts, options.clean === true, reject);
  const found = await predictionsOf(golds, goldPath, paths, read);
  const measured = report(golds, found);
  if (measured.missing.length > 0) process.stderr.write(`no prediction for ${measured.missing.join(", ")}\n`);
  const extra = found.filter(({ id }) => !golds.some((each) => each.id === id)).map(({ id }) => id);
  if (extra.length > 0) process.stderr.write(`predictions without gold, ignored: ${extra.slice(0, 20).join(", ")}\n`);
  if (options.verbose) await print(details(measured));
  await print(`${options.json ? JSON.stringify(asJson(measured), null, 1) : printed(measured)}\n`);
  return unread > 0 ? 1 : 0;
}

type Texts = AsyncGenerator<Source | Rejected>;

async function predictionsOf(
  golds: Gold[],
  goldPath: string,
  paths: string[],
  read: (texts: Texts) => Promise<Prediction[]>,
): Promise<Prediction[]> {
  if (paths.length === 0) return read(ownTexts(golds, goldPath));
  const found: Prediction[] = [];
  for (const path of paths) {
    const texts = textsOf(path);
    found.push(...(texts ? await read(texts) : kept(path)));
  }
  return found;
}

/** The texts that a path names, or undefined where it holds predictions. Gold and texts may lie in one folder. */
function textsOf(path: string): Texts | undefined {
  const folder = statSync(path, { throwIfNoEntry: false })?.isDirectory();
  if (!folder) return predictions(path) ? undefined : sources([path]);
  const texts = readdirSync(path).filter((name) => [".txt", ".html", ".htm", ".md"].includes(extname(name)));
  return texts.length > 0 ? sources(texts.sort().map((name) => join(path, name))) : undefined;
}

function kept(path: string): Prediction[] {
  const found = predictions(path);
  if (found) return found;
  throw new Error(`${path}: holds neither texts (.txt .html .md) nor predictions: check the path`);
}

/** A case carries its sentence; a gold article's text lies beside it under the same name. */
async function* ownTexts(golds: Gold[], goldPath: string): AsyncGenerator<Source | Rejected> {
  for (const { id, lang, text } of golds) {
    if (text !== undefined) yield { id, from: `${goldPath} ${id}`, format: "text", content: text, lang, clean: true };
  }
  if (!statSync(goldPath).isDirectory()) return;
  const files = [".txt", ".html", ".md"].flatMap((ending) => golds.map(({ id }) => join(goldPath, id + ending)));
  const there = files.filter((file) => existsSync(file));
  if (there.length === 0) {
    throw new Error(`${goldPath}: holds gold but no texts: name the texts, or a file of predictions, after it`);
  }
  yield* sources(there);
}

async function fromLine(
  texts: Texts,
  clean: boolean,
  reject: (from: string, why: string) => void,
): Promise<Prediction[]> {
  const found: Prediction[] = [];
  for await (const read of outcomes(clean ? bodies(texts) : texts)) {
    if ("why" in read) reject(read.from, read.why);
    else found.push(predicted(read.found));
  }
  return found;
}

async function* bodies(texts: Texts): Texts {
  for await (const each of texts) yield "why" in each ? each : { ...each, clean: true };
}

function details({ articles }: Report): string {
  return articles.flatMap(({ id, findings }) => findings.map(({ kind, what }) => `${id}: ${kind}: ${what}\n`)).join("");
}

function asJson({ all, languages, missing }: Report) {
  const row = (tally: Tally) => ({
    ...tally,
    figures: { entities: figures(tally.entities), core: figures(tally.core), all: figures(tally.all) },
    types: Object.fromEntries(Object.entries(tally.types).map(([type, hits]) => [type, { ...hits, ...figures(hits) }])),
  });
  return {
    all: row(all),
    languages: Object.fromEntries(Object.entries(languages).map(([lang, tally]) => [lang, row(tally)])),
    missing,
  };
}
