import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { gazetteer, loadGazetteer } from "../../ingest/gazetteer/gazetteer.ts";
import { lines } from "../../ingest/languages/lines.ts";

const names = gazetteer();
const folder = join(import.meta.dirname, "..", "..", "ingest", "gazetteer");
const idOf = (name: string) => [...names.entities()].find((entity) => entity.name.en === name)!.id;
const english = (ids: string[]) => ids.map((id) => names.entity(id)!.name.en);

describe("the gazetteer's data", () => {
  it("use every Wikidata item once, and slugs where no source gives an item", () => {
    const ids = lines(join(folder, "data", "entities.tsv")).map(({ cells }) => cells[0]!);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => !/^(Q[1-9]\d*|[a-z0-9-]+)$/.test(id))).toEqual([]);
  });

  it("name a source for every item, term and membership written by hand", () => {
    const unsourced = [
      ...lines(join(folder, "curated", "qids.tsv")).filter(({ cells }) => !cells[2]),
      ...lines(join(folder, "curated", "terms.tsv")).filter(({ cells }) => !cells[5]),
      ...lines(join(folder, "curated", "states.tsv")).filter(({ cells }) => !cells[2]),
      ...lines(join(folder, "curated", "members.tsv")).filter(({ cells }) => !cells[4]),
      ...lines(join(folder, "curated", "officeholders.tsv")).filter(({ cells }) => !cells[6]),
    ];
    expect(unsourced.map(({ place }) => place)).toEqual([]);
  });

  it("name every state, organization, region and event in English, Hindi and Bengali", () => {
    const bare = [...names.entities()].filter(
      ({ type, labels, name }) => type !== "Leader" && labels.length > 0 && !(name.hi && name.bn),
    );
    expect(bare.map(({ name }) => name.en)).toEqual([]);
  });

  it("hold all states, about 120 organizations and 300 leaders with three names", () => {
    const count = (type: string) => [...names.entities()].filter((entity) => entity.type === type).length;
    expect(count("Country")).toBe(197);
    expect(count("Organization")).toBeGreaterThanOrEqual(120);
    const leaders = [...names.entities()].filter(({ type, name }) => type === "Leader" && name.hi && name.bn);
    expect(leaders.length).toBeGreaterThanOrEqual(300);
  });

  it("are sorted, so that a difference shows what changed", () => {
    for (const file of ["entities.tsv", "names.tsv", "offices.tsv", "members.tsv"]) {
      const rows = readFileSync(join(folder, "data", file), "utf8")
        .trimEnd()
        .split("\n")
        .slice(1);
      expect(rows).toEqual([...rows].sort());
    }
  });
});

describe("office-holders by date", () => {
  it.each([
    ["Kazakhstan", "head_of_state", "2022-01-06", "Kassym-Jomart Tokayev"],
    ["Kazakhstan", "head_of_state", "2015-06-01", "Nursultan Nazarbayev"],
    ["United States", "head_of_state", "2022-06-01", "Joe Biden"],
    ["United States", "head_of_state", "2025-06-01", "Donald Trump"],
    ["United Kingdom", "head_of_government", "2023-05-01", "Rishi Sunak"],
    ["United Kingdom", "head_of_government", undefined, "Andy Burnham"],
    ["Russia", "defence_minister", "2022-03-01", "Sergei Shoigu"],
    ["Bangladesh", "head_of_government", "2025-01-01", "Muhammad Yunus"],
    ["Iran", "head_of_state", "2020-01-01", "Ali Khamenei"],
    ["Israel", "head_of_government", "2022-08-01", "Yair Lapid"],
    ["Syria", "head_of_state", "2024-11-30", "Bashar al-Assad"],
    ["Syria", "head_of_state", "2025-03-01", "Ahmed al-Sharaa"],
    ["Chile", "head_of_state", "2026-03-10", "Gabriel Boric"],
    ["Chile", "head_of_state", "2026-03-12", "José Antonio Kast"],
    ["Philippines", "defence_minister", "2023-03-01", "Carlito Galvez"],
    ["International Atomic Energy Agency", "head_of_government", "2024-01-01", "Rafael Grossi"],
    ["Gulf Cooperation Council", "head_of_government", "2022-12-01", "Nayef al-Hajraf"],
    ["World Bank", "head_of_government", undefined, "Ajay Banga"],
    ["United Nations", "head_of_government", "2020-01-01", "António Guterres"],
  ] as const)("tell who led: %s %s %s", (country, office, date, person) => {
    expect(english(names.holders(idOf(country), office, date))).toEqual([person]);
  });

  it("give nobody before the first known term", () => {
    expect(names.holders(idOf("Italy"), "head_of_government", "1900-01-01")).toEqual([]);
  });

  it("lead from a person to the offices and the state", () => {
    const tokayev = idOf("Kassym-Jomart Tokayev");
    expect(names.country(tokayev)).toBe(idOf("Kazakhstan"));
    expect(names.offices(tokayev).at(-1)).toMatchObject({ office: "head_of_state", country: idOf("Kazakhstan") });
    expect(names.offices(idOf("Kazakhstan"))).toEqual([]);
  });
});

