import { readFileSync } from "node:fs";
import { relative } from "node:path";

/** One line of a data file with its place, so that whatever is wrong with it can be said there. */
export interface Line {
  cells: string[];
  place: string;
}

/** The lines of a tab-separated data file: `#` begins a comment line, empty lines are passed over, text is NFC. */
export function lines(file: string): Line[] {
  const name = relative(process.cwd(), file);
  return readFileSync(file, "utf8")
    .normalize("NFC")
    .split("\n")
    .map((text, index) => ({ text: text.replace(/\r$/, ""), place: `${name}:${index + 1}` }))
    .filter(({ text }) => text.trim() !== "" && !text.startsWith("#"))
    .map(({ text, place }) => ({ cells: text.split("\t").map((cell) => cell.trim()), place }));
}

/** What is wrong with a data file, said with file and line. */
export class DataError extends Error {
  constructor(place: string, what: string) {
    super(`${place}: ${what}`);
    this.name = "DataError";
  }
}
