import type { ApiProblem } from "../../api.ts";
import type { Key } from "../../language.ts";

/** What went wrong in the reader's words, by the kind of the answer; the server's own sentence is in English. */
export function wordsOf({ status, isSilence }: ApiProblem): Key {
  if (isSilence) return "trouble.silence";
  return byStatus[status] ?? (status >= 500 ? "trouble.busy" : "trouble.title");
}

const byStatus: Readonly<Record<number, Key>> = {
  400: "trouble.asked",
  401: "trouble.refused",
  403: "trouble.refused",
  404: "trouble.missing",
  413: "trouble.large",
  429: "trouble.busy",
  500: "trouble.title",
};
