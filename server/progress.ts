import type { Progress } from "./upload.ts";

/** Tells how far the reading is: in one line that is written over on a terminal, once in a hundred articles elsewhere. */
export function progressLine(say: (sentence: string) => void): (progress: Progress) => void {
  return ({ read, total, claims }) => {
    const sentence = `${read}${total ? ` of ${total}` : ""} articles, ${claims} claims`;
    if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${sentence}${read === total ? "\n" : ""}`);
    else if (read % 100 === 0) say(sentence);
  };
}
