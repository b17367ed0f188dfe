import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type RequestListener, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Rejected } from "../../ingest/read/page.ts";
import { read } from "../../ingest/read/read.ts";
import { type SourceOptions, sources } from "../../ingest/read/sources.ts";
import type { Source } from "../../model/stages.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-read-"));
const path = (name: string) => join(folder, name);
const put = (name: string, content: string | Uint8Array) => {
  writeFileSync(path(name), content);
  return path(name);
};
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe("what is handed in becomes sources", () => {
  it("a text file: its name without the ending is its id", async () => {
    const [source] = await all([put("malta.txt", "Malta refused.\r\nLibya asked again.")]);
    expect(source).toEqual({
      id: "malta",
      from: path("malta.txt"),
      format: "text",
      content: "Malta refused.\r\nLibya asked again.",
    });
  });

  it("a folder with the folders in it, in the order of the names; hidden and other files are passed over", async () => {
    mkdirSync(path("tree/below/.hidden"), { recursive: true });
    for (const name of ["tree/b.txt", "tree/a.md", "tree/below/c.html", "tree/notes.pdf", "tree/below/.hidden/d.txt"]) {
      put(name, "Malta refused.");
    }
    expect((await all([path("tree")])).map(({ from }) => from)).toEqual(
      ["tree/a.md", "tree/b.txt", "tree/below/c.html"].map(path),
    );
  });

  it("a glob, and a file whose name looks like one", async () => {
    put("glob-1.txt", "Malta refused.");
    put("glob-2.txt", "Malta refused.");
    const named = put("glob-[3].txt", "Malta refused.");
    expect((await all([path("glob-?.txt")])).map(({ from }) => from)).toEqual([path("glob-1.txt"), path("glob-2.txt")]);
    expect((await all([named])).map(({ from }) => from)).toEqual([named]);
  });

  it("each line of a .jsonl; a broken one is named with its place and the others go on", async () => {
    const file = put(
      "lines.jsonl",
      '\uFEFF{"id":"one","text":"Malta refused.","title":"Malta","published":"2021-03-05","lang":"en","url":"https://news.example/1"}\n\n{broken\n{"html":"<p>Malta</p>"}\n[]\n{"title":"no text"}\n{"text":7}\n',
    );
    const found = await all([file]);
    expect(found[0]).toMatchObject({
      id: "one",
      title: "Malta",
      published: "2021-03-05",
      lang: "en",
      format: "text",
      from: `${file}:1`,
    });
    expect(found[1]).toMatchObject({ from: `${file}:3`, why: expect.stringContaining("not valid JSON") });
    expect(found[2]).toMatchObject({ id: "lines-4", format: "html" });
    expect(found[3]).toMatchObject({ from: `${file}:5`, why: expect.stringContaining("expected { id?") });
    expect(found[4]).toMatchObject({ from: `${file}:6`, why: 'has neither "text" nor "html"' });
    expect(found[5]).toMatchObject({ from: `${file}:7`, why: expect.stringContaining('"text" is wrong') });
  });

  it("a .json file holds one article or a list of them", async () => {
    const one = put("one.json", '{"text":"Malta refused."}');
    const many = put("many.json", '[{"text":"Malta refused."},{"id":5,"text":"Chad refused."}]');
    expect((await all([one, many])).map((each) => ("id" in each ? each.id : each.why))).toEqual(["one", "many-1", "5"]);
  });

  it("a line of the graph's own export is read as its article", async () => {
    const file = put(
      "dump.jsonl",
      '{"entente":1,"article":{"id":"a","text":"Malta refused.","lang":"en","hash":"x","fingerprint":"y"},"entities":[],"claims":[]}\n',
    );
    expect(await all([file])).toMatchObject([{ id: "a", content: "Malta refused." }]);
  });

  it.each([
    [
      "lines of JSON where it begins with a brace",
      ' \n{"text":"Malta refused."}\n{"text":"Chad refused."}',
      ["stdin-2", "stdin-3"],
    ],
    ["one text elsewhere", "Malta refused.\nChad refused.", ["stdin"]],
  ])("standard input is %s", async (_, text, ids) => {
    const found = await all(["-"], { stdin: Readable.from([Buffer.from(text)]) });
    expect(found.map((each) => ("id" in each ? each.id : each.why))).toEqual(ids);
  });

  it("an id used twice in a run is said and told apart by the text", async () => {
    mkdirSync(path("twice"));
    const notes: string[] = [];
    const found = await all([put("same.txt", "Malta refused."), put("twice/same.txt", "Chad refused.")], {
      note: (note) => notes.push(note),
    });
    const [first, second] = found as Source[];
    expect(first!.id).toBe("same");
    expect(second!.id).toMatch(/^same-[0-9a-f]{8}$/);
    expect(notes).toEqual([expect.stringContaining('the id "same" is used twice')]);
  });

  it("UTF-16 with its mark is read", async () => {
    const [source] = (await all([put("wide.txt", Buffer.from("\uFEFFमाल्टा ने इनकार किया।", "utf16le"))])) as Source[];
    expect(source!.content).toBe("माल्टा ने इनकार किया।");
  });

  it("a web page in another encoding that it names is read", async () => {
    const [source] = (await all([
      put("old.html", Buffer.from('<meta charset="iso-8859-1"><p>São Tomé refused.</p>', "latin1")),
    ])) as Source[];
    expect(source!.content).toContain("São Tomé");
  });

  it("a long file of lines is handed on while it is read", async () => {
    let given = 0;
    function* lines() {
      for (; given < 5_000; given++) yield `{"id":"a${given}","text":"Malta refused."}\n`;
    }
    let taken = 0;
    for await (const _ of sources(["-"], { stdin: Readable.from(lines()) })) {
      taken++;
      expect(given - taken).toBeLessThan(200);
    }
    expect(taken).toBe(5_000);
  });
});

