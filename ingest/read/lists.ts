import type { Reading } from "../languages/reading.ts";
import type { Sort } from "./furniture.ts";
import type { Paragraph } from "./paragraphs.ts";
import { Same, share } from "./title.ts";

/**
 * Marks what stands under headings such as "Related" as left out: up to where the article clearly goes on, else to the
 * end of the page. Above the article's first sentence only the heading goes: the headline may stand below it.
 */
export function withoutLists(text: string, lines: Paragraph[], sorted: Sort[], language: Reading): void {
  let before = 0;
  for (let at = 0; at < lines.length; at++) {
    const heading = sorted[at]!;
    if (heading === "prose") before += lines[at]!.words;
    if (heading !== "related" && heading !== "also" && heading !== "end") continue;
    sorted[at] = "out";
    const above = lines.slice(0, at);
    for (let to = at + 1; before > 0 && to < lines.length; to++) {
      if (goesOn(text, lines, sorted, to, { heading, before, above }, language)) break;
      sorted[to] = "out";
    }
  }
}

/**
 * A teaser under another headline is prose too. So the article goes on only where paragraphs follow each other, in its
 * own words or more of them than stand before the heading (a summary above, the article below); after "also read",
 * which stands in the middle of articles, one paragraph in its words is enough.
 */
function goesOn(
  text: string,
  lines: Paragraph[],
  sorted: Sort[],
  at: number,
  { heading, before, above }: { heading: Sort; before: number; above: Paragraph[] },
  language: Reading,
): boolean {
  if (sorted[at] !== "prose" || lines[at]!.ends !== "stop") return false;
  const [paragraphs, words] = run(lines, sorted, at);
  if (paragraphs > 1 && words > before * (heading === "end" ? 3 : 1)) return true;
  if (heading === "end") return false;
  const same = share(text, lines[at]!, above, sorted, language);
  if (heading === "also") return same >= (paragraphs > 1 ? Same / 2 : Same * 0.8);
  return paragraphs > 1 && same >= Same * 0.8;
}

/** How many paragraphs follow each other from here, and their words; what is left out anyway does not part them. */
function run(lines: Paragraph[], sorted: Sort[], from: number): [paragraphs: number, words: number] {
  let paragraphs = 0;
  let words = 0;
  for (let at = from; sorted[at] === "prose" || sorted[at] === "out"; at++) {
    if (sorted[at] === "out") continue;
    paragraphs++;
    words += lines[at]!.words;
  }
  return [paragraphs, words];
}
