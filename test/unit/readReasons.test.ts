import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extraction } from "../../ingest/line.ts";
import { Unreadable } from "../../ingest/read/page.ts";
import { sources } from "../../ingest/read/sources.ts";
import type { Reason } from "../../model/problem.ts";

describe("why a file was not read is told as data, too", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-reason-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each<[name: string, content: string | Buffer, kind: string, values?: Reason["values"]]>([
    ["empty.txt", "", "unread.empty"],
    ["binary.txt", "\0\u0001", "unread.binary"],
    ["latin.txt", Buffer.from([0xe9, 0xe8, 0x20, 0x61, 0xff]), "unread.letters"],
    ["picture.png", "x", "unread.kind"],
    ["broken.json", "{not json", "unread.json"],
    ["list.json", "[]", "unread.empty"],
    ["other.json", "{}", "unread.shape"],
    ["long.txt", "Malta refused. ".repeat(40_000), "unread.long", { letters: 600_000, most: 500_000 }],
    ["large.txt", "a".repeat(6 * 1024 * 1024), "unread.large", { megabytes: 2 }],
    [
      "german.txt",
      `${"Der Minister hat die Gespräche mit Kenia nicht abgesagt. ".repeat(9)}`,
      "unread.language",
      { language: "de" },
    ],
    ["cherokee.txt", "ᏣᎳᎩ ᎦᏬᏂᎯᏍᏗ ".repeat(40), "unread.script"],
    ["digits.txt", "1 2 3 4 5", "unread.wordless"],
  ])("%s", async (name, content, key, values = {}) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const told: Reason[] = [];
    for await (const source of sources([path])) {
      if ("why" in source) told.push(source.reason);
      else
        await extraction(source).catch((error: unknown) => {
          if (error instanceof Unreadable) told.push(error.reason);
        });
    }
    expect(told.map(({ kind }) => kind)).toEqual([key]);
    expect(told[0]?.values).toMatchObject(values);
  });
});
