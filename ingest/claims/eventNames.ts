import type { NodeId } from "../../model/stages.ts";
import { cityAt } from "../gazetteer/cities.ts";
import { endingsOf, withoutEnding } from "../gazetteer/endings.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { romanised } from "../gazetteer/romanise.ts";
import type { Analysis } from "./analysis.ts";
import { capitalName } from "./capitalName.ts";
import { type Beginnings, type EventKind, eventWords } from "./eventWords.ts";
import { caseMarker, is, type Mention } from "./scan.ts";

/** An event that a sentence names, as tokens from the first of the name to the last of the kind. */
export interface EventName {
  kind: EventKind;
  from: number;
  to: number;
  /** What it is named after, in English, and the nodes among it. */
  pieces: Piece[];
  year?: string;
}

interface Piece {
  en: string;
  /** A place, a state or another node; a word that no list knows. */
  type: "city" | "state" | "node" | "person" | "word";
  node?: NodeId;
  /** The state whose capital it is: only a place here. */
  seat?: NodeId;
}

/** "the Astana summit", "Operation Ajax", "the Chad-Libya war": what a sentence names so and no list knows. */
export function eventNames(analysis: Analysis, gazetteer: Gazetteer): EventName[] {
  const { scan, grammar } = analysis;
  const { kinds, before, behind } = eventWords(grammar.lang);
  const found: EventName[] = [];
  for (let k = 0; k < scan.tokens.length; k++) {
    const token = scan.tokens[k]!;
    if (!token.word || scan.covered[k]) continue;
    const known = grammar.lexicon.knownOf(token);
    known.event ??= kinds.of(token.lower).length > 0;
    if (!known.event) continue;
    const kind = longest(analysis, before, k);
    const named = kind && namedBefore(analysis, k, kind, gazetteer);
    if (named) found.push(named);
    const leading = longest(analysis, behind, k);
    const operation = leading && namedBehind(analysis, k, leading, gazetteer);
    if (operation) found.push(operation);
  }
  return found;
}

interface Found<E> {
  entry: E;
  to: number;
}

/** The longest of the phrases that begins at a token; its last word may carry an ending. */
function longest<E extends { words: string[] }>(
  { scan, grammar }: Analysis,
  by: Beginnings<E>,
  at: number,
): Found<E> | undefined {
  for (const entry of by.of(scan.tokens[at]!.lower)) {
    const to = at + entry.words.length;
    const same = entry.words.every((word, k) => {
      const token = scan.tokens[at + k];
      if (!token) return false;
      if (token.lower === word) return true;
      return (
        at + k === to - 1 &&
        endingsOf(token.lower, grammar.lang).some((ending) => withoutEnding(token.lower, ending) === word)
      );
    });
    if (same) return { entry, to };
  }
  return undefined;
}

function namedBefore(
  analysis: Analysis,
  at: number,
  { entry: { kind }, to }: Found<{ words: string[]; kind: EventKind }>,
  gazetteer: Gazetteer,
): EventName | undefined {
  const { scan, grammar } = analysis;
  const { between } = eventWords(grammar.lang);
  let end = at;
  // "a [trade] war" is none.
  for (let step = 0; step < (kind.parties ? 0 : 3); step++) {
    const start = [1, 2].map((words) => end - words).find((k) => k >= 0 && longest(analysis, between, k)?.to === end);
    if (start === undefined) break;
    end = start;
  }
  const { pieces, from } = piecesBefore(analysis, end, kind, gazetteer);
  const capital = /^\p{Lu}/u.test(scan.tokens[at]!.text);
  if (!names(kind, pieces, capital) || isAct(analysis, to)) return undefined;
  const year = [from - 1, to].map((k) => scan.tokens[k]?.text ?? "").find((text) => /^(19|20)\d\d$/.test(text));
  return { kind, from, to, pieces, ...(year ? { year } : {}) };
}

/** What such a name must hold: an agreement is named after a place, a war after two sides, a summit after anybody. */
function names({ kind, parties }: EventKind, pieces: Piece[], capital: boolean): boolean {
  const has = (...types: Piece["type"][]) => pieces.some(({ type }) => types.includes(type));
  if (pieces.length === 0) return false;
  if (parties)
    return pieces.every(({ type }) => type === "state" || type === "node") && (pieces.length === 2 || capital);
  // "China [a summit] left": one state before it may be who acts.
  if (kind === "summit") return has("node", "city") || (pieces.length > 1 && has("state", "person"));
  if (kind === "exercise") return has("word") || capital;
  if (has("person")) return false;
  return has("city") || (capital && (has("word") || has("node")));
}

/** "Delhi [an agreement] signs": without capitals a kind before a verb is what somebody does. */
function isAct({ scan, grammar }: Analysis, to: number): boolean {
  if (grammar.order === "prepositional" || caseMarker(scan, to)) return false;
  const classes = scan.classes[to] ?? [];
  return classes.some((cls) => cls.startsWith("v.") || cls.startsWith("light") || cls === "aux" || cls === "finite");
}

