import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { agencyName } from "../../../client/src/features/evidence/agency.ts";
import { citation } from "../../../client/src/features/evidence/citation.ts";

const languages = new URL("../../../ingest/languages/", import.meta.url);
const lists = readdirSync(languages, { withFileTypes: true }).filter((entry) => entry.isDirectory());

it.each(lists.map(({ name }) => name))("calls every agency that articles in %s credit by its name", (language) => {
  const lines = readFileSync(new URL(`${language}/agencies.txt`, languages), "utf8").split("\n");
  const ids = lines.flatMap((line) => (line === "" || line.startsWith("#") ? [] : (line.split("\t")[0] ?? [])));
  expect(ids.length).toBeGreaterThan(5);
  expect(ids.filter((id) => !/\p{Lu}|dpa/u.test(agencyName(id)))).toEqual([]);
});

it("cites an agency by its name, in BibTeX as one name that is not taken apart", () => {
  const article = { id: "a", title: "T", lang: "en", origin: "a", claims: 1, agency: "pti", published: "2024-05-28" };
  const claim = { sentence: "India supplied Nepal.", article } as Parameters<typeof citation>[0];
  expect(citation(claim, "text")).toContain(", PTI, 2024-05-28");
  expect(citation(claim, "bibtex")).toContain("author = {{PTI}}");
});
