import type { NodeId } from "../../model/stages.ts";
import type { Analysis } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import type { Mention, Scan } from "./scan.ts";

/** A person whom the article named with a title, and for which state where it said so. */
export interface Title {
  words: string;
  /** Undefined for one whom the article leaves unnamed. */
  person?: NodeId;
  country?: NodeId;
}

/** Keeps who was named with which title in this sentence. */
export function remember({ scan, phrases, offices }: Analysis, titles: Title[]): void {
  for (const { titleSpan, person, country, former } of offices)
    if (!former) keep(titles, { words: titleWords(scan, ...titleSpan), person, country });
  for (const { actor, titleSpan } of phrases)
    if (titleSpan && actor.via === "person")
      keep(titles, { words: titleWords(scan, ...titleSpan), person: actor.entity, country: actor.country });
}

/** Keeps that a title is borne by somebody unnamed too ("the Chilean minister"). */
export function rememberUnnamed({ scan, phrases }: Analysis, titles: Title[]): void {
  for (const { actor, titleSpan } of phrases)
    if (titleSpan && actor.via === "organ")
      keep(titles, { words: titleWords(scan, ...titleSpan), country: actor.entity });
}

/** Who was named with that title alone ("the minister"): one person, or none where two bear it. */
export function bearer(scan: Scan, from: number, to: number, titles: Title[]): Mention | undefined {
  const entity = only(titles, titleWords(scan, from, to));
  if (!entity) return undefined;
  return { from, to, entity, type: "Leader", form: "name", ending: scan.marks[from]?.ending ?? "", fuzzy: false };
}

/** Who was named with that country and title ("the Polish ambassador"). */
export function holder({ scan }: Analysis, { actor, titleSpan }: Phrase, titles: Title[]): NodeId | undefined {
  if (!titleSpan) return undefined;
  return only(
    titles.filter((title) => title.country === actor.entity),
    titleWords(scan, ...titleSpan),
  );
}

/** The one person with that title; "minister" is short for any minister's, also where its words are glued. */
function only(titles: Title[], words: string): NodeId | undefined {
  for (const end of [` ${words}`, words]) {
    const bearers = new Set(titles.filter((title) => ` ${title.words}`.endsWith(end)).map(({ person }) => person));
    if (bearers.size > 0) return bearers.size === 1 ? [...bearers][0] : undefined;
  }
  return undefined;
}

function keep(titles: Title[], title: Title): void {
  const known = titles.some(
    (each) => each.words === title.words && each.person === title.person && each.country === title.country,
  );
  if (title.words !== "" && !known) titles.push(title);
}

/** The title's words as lists write them: folded, without what is glued to the last. */
function titleWords(scan: Scan, from: number, to: number): string {
  const words: string[] = [];
  for (let k = from; k < to; k++) {
    const mark = scan.marks[k];
    const { lower } = scan.tokens[k]!;
    words.push(mark && mark.to === k + 1 && mark.ending !== "" ? lower.slice(0, -mark.ending.length) : lower);
  }
  return words.join(" ");
}
