import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { evalCommand } from "../../ingest/commands/eval.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-eval-command-"));
const golden = "test/quality/golden/en";
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What the command writes is caught where it leaves the program. */
let said: { out: string; err: string };
beforeEach(() => {
  said = { out: "", err: "" };
  vi.spyOn(process.stdout, "write").mockImplementation(((text: string, done?: () => void) => {
    said.out += text;
    done?.();
    return true;
  }) as typeof process.stdout.write);
  vi.spyOn(process.stderr, "write").mockImplementation(((text: string) => {
    said.err += text;
    return true;
  }) as typeof process.stderr.write);
});
afterEach(() => vi.restoreAllMocks());

describe("entente eval", () => {
  it("reads the texts that lie beside the gold", async () => {
    expect(await evalCommand(golden, [])).toBe(0);
    expect(said.out).toMatch(/^ALL +2\d /m);
    expect(said.err).toBe("");
  });

  it("gives the same figures when the folder is named twice", async () => {
    await evalCommand(golden, [], { json: true });
    const first = said.out;
    said.out = "";
    await evalCommand(golden, [golden], { json: true });
    expect(JSON.parse(said.out)).toEqual(JSON.parse(first));
  });

  it("takes the sentences from a file of cases", async () => {
    const cases = join(folder, "cases.jsonl");
    const edge = { subj: "Zambia", pred: "VISITED", obj: "Togo" };
    writeFileSync(
      cases,
      JSON.stringify({ id: "en-1", text: "Rain fell on Zambia and on Togo all day.", claims: [edge] }),
    );
    await evalCommand(cases, [], { verbose: true });
    expect(said.out).toContain("en-1: missed: VISITED zambia togo affirmed");
  });

  it("scores an extract output as it stands, and names what it lacks", async () => {
    const cases = join(folder, "two.jsonl");
    const edge = { subj: "Zambia", pred: "VISITED", obj: "Togo" };
    writeFileSync(cases, ["en-1", "en-2"].map((id) => JSON.stringify({ id, text: "x", claims: [edge] })).join("\n"));
    const output = join(folder, "out.jsonl");
    const claim = { type: "VISITED", subject: "Q1", subjectName: "Zambia", object: "Q2", objectName: "Togo" };
    writeFileSync(output, JSON.stringify({ id: "en-1", lang: "en", entities: [], claims: [claim] }));
    await evalCommand(cases, [output]);
    expect(said.out).toMatch(/^VISITED +1 +0 +1 /m);
    expect(said.err).toBe("no prediction for en-2\n");
  });

  it("names a text that cannot be read, and answers with another exit code", async () => {
    const empty = join(folder, "en-airfields.txt");
    writeFileSync(empty, "");
    expect(await evalCommand(golden, [empty])).toBe(1);
    expect(said.err).toContain(`not read: ${empty}: is empty`);
  });

  it("says what is wrong with a path that holds nothing to score", async () => {
    const hollow = mkdtempSync(join(folder, "hollow-"));
    await expect(evalCommand(golden, [hollow])).rejects.toThrow("holds neither texts");
    await expect(evalCommand(join(folder, "no"), [])).rejects.toThrow("there is no such gold");
  });
});
