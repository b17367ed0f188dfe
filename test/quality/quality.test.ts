import { readdirSync } from "node:fs";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { gold } from "../../ingest/eval/gold.ts";
import { predicted } from "../../ingest/eval/prediction.ts";
import { report } from "../../ingest/eval/report.ts";
import { figures, type Hits, type Tally } from "../../ingest/eval/tally.ts";
import { extraction } from "../../ingest/line.ts";
import { Unreadable } from "../../ingest/read/page.ts";
import { sources } from "../../ingest/read/sources.ts";
import { edgeTypes } from "../../model/vocabulary.ts";
import { measuredPrecision } from "../../server/graph/precision.ts";
import { type Counts, falls, freeze, freezing, frozen, howToFreeze, rose } from "./frozen.ts";

interface Scores {
  articles: number;
  entities: Measured;
  core: Measured;
  all: Measured;
  types: Record<string, Measured>;
}
/** Counts, and what they come to. */
type Measured = Hits & { precision: number; recall: number };

const golden = join(import.meta.dirname, "golden");
const file = join(import.meta.dirname, "scores.json");
const before = frozen<Record<string, Scores>>(file) ?? {};
const now: Record<string, Scores> = { ...before };

afterAll(() => {
  if (freezing) freeze(file, now);
});

describe.each(readdirSync(golden).sort())("the golden articles in %s", (lang) => {
  const folder = join(golden, lang);
  const golds = gold(folder);

  it("are at least twenty, some of them without a single edge", () => {
    expect(golds.length).toBeGreaterThanOrEqual(20);
    expect(golds.filter(({ relations }) => relations.length === 0).length).toBeGreaterThanOrEqual(3);
    expect(golds.filter((each) => each.lang !== lang)).toEqual([]);
  });

  it("forbid nothing that they ask for", () => {
    for (const { id, relations, forbidden } of golds) {
      for (const { subj, pred, obj, polarity } of forbidden) {
        const asked = relations.filter(
          (each) =>
            each.subj === subj && each.pred === pred && each.obj === obj && ["any", each.polarity].includes(polarity),
        );
        expect(asked, `${id}: ${subj} ${pred} ${obj}`).toEqual([]);
      }
    }
  });

  it("are read no worse than when they were frozen", { timeout: 120_000 }, async () => {
    const found = [];
    for await (const source of sources(golds.map(({ id }) => join(folder, `${id}.txt`)))) {
      if ("why" in source) throw new Error(`${source.from}: ${source.why}`);
      found.push(await predictionOf(source));
    }
    const measured = report(golds, found);
    expect(measured.missing).toEqual([]);
    now[lang] = scores(measured.all);
    if (freezing) return;
    const fell = falls(before[lang] && counts(before[lang]), counts(now[lang]));
    expect(fell, `${fell.join("\n")}\nsee: npm run eval -- ${folder} -v\n${howToFreeze}`).toEqual([]);
    if (before[lang] && rose(counts(before[lang]), counts(now[lang])))
      console.warn(`${folder}: better than frozen; ${howToFreeze}`);
  });
});

describe("the measured precision", () => {
  it("is what was frozen, and null where fewer than five edges were found", () => {
    for (const lang of Object.keys(before)) {
      for (const type of edgeTypes) {
        const hits = before[lang]!.types[type];
        const enough = hits !== undefined && hits.right + hits.wrong >= 5;
        expect(measuredPrecision(type, lang)).toBe(enough ? hits.right / (hits.right + hits.wrong) : null);
      }
    }
  });

  it("is null for a language that was never measured", () => {
    expect(measuredPrecision("REFUSED", "xx")).toBeNull();
  });
});

async function predictionOf(source: Parameters<typeof extraction>[0]) {
  try {
    return predicted(await extraction(source));
  } catch (error) {
    if (error instanceof Unreadable) return { id: source.id, entities: [], relations: [] };
    throw error;
  }
}

function scores({ articles, entities, core, all, types }: Tally): Scores {
  const ordered = edgeTypes.flatMap((type) => (types[type] ? [[type, measured(types[type])] as const] : []));
  return {
    articles,
    entities: measured(entities),
    core: measured(core),
    all: measured(all),
    types: Object.fromEntries(ordered),
  };
}

function measured(hits: Hits): Measured {
  const { precision, recall } = figures(hits);
  return { ...hits, precision: rounded(precision), recall: rounded(recall) };
}

const rounded = (figure: number): number => Math.round(figure * 1000) / 1000;

/** What may not fall: nodes, core and all edges, and each type. */
function counts({ entities, core, all, types }: Scores): Counts {
  return { entities, core, all, ...types };
}
