import type { CuePart, Frame } from "./frames.ts";
import type { Grammar } from "./grammar.ts";
import type { Token } from "./tokens.ts";

/** The cues of a language by what they begin with, so that a sentence asks only for those that can stand in it. */
export interface CueIndex {
  byClass: Map<string, Entry[]>;
  byWord: Map<string, Entry[]>;
  /** By their first letter. */
  byStem: ByLetter<Entry[]>;
  /** By the verb form that the first element stands in. */
  byForm: Map<string, Entry[]>;
  needs: Needs;
}

/** Stems by their first letter. */
type ByLetter<Value> = Map<string, [stem: string, value: Value][]>;

/** What cues hold behind their first element, numbered; of a sentence is noted which of it stands there at all. */
export interface Needs {
  classes: Map<string, number>;
  words: Map<string, number>;
  stems: ByLetter<number>;
  /** The number of the last sentence in which each stood. */
  seen: number[];
  sentence: number;
}

/** The cues that a word may begin, by its classes where it stands alone, by its verb forms and by its letters, and what cues need of it. */
export interface CuesOfWord {
  byClass: readonly Entry[];
  byForm: readonly Entry[];
  byLetters: readonly Entry[];
  needed: readonly number[];
}

export interface Entry {
  frame: Frame;
  /** Place of the frame in its file, and of the cue in its frame: earlier ones are tried first. */
  order: number;
  parts: Part[];
  /** Numbers of what the further parts hold: a sentence where one stands nowhere does not hold the cue. */
  needs: number[];
}

/** An element of a cue in one shape for all kinds: the engine reads objects of one shape several times as fast. */
export interface Part {
  kind: "class" | "form" | "word" | "stem" | "gap" | "pause";
  /** The class, the form, the word or the stem. */
  text: string;
  /** The verb form that a word of the class must stand in; "" for any. */
  form: string;
  /** The gap leaps names only. */
  names: boolean;
  /** A class of verbs. */
  verb: boolean;
}

function shaped(part: CuePart): Part {
  const made: Part = { kind: "gap", text: "", form: "", names: false, verb: false };
  if ("gap" in part) made.names = part.names === true;
  else if ("pause" in part) made.kind = "pause";
  else if ("class" in part) {
    made.kind = "class";
    made.text = part.class;
    made.form = part.form ?? "";
    made.verb = part.class.startsWith("v.");
  } else if ("form" in part) {
    made.kind = "form";
    made.text = part.form;
  } else if ("word" in part) {
    made.kind = "word";
    made.text = part.word;
  } else {
    made.kind = "stem";
    made.text = part.stem;
  }
  return made;
}

/** Sorts the cues of frames by their first element. */
export function cueIndex(frames: Frame[]): CueIndex {
  const needs: Needs = { classes: new Map(), words: new Map(), stems: new Map(), seen: [], sentence: 0 };
  const index: CueIndex = { byClass: new Map(), byWord: new Map(), byStem: new Map(), byForm: new Map(), needs };
  const stems = new Map<string, Entry[]>();
  let order = 0;
  for (const frame of frames)
    for (const cue of frame.cues) {
      const parts = cue.map(shaped);
      const [first, ...further] = parts;
      const entry: Entry = { frame, order: order++, parts, needs: further.flatMap((part) => need(part, needs)) };
      if (first?.kind === "class") push(index.byClass, first.text, entry);
      else if (first?.kind === "form") push(index.byForm, first.text, entry);
      else if (first?.kind === "word") push(index.byWord, first.text, entry);
      else if (first?.kind === "stem") push(stems, first.text, entry);
    }
  for (const [stem, entries] of stems) push(index.byStem, stem.charAt(0), [stem, entries]);
  return index;
}

/** The number of what a further part holds; of a gap, a pause or a verb form none, since those stand in every sentence. */
function need({ kind, text }: Part, { classes, words, stems, seen }: Needs): number[] {
  const listed = kind === "stem" ? (stems.get(text.charAt(0)) ?? []).find(([stem]) => stem === text)?.[1] : undefined;
  const known = kind === "class" ? classes.get(text) : kind === "word" ? words.get(text) : listed;
  if (known !== undefined) return [known];
  if (kind !== "class" && kind !== "word" && kind !== "stem") return [];
  const number = seen.push(0) - 1;
  if (kind === "class") classes.set(text, number);
  else if (kind === "word") words.set(text, number);
  else push(stems, text.charAt(0), [text, number]);
  return [number];
}

/** Which cues a word may begin, and which it may be needed for. */
export function cuesOf(
  token: Token,
  classes: readonly string[],
  index: CueIndex,
  { inForm }: Pick<Grammar, "inForm">,
): CuesOfWord {
  const { words, stems } = index.needs;
  const { lower } = token;
  const exact = words.get(lower);
  const needed = [...(exact === undefined ? [] : [exact]), ...ofStems(lower, stems)];
  const byForm = [...index.byForm].flatMap(([form, entries]) => (inForm(token, form) ? entries : []));
  const byLetters = [...(index.byWord.get(lower) ?? []), ...ofStems(lower, index.byStem).flat()];
  const byClass = classes.flatMap((cls) => index.byClass.get(cls) ?? []);
  return { byClass: kept(byClass), byForm: kept(byForm), byLetters: kept(byLetters), needed: kept(needed) };
}

const ofStems = <Value>(word: string, stems: ByLetter<Value>): Value[] =>
  (stems.get(word.charAt(0)) ?? []).filter(([stem]) => word.startsWith(stem)).map(([, value]) => value);

/** Of most words there is nothing to keep. */
const kept = <Value>(list: Value[]): readonly Value[] => (list.length > 0 ? list : none);
const none: readonly never[] = [];

function push<Value>(map: Map<string, Value[]>, key: string, entry: Value): void {
  const list = map.get(key);
  if (list) list.push(entry);
  else map.set(key, [entry]);
}
