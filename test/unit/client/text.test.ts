import { describe, expect, it } from "vitest";
import { sliced } from "../../../client/src/features/article/sliced.ts";
import { citation } from "../../../client/src/features/evidence/citation.ts";
import { marked } from "../../../client/src/features/evidence/marked.ts";
import { nearest } from "../../../client/src/features/stage/nearest.ts";
import { brush, brushed, spread } from "../../../client/src/features/timeline/buckets.ts";
import { wrapped } from "../../../client/src/graph/labels.ts";
import { composed } from "../../../client/src/language.ts";
import type { ClaimView, EdgeView } from "../../../model/api.ts";

describe("marks in a sentence", () => {
  const sentence = "রাম সীতাকে ফুল দিলেন।";

  it("cuts a sentence where its spans begin and end, by offsets into the article", () => {
    const spans = { subject: [100, 103], object: [104, 110], cue: [111, 120] } as const;
    const pieces = marked({ sentence, start: 100, spans: structuredClone(spans) as unknown as ClaimView["spans"] });
    expect(pieces.map(({ text, roles }) => [text, roles.join()])).toEqual([
      ["রাম", "subject"],
      [" ", ""],
      ["সীতাকে", "object"],
      [" ", ""],
      ["ফুল দিলেন", "cue"],
      ["।", ""],
    ]);
  });

  it("marks words that are two things at once as both", () => {
    const pieces = marked({ sentence: "abcdef", start: 0, spans: { subject: [0, 4], cue: [2, 6], object: [0, 0] } });
    expect(pieces.map(({ text, roles }) => [text, roles])).toEqual([
      ["ab", ["subject"]],
      ["cd", ["subject", "cue"]],
      ["ef", ["cue"]],
    ]);
  });

  it("marks nothing outside the sentence", () => {
    const pieces = marked({ sentence: "abc", start: 50, spans: { subject: [0, 10], cue: [49, 51], object: [60, 70] } });
    expect(pieces.map(({ text, roles }) => [text, roles])).toEqual([
      ["a", ["cue"]],
      ["bc", []],
    ]);
  });
});

describe("an article cut at its claims", () => {
  const claim = (id: string, start: number, end: number) => ({ id, start, end }) as ClaimView;

  it("gives back the whole text, each claim with its sentence", () => {
    const slices = sliced("one two three", [claim("b", 4, 7), claim("a", 0, 3)]);
    expect(slices.map(({ text, claims }) => [text, claims.map(({ id }) => id).join()])).toEqual([
      ["one", "a"],
      [" ", ""],
      ["two", "b"],
      [" three", ""],
    ]);
  });

  it("keeps claims of one sentence together", () => {
    expect(sliced("one two", [claim("a", 0, 3), claim("b", 0, 3)])).toHaveLength(2);
  });

  it("leaves a text without claims whole", () => {
    expect(sliced("one two", [])).toEqual([{ text: "one two", claims: [] }]);
  });
});

describe("citations", () => {
  const claim = {
    sentence: "राम ने सीता को फूल दिए।",
    article: {
      id: "a 1",
      lang: "hi",
      origin: "a 1",
      claims: 1,
      outlet: "जनवार्ता",
      title: "फूल {दिए}",
      published: "2022-03-01T10:00:00Z",
      url: "https://example.org/1",
    },
  };

  it("names outlet, title, day and address as text", () => {
    expect(citation(claim, "text")).toBe(
      "“राम ने सीता को फूल दिए।” — जनवार्ता, “फूल {दिए}”, 2022-03-01. https://example.org/1",
    );
  });

  it("quotes in Markdown", () => {
    expect(citation(claim, "markdown")).toBe(
      "> राम ने सीता को फूल दिए।\n>\n> — जनवार्ता, [*फूल {दिए}*](<https://example.org/1>), 2022-03-01",
    );
  });

  it("escapes what would end a BibTeX field", () => {
    expect(citation(claim, "bibtex")).toContain("title = {फूल \\{दिए\\}}");
    expect(citation(claim, "bibtex")).toContain("@article{a-1,");
  });

  it("leaves out what is not known", () => {
    const bare = { sentence: "x", article: { id: "a", lang: "en", origin: "a", claims: 1 } };
    expect(citation(bare, "text")).toBe("“x” — ");
    expect(citation(bare, "bibtex")).not.toContain("journal");
  });
});

