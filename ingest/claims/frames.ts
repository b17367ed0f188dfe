import { type EdgeType, edgeTypes, vocabulary } from "../../model/vocabulary.ts";
import { DataError, type Line, lines } from "../languages/lines.ts";
import type { Lexicon } from "./lexicon.ts";
import { fold } from "./tokens.ts";

/** One place where a role's filler may stand: a case, and for owners the class of the noun they own (`gen@request`). */
export interface Slot {
  case: string;
  /** Class of the owned noun; `cue`: the cue itself is owned. */
  of?: string;
  /** Case of the owned noun (`gen/dat`: whose thing stands in the dative). */
  noun?: string;
}

/** One element of a cue: a word, a stem (`stem*`), a class (`@class`), a class in a verb form (`@class=form`), a verb form (`=form`), a gap within the clause (`+`), one that leaps names only (`&`), or the marks and the conjunction before what is quoted (`…`). */
export type CuePart =
  | { word: string }
  | { stem: string }
  | { class: string; form?: string }
  | { form: string }
  | { gap: true; names?: true }
  | { pause: true };

/** A declarative frame: which words tell an act, and in which cases its parties stand, in order of preference. */
export interface Frame {
  name: string;
  /** An edge type; `DENIED`: names whoever denies; `OFFERED`: says who may refuse whom, and is no act itself. */
  type: EdgeType | "DENIED" | "OFFERED";
  cues: CuePart[][];
  agent: Slot[];
  object: Slot[];
  options: Options;
  /** The act is one of those that the vocabulary calls core. */
  core: boolean;
  /** The cue begins with a verb (a class `v.…`), not with a noun. */
  verbal: boolean;
  place: string;
}

export interface Options {
  /** The frame says that the act is not done: the negation belongs to the cue. */
  neg: boolean;
  /** Only where the cue is not denied: who does not stand in the way has not been asked to. */
  affirmed: boolean;
  /** The cue itself says that the act is not done ("unwilling to recognise"). */
  negated: boolean;
  modality?: "announced" | "alleged" | "requested" | "conditional";
  /** A noun of this class must stand in the clause. */
  theme?: string;
  /** A word of this class must stand somewhere in the sentence. */
  with?: string;
  /** A word of this class must stand in the sentence or in the one before it ("for this [we thank them]"). */
  after?: string;
  /** Only where a word of this class governs the cue ("asked [to send]"). */
  governs?: string;
  /** Only where the cue is a noun without a verb of its own. */
  nominal: boolean;
  /** A word of one of these classes in the clause silences the frame. */
  block: string[];
  /** How the parties are found: by the cases of a clause, or around a noun ("X's ally Y"). */
  kind: "verb" | "noun";
  /** Only in this voice (prepositional languages): `active`, `passive`. */
  voice?: "active" | "passive";
  /** Only where the clause that depends on the cue tells a wish ("told it [that it release]"). */
  wish: boolean;
  /** Says that its object is a part of another state: who regards a state so does not recognise it. */
  part: boolean;
  /** The parties are the members of one group ("X and Y met"). */
  mutual: boolean;
  /** Reads the words of its cue even where an earlier frame of the type has read them ("from X to Y"). */
  also: boolean;
  /** Whoever denies the act, which others allege of him, is told of it as alleged. */
  deniable: boolean;
  /** Confidence taken off, 0…1. */
  doubt: number;
}

/** The frames of a language: `name, type, cue, agent slots, object slots, options` a line, tab-separated. */
export function frames(file: string, lexicon: Lexicon): Frame[] {
  return lines(file).map((line) => frame(line, lexicon));
}

