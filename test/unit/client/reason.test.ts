import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { reasonOf } from "../../../client/src/features/upload/reason.ts";
import { sources } from "../../../ingest/read/sources.ts";

describe("why a file was not read is told in the reader's words", () => {
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "entente-reason-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  it.each([
    ["empty.txt", "", "unread.empty"],
    ["binary.txt", "\0\u0001", "unread.binary"],
    ["latin.txt", Buffer.from([0xe9, 0xe8, 0x20, 0x61, 0xff]), "unread.letters"],
    ["picture.png", "x", "unread.kind"],
    ["broken.json", "{not json", "unread.json"],
    ["list.json", "[]", "unread.empty"],
    ["other.json", "{}", "unread.shape"],
    ["large.txt", "a".repeat(6 * 1024 * 1024), "unread.large"],
  ])("%s", async (name, content, key) => {
    const path = join(folder, name);
    await writeFile(path, content);
    const told: string[] = [];
    for await (const source of sources([path])) if ("why" in source) told.push(source.why);
    expect(told).toHaveLength(1);
    expect(reasonOf(told[0]!), told[0]).toBe(key);
  });

  it("and in general words where the reason is new", () => {
    expect(reasonOf("something else")).toBe("unread.other");
  });
});
