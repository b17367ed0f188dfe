import { existsSync, readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { document } from "../../ingest/read/document.ts";
import { sentences } from "../../ingest/read/sentences.ts";

/** Articles that are not part of the project; where they are missing these tests are skipped, and said to be. */
const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const there = existsSync(`${shared}gold/seeds`) && existsSync(`${shared}seeds`);
const ids = there
  ? readdirSync(`${shared}gold/seeds`).map((name) => name.replace(/\.json$/, ""))
  : ["missing: ../shared"];

interface Gold {
  published: string | null;
  bodySentences: string[];
  alsoContent: string[];
  boilerplate: string[];
}

describe.skipIf(!there)("the articles in ../shared/seeds", () => {
  it.each(ids)("%s: no sentence of the body is lost, no line of the page is kept, the day is the article's", (id) => {
    const gold = JSON.parse(readFileSync(`${shared}gold/seeds/${id}.json`, "utf8")) as Gold;
    const file = readdirSync(`${shared}seeds`).find((name) => name.startsWith(id))!;
    const found = document({ id, from: file, text: readFileSync(`${shared}seeds/${file}`, "utf8") });
    const kept = sentences(found).map(({ text }) => even(text));
    // A dateline stands among the sentences of the body, though it is none.
    const lost = gold.bodySentences.map(even).filter((each) => !kept.includes(each) && each.split(" ").length > 3);
    const text = kept.join("\n");
    expect({ lost, also: gold.alsoContent.filter((each) => !text.includes(even(each))) }).toEqual({
      lost: [],
      also: [],
    });
    expect(gold.boilerplate.filter((each) => text.includes(even(each)))).toEqual([]);
    expect(found.article.published ?? null).toBe(gold.published);
  });
});

function even(text: string): string {
  return text.normalize("NFC").replace(/\s+/g, " ").trim();
}
