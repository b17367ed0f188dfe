import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { type Gold, gold } from "../../ingest/eval/gold.ts";
import { predicted } from "../../ingest/eval/prediction.ts";
import { type Report, report } from "../../ingest/eval/report.ts";
import { type Hits, sum } from "../../ingest/eval/tally.ts";
import { extraction } from "../../ingest/line.ts";
import { type Counts, falls, freeze, freezing, frozen, howToFreeze, rose } from "../quality/frozen.ts";

const languages = "ingest/languages";
const file = join(import.meta.dirname, "frozen.json");
const before = frozen<Record<string, Counts>>(file) ?? {};
const now: Record<string, Counts> = { ...before };

const tested = readdirSync(languages)
  .map((lang) => ({ lang, path: join(languages, lang, "cases.jsonl") }))
  .filter(({ path }) => existsSync(path));

afterAll(() => {
  if (freezing) freeze(file, now);
});

describe.each(tested)("the golden cases of $lang", ({ lang, path }) => {
  const cases = gold(path);

  it("have each an id of their own, a group and a construction", () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length);
    expect(cases.filter(({ group, construction }) => !group || !construction)).toEqual([]);
  });

  it("stand beside cases of silence", () => {
    const silent = cases.filter(({ relations }) => relations.every(({ optional }) => optional));
    expect(silent.length).toBeGreaterThanOrEqual(cases.length / 6);
  });

  it("are read no worse than when they were frozen", { timeout: 120_000 }, async () => {
    const measured = await read(cases, lang);
    now[lang] = byGroup(cases, measured);
    if (freezing) return;
    const fell = falls(before[lang], now[lang]);
    expect(fell, `${[...fell, ...falseEdges(measured)].join("\n")}\n${howToFreeze}`).toEqual([]);
    if (rose(before[lang], now[lang])) console.warn(`${path}: better than frozen; ${howToFreeze}`);
  });
});

async function read(cases: Gold[], lang: string): Promise<Report> {
  const found = [];
  for (const { id, text } of cases) {
    const source = { id, from: id, format: "text", content: text!, lang, clean: true } as const;
    found.push(predicted(await extraction(source)));
  }
  return report(cases, found);
}

function byGroup(cases: Gold[], { articles }: Report): Counts {
  const groups = [...new Set(cases.map(({ group }) => group!))].sort();
  return Object.fromEntries(
    groups.map((group): [string, Hits] => [
      group,
      sum(articles.filter((_, index) => cases[index]!.group === group).map(({ tally }) => tally)).all,
    ]),
  );
}

function falseEdges({ articles }: Report): string[] {
  return articles.flatMap(({ id, findings }) =>
    findings.filter(({ kind }) => kind === "false").map(({ what }) => `  ${id}: false: ${what}`),
  );
}
