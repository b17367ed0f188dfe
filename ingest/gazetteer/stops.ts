import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Lang } from "../../model/stages.ts";
import { DataError, lines } from "../languages/lines.ts";

/** Words that look like a name of the gazetteer and are none. */
export interface StopName {
  lang: Lang;
  words: string[];
  /** The name counts after all when one of these words follows. */
  unless: string[];
}

/** The stop names of a language: one a line, then, after a tab, the words before which it is a name after all. */
export function stopNames(lang: Lang): StopName[] {
  const file = join(import.meta.dirname, "..", "languages", lang, "stop-names.txt");
  if (!existsSync(file)) return [];
  return lines(file).map(({ cells, place }) => {
    const [name, unless = ""] = cells;
    if (!name) throw new DataError(place, "a stop name needs its words in the first cell");
    return { lang, words: name.split(" "), unless: unless.split(" ").filter((word) => word !== "") };
  });
}