function frame({ cells, place }: Line, lexicon: Lexicon): Frame {
  const [name, type, cue, agent, object, options = ""] = cells;
  if (!name || !type || !cue || agent === undefined || object === undefined)
    throw new DataError(place, `found ${cells.length} columns, expected name, type, cue, agent, object and options`);
  if (type !== "DENIED" && type !== "OFFERED" && !edgeTypes.includes(type as EdgeType))
    throw new DataError(place, `no edge type "${type}"; there are ${edgeTypes.join(", ")}`);
  const known = (cls: string): string => {
    if (!lexicon.classes.has(cls)) throw new DataError(place, `no word class "${cls}" in words.tsv`);
    return cls;
  };
  const cues = cue.split("|").map((each) => cueParts(each.trim(), known, place));
  return {
    name,
    type: type as Frame["type"],
    core: edgeTypes.some((each) => each === type && vocabulary.edges[each].core === true),
    cues,
    verbal: cues.some(([first]) => first !== undefined && "class" in first && first.class.startsWith("v.")),
    agent: slots(agent, known),
    object: slots(object, known),
    options: readOptions(options, known, place),
    place,
  };
}

function cueParts(text: string, known: (cls: string) => string, place: string): CuePart[] {
  if (text === "") throw new DataError(place, "an empty cue: two | stand side by side");
  return text.split(/\s+/u).map((part): CuePart => {
    if (part === "+") return { gap: true };
    if (part === "…") return { pause: true };
    if (part === "&") return { gap: true, names: true };
    if (part.startsWith("=")) return { form: part.slice(1) };
    if (part.startsWith("@")) {
      const [cls, form] = part.slice(1).split("=") as [string, string?];
      return { class: known(cls), ...(form === undefined ? {} : { form }) };
    }
    const lower = fold(part);
    return lower.endsWith("*") ? { stem: lower.slice(0, -1) } : { word: lower };
  });
}

function slots(text: string, known: (cls: string) => string): Slot[] {
  return text
    .split(">")
    .map((each) => each.trim())
    .filter((each) => each !== "" && each !== "-")
    .map((each) => {
      const [name, of] = each.split("@") as [string, string?];
      const [own, noun] = name.split("/") as [string, string?];
      return { case: own, of: of === undefined || of === "cue" ? of : known(of), noun };
    });
}

function readOptions(text: string, known: (cls: string) => string, place: string): Options {
  const options: Options = {
    neg: false,
    affirmed: false,
    negated: false,
    // What is not given has its place all the same: the engine reads objects of one shape several times as fast.
    modality: undefined,
    theme: undefined,
    with: undefined,
    after: undefined,
    governs: undefined,
    voice: undefined,
    nominal: false,
    block: [],
    kind: "verb",
    mutual: false,
    wish: false,
    part: false,
    also: false,
    deniable: false,
    doubt: 0,
  };
  for (const part of text.split(/\s+/u).filter((each) => each !== "" && each !== "-")) {
    const [key, value = ""] = part.split("=") as [string, string?];
    if (key === "neg") options.neg = true;
    else if (key === "affirmed") options.affirmed = true;
    else if (key === "negated") options.negated = true;
    else if (key === "mutual") options.mutual = true;
    else if (key === "wish") options.wish = true;
    else if (key === "part") options.part = true;
    else if (key === "nominal") options.nominal = true;
    else if (key === "also") options.also = true;
    else if (key === "deniable") options.deniable = true;
    else if (key === "noun") options.kind = "noun";
    else if (key === "theme") options.theme = known(value);
    else if (key === "with") options.with = known(value);
    else if (key === "after") options.after = known(value);
    else if (key === "governs") options.governs = known(value);
    else if (key === "block") options.block = value.split(",").map(known);
    else if (key === "doubt") options.doubt = Number(value);
    else if (key === "voice" && (value === "active" || value === "passive")) options.voice = value;
    else if (key === "modality" && ["announced", "alleged", "requested", "conditional"].includes(value))
      options.modality = value as Options["modality"];
    else
      throw new DataError(
        place,
        `no option "${part}"; there are neg, affirmed, negated, nominal, wish, part, mutual, also, deniable, noun, theme=, with=, after=, governs=, block=, doubt=, voice=, modality=`,
      );
  }
  return options;
}
