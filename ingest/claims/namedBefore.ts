import { caseMarkerEnding } from "./ahead.ts";
import type { UnknownPerson } from "./person.ts";
import { makePhrase, namedActor, type OfficeMention, type Phrase } from "./phrase.ts";
import { is, type Scan } from "./scan.ts";
import { begins, Capital } from "./signs.ts";

/** Most words of a name. */
const longest = 4;

/** "[a name that no list knows], the foreign minister of Gabon,": who is named between marks bears the title behind them. */
export function namedBefore(phrases: Phrase[], offices: OfficeMention[], scan: Scan, unknown: UnknownPerson): void {
  for (const phrase of [...phrases]) {
    const { title, titleSpan, actor } = phrase;
    const comma = phrase.from - 1;
    if (!title || !titleSpan || actor.via !== "organ" || phrase.case !== "nom") continue;
    if (scan.tokens[comma]?.text !== "," || !/^[,)–—]$/u.test(scan.tokens[phrase.to]?.text ?? "")) continue;
    let from = comma;
    while (from > 0 && comma - from < longest && isNamePart(scan, from - 1)) from--;
    const before = caseMarkerEnding(scan, from);
    // "In Port Victoria, the president of Seychelles,": where it happens is nobody.
    if (comma - from < 2 || before?.case === "in" || isNamePart(scan, from - 1)) continue;
    const known = { country: actor.entity, former: false, private: false };
    const named = unknown.known(from, comma, known) ?? unknown.candidate(from, comma, known);
    if (!named) continue;
    const person = makePhrase(
      { case: before?.case ?? "nom", from: before?.from ?? from, to: comma },
      { ...namedActor(named), country: actor.entity, via: "person", state: false },
    );
    offices.push({
      person: named.entity,
      country: actor.entity,
      lead: title === "lead",
      personSpan: [from, comma],
      titleSpan,
      countrySpan: [actor.from, actor.to],
      former: is(scan, titleSpan[0] - 1, "former"),
    });
    phrases.splice(phrases.indexOf(phrase), 0, person);
    phrase.case = "appositive";
    phrase.owned = [];
  }
}

const isNamePart = (scan: Scan, k: number): boolean =>
  k >= 0 &&
  scan.tokens[k]!.word &&
  !scan.covered[k] &&
  scan.classes[k]!.length === 0 &&
  begins(scan.tokens[k]!.text, Capital);
