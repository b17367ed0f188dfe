import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { gold } from "../../ingest/eval/gold.ts";
import { extraction } from "../../ingest/line.ts";
import { placeOf, stepOf, traced } from "../../model/trace.ts";

const languages = "ingest/languages";
const files = readdirSync(languages).flatMap((lang) => {
  const file = join(languages, lang, "cases.jsonl");
  return existsSync(file) ? [{ lang, file }] : [];
});

describe("a step of a claim's trace", () => {
  it.each([
    [
      traced("cue", { words: 'the "ally" of', frame: "ally" }),
      { kind: "cue", words: 'the "ally" of', technical: "ally" },
    ],
    [
      traced("subject", { slot: "erg by pronoun" }),
      { kind: "subject", place: "subject", via: "pronoun", technical: "erg" },
    ],
    [traced("object", { slot: "gen@request" }), { kind: "object", place: "asker", technical: "gen@request" }],
    [traced("read", { modality: "alleged" }), { kind: "read", modality: "alleged" }],
    [traced("negated"), { kind: "negated" }],
    ["what an older version wrote", { kind: "other", technical: "what an older version wrote" }],
  ])("is told from its line: %s", (line, step) => {
    expect(stepOf(line)).toEqual(step);
  });

  it.each([
    ["by", "doer"],
    ["gen@cue", "owner"],
    ["nom, carried", "elsewhere"],
    ["gen@proposal, elsewhere in the sentence", "asker"],
    ["who proposes elsewhere in the sentence", "asker"],
    ["a city of the state (Goma)", "city"],
    ["the annexation itself", "event"],
    ["a slot nobody has sorted yet", "special"],
  ])("says of a party in %j that it is %s", (slot, place) => {
    expect(placeOf(slot)).toBe(place);
  });

  it("is of a known kind and, but for one party in fifty, of a known place, in every fifth golden case", {
    timeout: 120_000,
  }, async () => {
    const unknown: string[] = [];
    const parties = { all: 0, special: [] as string[] };
    for (const { lang, file } of files) {
      for (const { id, text } of gold(file).filter((_case, index) => index % 5 === 0)) {
        const { claims } = await extraction({ id, from: id, format: "text", content: text!, lang, clean: true });
        for (const line of claims.flatMap(({ trace }) => trace)) {
          const { kind, place, technical } = stepOf(line);
          if (kind === "other") unknown.push(line);
          if (place) parties.all++;
          if (place === "special") parties.special.push(technical!);
        }
      }
    }
    expect(unknown).toEqual([]);
    expect(parties.special.length, parties.special.join(" · ")).toBeLessThanOrEqual(parties.all / 50);
  });
});
