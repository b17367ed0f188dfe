import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { extractLine } from "../../ingest/commands/extract.ts";
import { type Gold, gold } from "../../ingest/eval/gold.ts";
import { folded, Names } from "../../ingest/eval/names.ts";
import { type PredictedRelation, type Prediction, predictions } from "../../ingest/eval/prediction.ts";
import { printed, report } from "../../ingest/eval/report.ts";
import { score } from "../../ingest/eval/score.ts";
import { figures, type Hits } from "../../ingest/eval/tally.ts";
import { extraction } from "../../ingest/line.ts";

const folder = mkdtempSync(join(tmpdir(), "entente-eval-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const article = (changes: Partial<Gold> = {}): Gold => {
  const relation = { altSubj: [], altObj: [], altPred: [], modality: "asserted", optional: false };
  return {
    id: "a",
    lang: "en",
    kind: "native",
    supportingComplete: true,
    entities: [
      { id: "Q16", name_en: "Canada", type: "Country" },
      { name_en: "Ivory Coast", type: "Country", aliases: ["Côte d’Ivoire"] },
      { name_en: "Aya Koffi", type: "Leader", optional: true },
      { name_en: "Abyei", type: "Region" },
    ],
    relations: [
      { ...relation, subj: "Canada", pred: "REFUSED", obj: "Ivory Coast", polarity: "affirmed", altObj: ["Aya Koffi"] },
      { ...relation, subj: "Canada", pred: "MET_WITH", obj: "Ivory Coast", polarity: "affirmed" },
      { ...relation, subj: "Canada", pred: "SUPPLIED", obj: "Ivory Coast", polarity: "negated", optional: true },
    ],
    forbidden: [{ subj: "Ivory Coast", pred: "REFUSED", obj: "Canada", polarity: "any" }],
    ...changes,
  };
};
const predicted = (relations: Omit<PredictedRelation, "polarity">[], polarity = "affirmed"): Prediction => ({
  id: "a",
  entities: [
    { id: "Q16", name: "Kanada", type: "Country" },
    { id: "Q1008", name: "Cote d'Ivoire", type: "Country" },
  ],
  relations: relations.map((each) => ({ ...each, polarity })),
});
const scored = (prediction: Prediction, of = article()) => score(of, prediction, new Names(of.entities));
const hits = (right: number, wrong: number, missed: number): Hits => ({ right, wrong, missed });

describe("a score", () => {
  it("counts an edge found by id, by name and by alias", () => {
    const { tally } = scored(
      predicted([
        { subj: "Q16", pred: "REFUSED", obj: "Q1008" },
        { subj: "Ivory Coast", pred: "MET_WITH", obj: "Canada" },
      ]),
    );
    expect(tally.all).toEqual(hits(2, 0, 0));
    expect(tally.core).toEqual(hits(1, 0, 0));
    expect(tally.entities).toEqual(hits(2, 0, 0));
  });

  it("calls a forbidden edge a leak and a false edge", () => {
    const { tally, findings } = scored(predicted([{ subj: "Q1008", pred: "REFUSED", obj: "Q16" }]));
    expect(tally.leaks).toBe(1);
    expect(tally.core).toEqual(hits(0, 1, 1));
    expect(findings.map(({ kind }) => kind)).toEqual(["forbidden", "false", "missed", "missed"]);
  });

  it("neither rewards nor punishes an optional edge", () => {
    const { tally } = scored(predicted([{ subj: "Q16", pred: "SUPPLIED", obj: "Q1008" }], "negated"));
    expect(tally.core).toEqual(hits(0, 0, 1));
  });

  it("punishes the same edge with the other polarity", () => {
    const { tally } = scored(predicted([{ subj: "Q16", pred: "SUPPLIED", obj: "Q1008" }]));
    expect(tally.core).toEqual(hits(0, 1, 1));
  });

  it("counts two wordings of one edge once", () => {
    const { tally } = scored(
      predicted([
        { subj: "Q16", pred: "REFUSED", obj: "Aya Koffi" },
        { subj: "Q16", pred: "REFUSED", obj: "Q1008" },
      ]),
    );
    expect(tally.core).toEqual(hits(1, 0, 0));
  });

  it("leaves a further supporting edge unjudged where the gold is not complete", () => {
    const { tally } = scored(
      predicted([{ subj: "Q16", pred: "VISITED", obj: "Q1008" }]),
      article({ supportingComplete: false }),
    );
    expect(tally.unjudged).toBe(1);
    expect(tally.all.wrong).toBe(0);
  });

  it("compares how an edge is meant only where it is said", () => {
    const said = (modality?: string) =>
      scored(predicted([{ subj: "Q16", pred: "REFUSED", obj: "Q1008", modality }])).tally.modality;
    expect(said("asserted")).toEqual({ said: 1, right: 1 });
    expect(said("alleged")).toEqual({ said: 1, right: 0 });
    expect(said()).toEqual({ said: 0, right: 0 });
  });

  it("gives an empty prediction no precision where something was to be found, and all where nothing was", () => {
    expect(figures(hits(0, 0, 2))).toEqual({ precision: 0, recall: 0, f1: 0 });
    expect(figures(hits(0, 0, 0))).toEqual({ precision: 1, recall: 1, f1: 1 });
  });

  it("folds accents, points, hyphens and a leading article away", () => {
    expect(folded("The Côte-d’Ivoire.")).toBe("cote d ivoire");
    expect(folded("Thessaly")).toBe("thessaly");
  });
});

describe("gold", () => {
  it("says file and line of a case that it cannot read", () => {
    const file = join(folder, "cases.jsonl");
    writeFileSync(
      file,
      `${JSON.stringify({ id: "en-1", text: "x", claims: [] })}\n{"id":"en-2","text":3,"claims":[]}\n`,
    );
    expect(() => gold(file)).toThrow(`${file}:2: text`);
  });

  it("says that a folder holds none", () => {
    expect(() => gold(folder)).toThrow("holds no gold");
    expect(() => gold(join(folder, "nowhere"))).toThrow("there is no such gold");
  });

  it("takes the edges of a case as the gold and its names as nodes that do not count", () => {
    const file = join(folder, "one.jsonl");
    const edge = { subj: "Chad", pred: "REFUSED", obj: "Togo" };
    writeFileSync(file, JSON.stringify({ id: "en-1", text: "x", claims: [edge] }));
    const [only] = gold(file);
    expect(only).toMatchObject({ lang: "en", relations: [{ ...edge, polarity: "affirmed", modality: "asserted" }] });
    expect(only!.entities.every(({ optional }) => optional)).toBe(true);
  });
});

const shared = "../shared";
const scorer = join(shared, "score.py");
const comparable = existsSync(scorer) && spawnSync("python3", ["--version"]).status === 0;
if (!comparable) console.warn(`skipped: the comparison with ${scorer} needs that file and python3`);

describe.skipIf(!comparable)("our figures and those of the reference scorer", () => {
  const seeds = join(shared, "gold", "seeds");

  beforeAll(async () => {
    for (const kind of ["perfect", "empty", "flipped"]) {
      execFileSync("python3", [scorer, seeds, join(folder, kind), "--make", kind]);
    }
    const lines = [];
    for (const name of readdirSync(join(shared, "seeds"))) {
      const content = readFileSync(join(shared, "seeds", name), "utf8");
      lines.push(extractLine(await extraction({ id: basename(name, ".txt"), from: name, format: "text", content })));
    }
    writeFileSync(join(folder, "line.jsonl"), lines.join("\n"));
  });

  it.each(["perfect", "empty", "flipped", "line.jsonl"])("are equal for the prediction %s", (name) => {
    const path = join(folder, name);
    const theirs = JSON.parse(execFileSync("python3", [scorer, seeds, path, "--json"], { encoding: "utf8" })) as Record<
      string,
      Record<string, number | [number, number, number]>
    >;
    const { all, languages } = report(gold(seeds), predictions(path)!);
    const ours = [
      ["ALL", all] as const,
      ...Object.entries(languages).map(([lang, tally]) => [`lang ${lang}`, tally] as const),
    ];
    expect(ours.length).toBeGreaterThan(2);
    for (const [row, tally] of ours) {
      const their = theirs[row]!;
      for (const [kind, key] of [
        ["entities", "ent"],
        ["core", "core"],
        ["all", "all"],
      ] as const) {
        const { precision, recall, f1 } = figures(tally[kind]);
        expect([row, kind, precision, recall, f1]).toEqual([row, kind, ...(their[`${key}_prf`] as number[])]);
        const { right, wrong, missed } = tally[kind];
        expect([right, wrong, missed]).toEqual(["tp", "fp", "fn"].map((part) => their[`${key}_${part}`] ?? 0));
      }
      expect([tally.leaks, tally.unjudged, tally.modality.said, tally.modality.right, tally.articles]).toEqual(
        ["leak", "unjudged", "mod_n", "mod_ok", "docs"].map((key) => their[key] ?? 0),
      );
    }
  });
});

describe("a report", () => {
  it("names the articles for which there was nothing to score", () => {
    const found = report([article(), article({ id: "b", lang: "hi" })], [predicted([])]);
    expect(found.missing).toEqual(["b"]);
    expect(Object.keys(found.languages)).toEqual(["en", "hi"]);
  });

  it("prints a row for the whole, for each language and for each type that occurs", () => {
    const text = printed(report([article()], [predicted([{ subj: "Q16", pred: "REFUSED", obj: "Q1008" }])]));
    expect(text).toMatch(/^ALL +1 /m);
    expect(text).toMatch(/^en +1 /m);
    expect(text).toMatch(/^REFUSED +1 +0 +0 +1\.000/m);
    expect(text).not.toMatch(/^ANNEXED/m);
  });
});
