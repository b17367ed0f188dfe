import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** Where the ally of somebody may be named in languages whose case markers precede their nouns. */
export const slotsOfAllies: Readonly<
  Record<string, (analysis: Analysis, cue: Cue, inside: Phrase[]) => Phrase | undefined>
> = {
  /** "the last ally [Taiwan] has": who has what the noun names. */
  had: ({ scan }, cue, inside) =>
    inside.find((phrase) => phrase.from === cue[1] && phrase.case === "nom" && is(scan, phrase.to, "v.have")),
  /** "has one ally: [China]" */
  colon: ({ scan, phrases }, cue) =>
    /^[:—–]$/u.test(scan.tokens[cue[1]]?.text ?? "")
      ? phrases.find((phrase) => phrase.from === cue[1] + 1 && phrase.case === "nom" && !phrase.adjectival)
      : undefined,
  /** "Iran-allied [Syria]" */
  named: (_analysis, cue, inside) =>
    inside.find(({ from, case: name, adjectival }) => from === cue[1] && name === "nom" && !adjectival),
  /** "its allies in [Tehran]": a capital where allies sit is their government. */
  seat: (_analysis, cue, inside) => {
    const found = inside.find(
      (phrase) => phrase.case === "in" && phrase.actor.form === "capital" && phrase.from === cue[1],
    );
    return found && { ...found, case: "by" };
  },
};