describe("what cannot be read is named with its reason", () => {
  it.each([
    ["an empty file", () => put("empty.txt", ""), "is empty"],
    ["a binary file", () => put("bytes.txt", Buffer.from([1, 0, 2, 3])), "NUL bytes"],
    [
      "text in an unknown encoding",
      () => put("latin.txt", Buffer.from("São Tomé e Príncipe não aceitou. ".repeat(20), "latin1")),
      "is not UTF-8 text",
    ],
    [
      "50 MB of text",
      () => put("large.txt", Buffer.alloc(50 * 1024 * 1024, "Malta refused. ")),
      "50 MB large, at most 2.0 MB",
    ],
    ["a file of another kind", () => put("paper.pdf", "%PDF"), "not of a kind that is read"],
    ["a path that does not exist", () => path("nowhere.txt"), "no such file or folder"],
    ["a glob that matches nothing", () => path("*.nothing"), "matches no file"],
    [
      "a folder without articles",
      () => mkdirSync(path("bare/of/all"), { recursive: true })!,
      "holds no file that is read",
    ],
    ["an empty .jsonl", () => put("none.jsonl", "\n\n"), "is empty"],
    ["an empty list", () => put("none.json", "[]"), "is an empty list"],
    ["another kind of address", () => "ftp://news.example/a.txt", "only http and https"],
  ])("%s", async (_, make, why) => {
    const from = make();
    expect(await all([from])).toMatchObject([{ from, why: expect.stringContaining(why) }]);
  });

  it("an article longer than a book inside a page, and NUL in JSON, when they are read", async () => {
    const source = (content: string): Source => ({ id: "a", from: "a", format: "text", content });
    await expect(read(source("Malta refused. ".repeat(400_000)))).rejects.toThrow(
      "holds 6,000,000 characters of text, an article at most 500,000: divide it",
    );
    await expect(read(source("Malta\0refused."))).rejects.toThrow("NUL bytes");
  });
});

describe("an address is fetched", () => {
  let server: Server;
  let base = "";
  const answers: Record<string, RequestListener> = {
    "/page": (_, answer) => answer.setHeader("content-type", "text/html; charset=utf-8").end("<h1>Malta refuses</h1>"),
    "/text": (_, answer) => answer.setHeader("content-type", "text/plain").end("Malta refused."),
    "/pdf": (_, answer) => answer.setHeader("content-type", "application/pdf").end("%PDF"),
    "/gone": (_, answer) => answer.writeHead(404).end(),
    "/moved": (_, answer) => answer.writeHead(302, { location: "/text" }).end(),
    "/inside": (_, answer) => answer.writeHead(302, { location: "http://169.254.169.254/latest" }).end(),
    "/other": (_, answer) => answer.writeHead(302, { location: "http://localhost:1/" }).end(),
    "/loop": (_, answer) => answer.writeHead(302, { location: "/loop" }).end(),
    "/file": (_, answer) => answer.writeHead(302, { location: "file:///etc/hosts" }).end(),
    "/endless": (_, answer) => {
      const chunk = "Malta ".repeat(200_000);
      const more = () => !answer.destroyed && answer.write(chunk, () => setImmediate(more));
      answer.setHeader("content-type", "text/plain");
      more();
    },
  };
  beforeAll(async () => {
    server = createServer((request, answer) => answers[request.url ?? ""]!(request, answer));
    await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
    base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });

  it.each([
    ["/page", "html"],
    ["/text", "text"],
    ["/moved", "text"],
  ])("%s is %s, though the user named a private address", async (page, format) => {
    expect(await all([base + page])).toMatchObject([{ format, from: base + page, url: expect.stringContaining(base) }]);
  });

  it.each([
    ["/pdf", "expected a page"],
    ["/gone", "answers 404"],
    ["/inside", "inside a private network"],
    ["/other", "inside a private network"],
    ["/loop", "more than 5 times"],
    ["/file", "not followed"],
    ["/endless", "larger than 20 MB"],
  ])("%s is not read, and the reason is said", async (page, why) => {
    expect(await all([base + page])).toMatchObject([{ from: base + page, why: expect.stringContaining(why) }]);
  });

  it("where nothing answers, that is said", async () => {
    expect(await all(["http://127.0.0.1:9/"])).toMatchObject([
      { from: "http://127.0.0.1:9/", why: expect.any(String) },
    ]);
  });
});

async function all(paths: string[], options: SourceOptions = {}): Promise<(Source | Rejected)[]> {
  const found: (Source | Rejected)[] = [];
  for await (const source of sources(paths, options)) found.push(source);
  return found;
}
