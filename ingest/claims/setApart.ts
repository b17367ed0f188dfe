import type { Analysis } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Filler } from "./scope.ts";

/** "[from China] not, [from Japan] will get": of the members of a list those that a negation behind them leaves out, and the rest. */
export function setApart({ scan, grammar }: Analysis, filler: Filler): { denied: Filler; said: Filler } | undefined {
  if (grammar.order !== "postpositional" || grammar.lateSubject || filler.phrases.length < 2) return undefined;
  const last = filler.phrases.at(-1)!;
  const denied = filler.phrases.filter(
    (phrase) =>
      phrase !== last &&
      is(scan, phrase.to, "negation") &&
      (scan.tokens[phrase.to + 1]?.text === "," || is(scan, phrase.to + 1, "adversative")),
  );
  if (denied.length === 0) return undefined;
  return {
    denied: { ...filler, phrases: denied },
    said: { ...filler, phrases: filler.phrases.filter((phrase) => !denied.includes(phrase)) },
  };
}
