import { beforeAll, describe, expect, it } from "vitest";
import { extraction } from "../../ingest/line.ts";
import { sources } from "../../ingest/read/sources.ts";
import { distance, NEAR } from "../../model/origin.ts";
import type { Extraction } from "../../model/stages.ts";

/** Sample → its own day, and nodes that only its navigation, captions and related headlines name. */
const samples: Record<string, [published: string, furniture: string[]]> = {
  "bn-bharat-srilanka-diesel": ["2022-04-03", ["Pakistan", "Russia", "Egypt", "Brazil", "Vietnam"]],
  "bn-bhutan-bharat-swikriti": ["2023-12-06", ["Myanmar", "Brazil", "Argentina"]],
  "bn-gambia-myanmar": ["2019-11-12", ["Bolivia", "Mexico", "India"]],
  "bn-liberia-kosovo": ["2018-06-23", ["Switzerland", "North Macedonia", "Greece", "Nigeria"]],
  "bn-misor-jordan-gaza": ["2025-01-27", ["Colombia", "Denmark", "Pakistan"]],
  "bn-poland-mig": ["2022-03-09", ["Iran", "Venezuela", "Sri Lanka", "Saudi Arabia", "Turkey"]],
  "bn-russia-korea-chukti": ["2024-06-20", ["Italy", "Albania", "Thailand", "Saudi Arabia"]],
  "bn-turosko-bhumikompo": ["2023-02-09", ["Ecuador", "New Zealand", "China"]],
  "en-denmark-greenland": ["2019-08-21", ["Iceland", "Norway", "Brazil", "Hong Kong", "Italy"]],
  "en-liberia-kosovo": ["2018-06-21", ["Croatia", "Hungary", "Slovenia", "Montenegro", "Albania"]],
  "en-north-korea-denial": ["2022-11-08", ["Samoa", "Tonga", "Australia", "Taiwan", "Palau"]],
  "en-palestine-recognition-1": ["2024-05-28", ["Japan", "Brazil", "Kenya", "Haiti", "Canada", "Iran"]],
  "en-palestine-recognition-2": ["2024-05-28", ["Egypt", "Libya", "Mexico"]],
  "en-palestine-recognition-3": ["2024-05-28", ["Ghana", "Argentina", "Chile", "Turkey", "Greece"]],
  "en-poland-tanks": ["2022-12-07", ["Latvia", "Slovakia", "Vietnam"]],
  "en-turkey-parliament-2003": ["2003-03-02", ["Bangladesh", "Portugal", "Chile", "France", "Jordan", "North Korea"]],
  "hi-armenia-csto": ["2023-01-10", ["Georgia", "Serbia", "Kosovo", "Canada"]],
  "hi-brahmos-philippines": ["2024-04-19", ["Israel", "Iran", "Vietnam"]],
  "hi-congo-rwanda": ["2022-05-30", ["Kenya", "South Africa", "Sri Lanka"]],
  "hi-finland-nato": ["2023-04-04", ["Denmark", "Indonesia", "Portugal"]],
  "hi-maldives-sainik": ["2023-11-19", ["Sri Lanka", "Pakistan", "United States", "Russia"]],
  "hi-nauru-taiwan": ["2024-01-16", ["Fiji", "Australia", "India"]],
  "hi-pakistan-yemen": ["2015-04-10", ["Nepal", "Afghanistan", "Japan", "Egypt"]],
  "hi-qatar-mangen": ["2017-07-02", ["Germany", "Chile", "Mongolia"]],
};

const read = new Map<string, Extraction>();

beforeAll(async () => {
  for await (const source of sources(["samples"])) {
    if ("why" in source) throw new Error(`${source.from}: ${source.why}`);
    read.set(source.id, await extraction(source));
  }
});

describe("the bundled samples", () => {
  it("are twenty-four, eight in each language", () => {
    expect([...read.keys()].sort()).toEqual(Object.keys(samples).sort());
    for (const [id, { article }] of read) expect(article.lang, id).toBe(id.slice(0, 2));
    for (const lang of ["en", "hi", "bn"]) {
      expect([...read.values()].filter(({ article }) => article.lang === lang)).toHaveLength(8);
    }
  });

  it.each(Object.entries(samples))("%s carries its own day and no node of its furniture", (id, [day, furniture]) => {
    const { article, entities } = read.get(id)!;
    expect(article.published?.slice(0, 10)).toBe(day);
    const named = entities.map(({ name }) => name.en);
    expect(named.filter((name) => furniture.includes(name))).toEqual([]);
  });

  it("hold three near copies of one agency story, and no others", () => {
    const copies = (id: string) => id.startsWith("en-palestine-recognition");
    for (const [one, { article: a }] of read) {
      for (const [other, { article: b }] of read) {
        if (one >= other) continue;
        const near = distance(a.fingerprint, b.fingerprint) <= NEAR;
        expect(near, `${one} and ${other}`).toBe(copies(one) && copies(other));
      }
      if (copies(one)) expect(a.agency).toBe("reuters");
    }
  });

  it("answer which allies refused each other something", () => {
    const claims = [...read.values()].flatMap((each) => each.claims).filter(({ polarity }) => polarity === "affirmed");
    const pairs = (type: string) =>
      new Set(
        claims.filter((each) => each.type === type).map(({ subject, object }) => [subject, object].sort().join(" ")),
      );
    const refused = pairs("REFUSED");
    const both = [...pairs("ALLIED_WITH")].filter((pair) => refused.has(pair));
    expect(both.length).toBeGreaterThanOrEqual(4);
  });
});