describe("names on the canvas", () => {
  it("stay on one line while they are short", () => {
    expect(wrapped("Sri Lanka")).toEqual(["Sri Lanka"]);
  });

  it("break between words", () => {
    expect(wrapped("Shanghai Cooperation Organisation")).toEqual(["Shanghai", "Cooperation", "Organisation"]);
  });

  it("are cut between letters with all their marks", () => {
    const [line] = wrapped("কর্মকর্তাদের".repeat(6));
    expect(line?.endsWith("…")).toBe(true);
    const letters = [...new Intl.Segmenter().segment(line!.slice(0, -1))].map(({ segment }) => segment);
    expect("কর্মকর্তাদের".repeat(6).startsWith(letters.join(""))).toBe(true);
  });
});

describe("messages", () => {
  it("put values in their places and numbers in the language's digits", () => {
    expect(composed("{count} of {name}", { count: 1234, name: "Ram" }, "en")).toBe("1,234 of Ram");
    expect(composed("{count}", { count: 12 }, "bn")).toBe("১২");
  });

  it("choose the plural form by the language", () => {
    const forms = { one: "{count} tie", other: "{count} ties" };
    expect([0, 1, 2].map((count) => composed(forms, { count }, "en"))).toEqual(["0 ties", "1 tie", "2 ties"]);
    expect(composed(forms, { count: 0 }, "hi")).toBe("0 tie");
  });
});

describe("the nearest node", () => {
  const at = (id: string) =>
    ({ here: { x: 0, y: 0 }, right: { x: 10, y: 1 }, far: { x: 50, y: 0 }, up: { x: 1, y: -10 } })[id]!;
  const others = ["right", "far", "up"];

  it("is found in the direction asked for", () => {
    expect(nearest(others, at, { x: 0, y: 0 }, [1, 0])).toBe("right");
    expect(nearest(others, at, { x: 0, y: 0 }, [0, -1])).toBe("up");
  });

  it("is none where nothing lies that way", () => {
    expect(nearest(others, at, { x: 0, y: 0 }, [-1, 0])).toBeUndefined();
  });
});

describe("the time brush", () => {
  const edge = (reportDates: string[]) => ({ reportDates, sources: 1 }) as EdgeView;
  const found = spread([edge(["2022-01-31", "2022-04-02"]), edge(["2022-04"]), edge([])], "report")!;

  it("counts every month from the first to the last", () => {
    expect(found.buckets).toEqual([
      { at: "2022-01", count: 1 },
      { at: "2022-02", count: 0 },
      { at: "2022-03", count: 0 },
      { at: "2022-04", count: 2 },
    ]);
    expect(found.undated).toBe(1);
  });

  it("stands for whole months, and over everything for no filter", () => {
    expect(brushed(found.buckets, 1, 2)).toEqual({ from: "2022-02-01", to: "2022-03-31" });
    expect(brushed(found.buckets, 0, 3)).toEqual({});
  });

  it.each([
    [0, 3],
    [1, 2],
    [2, 2],
    [0, 1],
    [3, 3],
  ])("comes back to %i–%i from its own dates", (from, to) => {
    expect(brush(found.buckets, brushed(found.buckets, from, to))).toEqual([from, to]);
  });

  it("finds nothing to brush without dates", () => {
    expect(spread([edge([])], "report")).toBeUndefined();
  });

  it("counts days where there are few, and years where there are many", () => {
    expect(spread([edge(["2022-03-01", "2022-03-03"])], "report")!.unit).toBe("day");
    expect(spread([edge(["1947", "2022-03-03"])], "report")!.unit).toBe("year");
  });
});
