import type { Key } from "../../language.ts";

/** Why a file was not read, in the reader's words, by how the server's own English sentence begins. */
export function reasonOf(why: string): Key {
  return reasons.find(([begins]) => begins.test(why))?.[1] ?? "unread.other";
}

const reasons: readonly (readonly [begins: RegExp, key: Key])[] = [
  [/^is (?:empty|an empty)/, "unread.empty"],
  [/^is not text/, "unread.binary"],
  [/^is not UTF-8/, "unread.letters"],
  [/^is not of a kind/, "unread.kind"],
  [/^is (?:.+ large|larger|longer|more)/, "unread.large"],
  [/^is not valid JSON/, "unread.json"],
  [/^(?:".*" is wrong|is no article|has neither)/, "unread.shape"],
];