describe("members by date", () => {
  it("know who joined and who left", () => {
    const members = (organization: string, date?: string) => english(names.members(idOf(organization), date));
    expect(members("NATO")).toHaveLength(32);
    expect(members("NATO", "2022-06-01")).not.toContain("Finland");
    expect(members("NATO", "2023-06-01")).toContain("Finland");
    expect(members("NATO", "2023-06-01")).not.toContain("Sweden");
    expect(members("OPEC", "2018-06-01")).toContain("Qatar");
    expect(members("OPEC")).not.toContain("Qatar");
    expect(members("Collective Security Treaty Organization")).toEqual(
      expect.arrayContaining(["Russia", "Belarus", "Kazakhstan", "Kyrgyzstan", "Tajikistan", "Armenia"]),
    );
  });

  it("are none for what is no organization", () => {
    expect(names.members(idOf("India"))).toEqual([]);
  });
});

describe("a broken table", () => {
  let broken: string;
  beforeEach(() => {
    broken = mkdtempSync(join(tmpdir(), "gazetteer-"));
    writeFileSync(join(broken, "entities.tsv"), "Q1\tCountry\tOne\tएक\tএক\nQ2\tLeader\tTwo\n");
    for (const file of ["names.tsv", "offices.tsv", "members.tsv"]) writeFileSync(join(broken, file), "");
  });
  afterEach(() => rmSync(broken, { recursive: true }));

  it.each([
    ["entities.tsv", "Q1\tCountry\tOne\nQ1\tCountry\tAgain\n", /entities\.tsv:2: Q1 .* second time/],
    ["entities.tsv", "# head\nQ1\tPlanet\tOne\n", /entities\.tsv:2: no node type "Planet"/],
    ["names.tsv", "Q1\tnickname\tUno\n", /names\.tsv:1: found form "nickname"/],
    ["names.tsv", "Q9\tname\tNine\n", /names\.tsv:1: Q9 is not in entities\.tsv/],
    ["offices.tsv", "Q2\tQ1\tchief\n", /offices\.tsv:1: no office "chief"/],
    ["offices.tsv", "Q2\tQ1\thead_of_state\t2020-13-1\n", /offices\.tsv:1: found the date "2020-13-1"/],
    ["members.tsv", "Q1\tQ7\n", /members\.tsv:1: Q7 is not in entities\.tsv/],
  ])("is refused with file and line: %s %j", (file, text, message) => {
    writeFileSync(join(broken, file), text);
    expect(() => loadGazetteer(broken)).toThrow(message);
  });

  it("is read when nothing is wrong with it", () => {
    expect(loadGazetteer(broken).entity("Q1")?.name).toEqual({ en: "One", hi: "एक", bn: "এক" });
  });
});
