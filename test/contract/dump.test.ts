import { expect, it } from "vitest";
import { fromDumpLine, isDumpLine } from "../../model/dump.ts";
import type { Extraction } from "../../model/stages.ts";
import { dump } from "../../server/graph/dump.ts";
import { remove } from "../../server/graph/remove.ts";
import { save } from "../../server/graph/save.ts";
import { article, entity } from "./articles.ts";
import { everything } from "./dump.ts";
import { onEachStore } from "./stores.ts";

const corpus = () => [
  article(
    "a2",
    [
      {
        says: ["Q1", "REFUSED", "Q2"],
        what: "सेना",
        speaker: "Q9",
        target: "Q3",
        deniedBy: "Q1",
        modality: "alleged",
        eventDate: "2024-03",
        datePrecision: "month",
        trace: ['cue "x"', "case"],
      },
    ],
    { lang: "hi", title: "शीर्षक", url: "https://example.org/a2", outlet: "The Morning", agency: "pti" },
  ),
  article(
    "a10",
    [
      { says: ["Q2", "MET_WITH", "Q1"], confidence: 1 },
      { says: ["Q1", "RECOGNIZED", "Q4"], polarity: "negated" },
    ],
    {
      published: undefined,
      entities: [
        entity("Q1", {
          type: "Leader",
          labels: ["Leader", "Country"],
          name: { en: "One", bn: "এক" },
          aliases: ["Uno", "Ein"],
        }),
        entity("x-1", { candidate: true }),
      ],
    },
  ),
  article("a3", []),
];

const dumps = new Map<string, string[]>();

onEachStore("the dump", (place, name) => {
  it("holds every article, and makes an equal graph", async () => {
    const { store } = place();
    await save(store, corpus());
    const before = await everything(store);
    const lines = await all(dump(store));
    expect(lines.map((line) => JSON.parse(line).article.id)).toEqual(["a10", "a2", "a3"]);
    expect(lines.map((line) => JSON.parse(line)).every(isDumpLine)).toBe(true);
    for (const { article } of corpus()) await remove(store, article.id);
    expect(await everything(store)).toEqual([]);
    await save(store, read(lines));
    expect(await everything(store)).toEqual(before);
    expect(await all(dump(store))).toEqual(lines);
    dumps.set(name, lines);
  });

  it("is the same of both stores", () => {
    const [first = []] = dumps.values();
    expect(dumps.get(name)).toEqual(first);
  });
});

it.each([
  [{ entente: 1 }, "article"],
  [{ entente: 2, article: {}, entities: [], claims: [] }, "entente"],
  [{ ...JSON.parse(JSON.stringify({ entente: 1, ...corpus()[0] })), claims: [{ type: "LOVES" }] }, "claims[0].type"],
])("is refused with the place where a line is broken", (line, where) => {
  expect(isDumpLine(line)).toBe(true);
  expect(() => fromDumpLine(line)).toThrow(where);
});

it("is not taken for one where a line is an article to read", () => {
  expect(isDumpLine({ id: "a", text: "Some words." })).toBe(false);
  expect(isDumpLine("entente")).toBe(false);
});

async function all(lines: AsyncIterable<string>): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines) found.push(line);
  return found;
}

function read(lines: string[]): Extraction[] {
  return lines.map((line) => fromDumpLine(JSON.parse(line)));
}
