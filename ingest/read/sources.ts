import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { basename, extname } from "node:path";
import { reason } from "../../model/problem.ts";
import type { Source } from "../../model/stages.ts";
import { decode } from "./decode.ts";
import { articleOf, articlesOf } from "./entry.ts";
import { type Input, inputs } from "./inputs.ts";
import { byteLines } from "./lines.ts";
import type { Rejected } from "./page.ts";
import { ArticleLimit, empty, megabytes, tooLarge } from "./read.ts";

export interface SourceOptions {
  /** The texts are bodies already: nothing is to be cleaned away. */
  clean?: boolean;
  /** Where `-` reads from; standard input unless given. */
  stdin?: AsyncIterable<Buffer | string>;
  /** Hears of what the user should know (an id used twice); nothing is rejected for it. */
  note?: (message: string) => void;
  /** Hears how many of the inputs are read through. */
  progress?: (done: number, total: number) => void;
}

/**
 * What the paths, globs, URLs and `-` hand in, one article at a time: a file of any size is never held whole but for
 * one article. What cannot be read is yielded as Rejected and the others go on.
 */
export async function* sources(paths: string[], options: SourceOptions = {}): AsyncGenerator<Source | Rejected> {
  const found = await inputs(paths);
  const once = uniqueIds(options.note ?? (() => {}));
  for (const [index, input] of found.entries()) {
    options.progress?.(index, found.length);
    for await (const each of fromInput(input, options)) {
      yield "why" in each ? each : { ...once(each), ...(options.clean ? { clean: true } : {}) };
    }
  }
  options.progress?.(found.length, found.length);
}

async function* fromInput(input: Input, options: SourceOptions): AsyncGenerator<Source | Rejected> {
  if ("why" in input) return yield input;
  if (input.kind === "url") return yield await (await import("./web.ts")).fetched(input.from);
  if (input.kind === "stdin") return yield* fromStream(options.stdin ?? process.stdin);
  try {
    yield* fromFile(input.from);
  } catch (error) {
    yield { from: input.from, why: fileTrouble(error as NodeJS.ErrnoException), reason: reason("unread.file") };
  }
}

/** A file larger than this is not read as one article, whatever its marks take. */
const PageLimit = 20 * 1024 * 1024;
const JsonLimit = 64 * 1024 * 1024;

async function* fromFile(path: string): AsyncGenerator<Source | Rejected> {
  const kind = extname(path).toLowerCase();
  const id = basename(path, extname(path));
  const { size } = await stat(path);
  if (size === 0) return yield { from: path, ...empty };
  if (kind === ".jsonl") return yield* fromLines(createReadStream(path), path, id);
  const limit = kind === ".json" ? JsonLimit : kind === ".html" || kind === ".htm" ? PageLimit : ArticleLimit;
  if (size > limit) {
    const advice =
      kind === ".json" ? "write one article a line as .jsonl" : "split it, or write one article a line as .jsonl";
    return yield {
      from: path,
      why: `is ${megabytes(size)} large, at most ${megabytes(limit)} are read: ${advice}`,
      reason: tooLarge(limit),
    };
  }
  const text = decode(await readFile(path));
  if (typeof text !== "string") return yield { from: path, ...text };
  if (kind === ".json") return yield* articlesOf(text, path, id);
  yield { id, from: path, format: formats.get(kind)!, content: text };
}

const formats = new Map<string, Source["format"]>([
  [".txt", "text"],
  [".md", "markdown"],
  [".html", "html"],
  [".htm", "html"],
]);

/** Standard input is JSON lines when its first sign is `{`, a page when it begins like one, else one text. */
async function* fromStream(stream: AsyncIterable<Buffer | string>): AsyncGenerator<Source | Rejected> {
  const chunks: Buffer[] = [];
  const iterator = stream[Symbol.asyncIterator]();
  const next = async () => {
    const { value, done } = await iterator.next();
    return done ? undefined : Buffer.from(value);
  };
  let head = "";
  let size = 0;
  for (let chunk = await next(); chunk; chunk = await next()) {
    chunks.push(chunk);
    size += chunk.length;
    head = Buffer.concat(chunks)
      .toString("utf8")
      .replace(/^\uFEFF/, "")
      .trimStart();
    if (head !== "") break;
    if (size > ArticleLimit) break;
  }
  if (head.startsWith("{")) {
    async function* rest() {
      yield* chunks;
      for (let chunk = await next(); chunk; chunk = await next()) yield chunk;
    }
    return yield* fromLines(rest(), "-", "stdin");
  }
  for (let chunk = await next(); chunk && size <= ArticleLimit; chunk = await next()) {
    chunks.push(chunk);
    size += chunk.length;
  }
  if (size > ArticleLimit) {
    return yield {
      from: "-",
      why: `is more than ${megabytes(ArticleLimit)} of text: write one article a line as JSON`,
      reason: tooLarge(ArticleLimit),
    };
  }
  const text = decode(Buffer.concat(chunks));
  if (typeof text !== "string") return yield { from: "-", ...text };
  if (text.trim() === "") return yield { from: "-", ...empty };
  yield { id: "stdin", from: "-", format: /^\s*<(!doctype|html)/i.test(text) ? "html" : "text", content: text };
}

async function* fromLines(
  chunks: AsyncIterable<Buffer>,
  path: string,
  name: string,
): AsyncGenerator<Source | Rejected> {
  let articles = 0;
  for await (const { number, ...read } of byteLines(chunks)) {
    if ("line" in read && read.line.trim() === "") continue;
    articles++;
    const place = `${path}:${number}`;
    yield "line" in read ? articleOf(read.line, place, `${name}-${number}`) : { from: place, ...read };
  }
  if (articles === 0) yield { from: path, ...empty };
}

/** Gives a second article of the same id another one, made from its text, and says so. */
function uniqueIds(note: (message: string) => void): (source: Source) => Source {
  const seen = new Set<string>();
  return (source) => {
    let id = source.id;
    if (seen.has(id)) {
      id = `${id}-${createHash("sha256").update(source.content).digest("hex").slice(0, 8)}`;
      while (seen.has(id)) id += "x";
      note(`${source.from}: the id "${source.id}" is used twice in this run; this article is called "${id}"`);
    }
    seen.add(id);
    return id === source.id ? source : { ...source, id };
  };
}

function fileTrouble(error: NodeJS.ErrnoException): string {
  if (error.code === "EACCES" || error.code === "EPERM") return "may not be read: check the file's permissions";
  if (error.code === "ENOENT") return "there is no such file";
  return `cannot be read (${error.code ?? error.message})`;
}
