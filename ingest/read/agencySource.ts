import type { Block } from "../../model/stages.ts";
import { endingsOf } from "../gazetteer/endings.ts";
import { allMatches, alternation, plain } from "../languages/phrases.ts";
import { type Reading, readings } from "../languages/reading.ts";

/** Paragraphs of a report in which it says whose it is: the first ones, and the last. */
const Lead = 2;

/**
 * The agency whose report a text says that it gives: the only one that its first or last paragraphs name as their source
 * ("according to the Xinhua news agency", "PTI reported"). Whom somebody told something ("told Reuters") is no source, and
 * a text that names two agencies put its own story together.
 */
export function sourceAgency(text: string, blocks: Block[], language: Reading): string | undefined {
  const body = blocks.filter(({ role }) => role === "body");
  const sources = (some: Block[]) =>
    some.flatMap(({ start, end }) => agenciesIn(text.slice(start, end), language)).filter(({ source }) => source);
  const asked = [...new Set([...body.slice(0, Lead), ...body.slice(-1)])];
  const found = new Set(sources(asked).map(({ id }) => id));
  // Most texts name none, and need not be looked through.
  if (found.size !== 1) return undefined;
  for (const { id } of sources(body.filter((block) => !asked.includes(block)))) found.add(id);
  return found.size === 1 ? [...found][0] : undefined;
}

/** The agencies that a stretch of prose names, and whether as the source of what it says. */
function agenciesIn(prose: string, language: Reading): { id: string; source: boolean }[] {
  const { names, ids, before, after, listenerBefore, listenerAfter, endings, bridges } = wordsOf(language);
  const found: { id: string; source: boolean }[] = [];
  for (const match of allMatches(names, prose)) {
    // Short Latin names are words in lower case.
    if (/^[a-z]/.test(match[0])) continue;
    if (match.groups!.ending !== "" && !isEnding(match[0], match.groups!.ending!, language.lang)) continue;
    const id = ids.get(plain(match.groups!.name!, language.optional))!;
    const ending = match.groups!.ending!;
    const left = stripped(prose.slice(Math.max(0, match.index - Reach), match.index), bridges.end);
    const right = stripped(
      prose.slice(match.index + match[0].length, match.index + match[0].length + Reach),
      bridges.start,
    );
    const told = endings.has(ending) || listenerBefore.test(left) || listenerAfter.test(right);
    found.push({ id, source: !told && (before.test(left) || after.test(right)) });
  }
  return found;
}

const isEnding = (word: string, ending: string, lang: string): boolean =>
  endingsOf(word, lang).some(({ text }) => text === ending);

/** Letters on either side of a name that its markers stand in. */
const Reach = 60;

/** Without "the", "news agency" and the like, as often as they stand there. */
function stripped(side: string, bridge: RegExp): string {
  let rest = side;
  for (let next = rest.replace(bridge, ""); next !== rest; next = rest.replace(bridge, "")) rest = next;
  return rest;
}

interface SourceWords {
  names: RegExp;
  ids: Map<string, string>;
  before: RegExp;
  after: RegExp;
  listenerBefore: RegExp;
  listenerAfter: RegExp;
  endings: Set<string>;
  bridges: { start: RegExp; end: RegExp };
}

const made = new Map<string, SourceWords>();
function wordsOf(language: Reading): SourceWords {
  const known = made.get(language.lang);
  if (known) return known;
  const { agencySources: words, optional } = language;
  const ambiguous = new Set(
    readings().flatMap((each) => each.agencySources.ambiguous.map((name) => plain(name, each.optional))),
  );
  const ids = new Map(readings().flatMap((each) => [...each.agencies]));
  for (const name of ambiguous) ids.delete(name);
  const any = (list: string[]) => `(?:${alternation(list, optional) || "(?!)"})`;
  const space = "[\\s,:;‘’'\"“”()-]*";
  const stop = "(?![\\p{L}\\p{M}])";
  const found: SourceWords = {
    // What is glued to a name is its ending: at most five letters.
    names: new RegExp(
      `(?<![\\p{L}\\p{M}])(?<name>${alternation(ids.keys(), optional)})(?<ending>[\\p{L}\\p{M}]{0,5})${stop}`,
      "giu",
    ),
    ids,
    before: new RegExp(`(?<![\\p{L}\\p{M}])${any(words.before)}${space}$`, "iu"),
    after: new RegExp(`^${space}${any(words.after)}${stop}`, "iu"),
    listenerBefore: new RegExp(`(?<![\\p{L}\\p{M}])${any(words["listener-before"])}${space}$`, "iu"),
    listenerAfter: new RegExp(`^${space}${any(words["listener-after"])}${stop}`, "iu"),
    endings: new Set(words["listener-ending"]),
    bridges: {
      start: new RegExp(`^${space}${any(words.bridge)}${stop}`, "iu"),
      end: new RegExp(`(?<![\\p{L}\\p{M}])${any(words.bridge)}${space}$`, "iu"),
    },
  };
  made.set(language.lang, found);
  return found;
}