function piecesBefore(
  analysis: Analysis,
  end: number,
  { parties }: EventKind,
  gazetteer: Gazetteer,
): { pieces: Piece[]; from: number } {
  const { scan, grammar } = analysis;
  const pieces: Piece[] = [];
  let from = end;
  let at = end;
  while (at > 0 && pieces.length < 4) {
    const token = scan.tokens[at - 1]!;
    if (pieces.length > 0 && /^[-‐–—]$/u.test(token.text)) {
      at--;
      continue;
    }
    const mention = scan.covered[at - 1];
    const step = mention ? ofMention(mention, at, analysis, gazetteer) : unknown(analysis, at);
    if (!step || (pieces.length > 0 && !mention && step.pieces[0]!.type === "word" && pieces[0]!.type !== "word"))
      break;
    pieces.unshift(...step.pieces);
    at = step.from;
    from = at;
    // Two names without a dash are the sides of a war, or else somebody else stands before the name.
    const dash = /^[-‐–—]$/u.test(scan.tokens[at - 1]?.text ?? "");
    if (!dash && step.pieces[0]!.type !== "word" && !(parties && grammar.order === "postpositional")) break;
  }
  return { pieces, from };
}

function ofMention(
  mention: Mention,
  at: number,
  { scan, grammar }: Analysis,
  gazetteer: Gazetteer,
): { pieces: Piece[]; from: number } | undefined {
  const rest = mention.ending.startsWith("-") ? mention.ending.slice(1) : "";
  if (mention.to !== at || mention.form === "demonym" || (mention.ending !== "" && rest === "")) return undefined;
  const entity = gazetteer.entity(mention.entity);
  if (!entity || entity.type === "Event") return undefined;
  const text = scan.tokens
    .slice(mention.from, mention.to)
    .map((token) => token.text)
    .join(" ");
  const first: Piece =
    mention.form === "capital" || mention.form === "seat"
      ? {
          en: capitalName(entity.id, rest ? text.slice(0, -rest.length - 1) : text, grammar.lang),
          type: "city",
          seat: entity.id,
        }
      : { en: entity.name.en, type: typeOf(entity.type), node: entity.id };
  const match = rest === "" ? undefined : gazetteer.longest([rest], 0, grammar.lang);
  const [second] = match?.readings ?? [];
  const other = second && gazetteer.entity(second.entity);
  if (rest !== "" && (!other || match!.ending !== "")) return undefined;
  const pieces = other ? [first, { en: other.name.en, type: typeOf(other.type), node: other.id }] : [first];
  return { pieces, from: mention.from };
}

const typeOf = (type: string): Piece["type"] => (type === "Country" ? "state" : type === "Leader" ? "person" : "node");

/** A city, or in Latin letters a word with a capital that is no word of the language's lists and does not begin the sentence. */
function unknown({ scan, grammar }: Analysis, at: number): { pieces: Piece[]; from: number } | undefined {
  for (let from = Math.max(0, at - 4); from < at; from++) {
    if (scan.covered[from]) continue;
    const words = scan.tokens.slice(from, at).map((token) => token.text);
    const city = cityAt(words, 0, grammar.lang);
    if (city?.words === at - from && city.ending === "") return { pieces: [{ en: city.name, type: "city" }], from };
  }
  const token = scan.tokens[at - 1]!;
  const named = /^\p{Lu}[\p{Ll}'’-]+$/u.test(token.text) && !scan.marks[at - 1] && at - 1 > 0;
  if (!named || is(scan, at - 1, "time") || grammar.lexicon.of(token.lower).length > 0) return undefined;
  return { pieces: [{ en: token.text, type: "word" }], from: at - 1 };
}

/** "Operation Ajax": words with capitals; where letters have none what stands in one pair of quotation marks with it. */
function namedBehind(
  { scan, grammar }: Analysis,
  at: number,
  { entry: { kind }, to }: Found<{ words: string[]; kind: EventKind }>,
  gazetteer: Gazetteer,
): EventName | undefined {
  const { tokens } = scan;
  let end = to;
  if (/^\p{Lu}/u.test(tokens[at]!.text)) {
    while (end < to + 3 && /^\p{Lu}\p{L}/u.test(tokens[end]?.text ?? "") && !scan.covered[end]) end++;
    if (end === to) return undefined;
    const en = tokens.slice(to, end).map((token) => token.text);
    return { kind, from: at, to: end, pieces: [{ en: en.join(" "), type: "word" }] };
  }
  const quoted = isQuote(tokens[to]?.text) ? to + 1 : isQuote(tokens[at - 1]?.text) ? to : -1;
  if (quoted < 0 || /^\p{Script=Latin}/u.test(tokens[at]!.text)) return undefined;
  end = quoted;
  while (end < quoted + 4 && tokens[end]?.word) end++;
  if (end === quoted || !isQuote(tokens[end]?.text)) return undefined;
  const words = tokens.slice(quoted, end).map((token) => token.text);
  return {
    kind,
    from: at,
    to: end,
    pieces: [{ en: romanised(words.join(" "), grammar.lang, gazetteer), type: "word" }],
  };
}

const isQuote = (text: string | undefined): boolean => text !== undefined && /^["'‘’“”«»]$/u.test(text);
