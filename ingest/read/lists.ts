import type { Reading } from "../languages/reading.ts";
import type { Sort } from "./furniture.ts";
import type { Paragraph } from "./paragraphs.ts";
import { Same, share } from "./title.ts";

/**
 * Marks what stands under headings such as "Related" as left out: up to where the article clearly goes on, else to the
 * end of the page. Above the article's first sentence only the heading goes: the headline may stand below it.
 */
export function withoutLists(text: string, lines: Paragraph[], sorted: Sort[], language: Reading): void {
  let started = false;
  for (let at = 0; at < lines.length; at++) {
    const heading = sorted[at]!;
    if (heading === "prose") started = true;
    if (heading !== "related" && heading !== "also" && heading !== "end") continue;
    sorted[at] = "out";
    for (let to = at + 1; started && to < lines.length && !goesOn(text, lines, sorted, to, heading, language); to++) {
      sorted[to] = "out";
    }
  }
}

/**
 * A teaser under another headline is prose too. So the article goes on only where two paragraphs follow each other, in
 * its own words; after "also read", which stands in the middle of articles, one paragraph in its words is enough.
 */
function goesOn(
  text: string,
  lines: Paragraph[],
  sorted: Sort[],
  at: number,
  heading: Sort,
  language: Reading,
): boolean {
  if (heading === "end" || sorted[at] !== "prose" || lines[at]!.ends !== "stop") return false;
  const following = sorted[at + 1] === "prose" || (sorted[at + 1] === "out" && sorted[at + 2] === "prose");
  const same = share(text, lines[at]!, lines.slice(0, at), sorted, language);
  if (heading === "also") return same >= (following ? Same / 2 : Same * 0.8);
  return following && same >= Same * 0.8;
}
