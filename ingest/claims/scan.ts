import type { NodeId } from "../../model/stages.ts";
import type { NodeType } from "../../model/vocabulary.ts";
import type { NameForm } from "../gazetteer/gazetteer.ts";
import type { Reading } from "./analyse.ts";
import type { Grammar } from "./grammar.ts";
import type { Marked } from "./lexicon.ts";
import { meant, nameAt } from "./naming.ts";
import { begins, Currency, Figure, signAt } from "./signs.ts";
import type { Stance } from "./stance.ts";
import type { Token } from "./tokens.ts";

/** A name in the sentence, resolved to one node. */
export interface Mention {
  from: number;
  to: number;
  entity: NodeId;
  type: NodeType;
  form: NameForm;
  ending: string;
  fuzzy: boolean;
}

/** A sentence with what the lists know of each token: its word classes and the name that begins there. */
export interface Scan {
  tokens: Token[];
  /** Classes of the form that covers a token. */
  classes: (readonly string[])[];
  /** The form that begins at a token. */
  marks: (Marked | undefined)[];
  /** The name that begins at a token. */
  mentions: (Mention | undefined)[];
  /** The names in their order. */
  named: Mention[];
  /** The name that covers a token. */
  covered: (Mention | undefined)[];
  /** Every class that some token stands in: what none stands in need not be looked for. */
  present: ReadonlySet<string>;
  /** How each cue is meant that was asked for so far. */
  stances: Map<number, Stance>;
}

const none: readonly string[] = [];
const money: readonly string[] = ["goods"];
const adverb: readonly string[] = ["adverb"];
const verbal: readonly string[] = ["light", "finite"];

/** Looks up every token once: names first, then word classes in what is left. */
export function scan(tokens: Token[], reading: Reading): Scan {
  const { grammar } = reading;
  const words = tokens.map((token) => token.text);
  const size = tokens.length;
  const present = new Set<string>();
  const found: Scan = {
    tokens,
    classes: new Array(size).fill(none),
    marks: new Array(size).fill(undefined),
    mentions: new Array(size).fill(undefined),
    named: [],
    covered: new Array(size).fill(undefined),
    present,
    stances: new Map(),
  };
  for (let i = 0; i < size; ) {
    const mark = single(counting(grammar.lexicon.at(tokens, i), tokens, grammar), tokens, grammar);
    const { word } = tokens[i]!;
    const match = word ? nameAt(tokens, words, i, reading) : undefined;
    const named = match && (!mark || match.words >= mark.to - mark.from) && !isPrice(tokens, i + match.words);
    const mention = named ? meant(match, words, i, reading) : undefined;
    if (mention) {
      found.mentions[i] = mention;
      found.named.push(mention);
      for (let k = mention.from; k < mention.to; k++) found.covered[k] = mention;
      i = mention.to;
    } else if (mark) {
      // "Cuba's [turned down]": right behind a name it marks whose something is, though the noun is left out.
      const final =
        mark.classes.includes("light.final") &&
        found.covered[i - 1] === undefined &&
        (isFinal(tokens, mark.to, grammar) || is(found, i - 1, "takes.light"));
      const classes = final ? verbal : mark.classes;
      found.marks[i] = final ? { ...mark, classes } : mark;
      for (let k = mark.from; k < mark.to; k++) found.classes[k] = classes;
      for (const cls of classes) present.add(cls);
      i = mark.to;
    } else {
      // "$61bn": money is given as goods are.
      if (signAt(tokens[i]!.text, 0) & Currency) {
        found.classes[i] = money;
        present.add("goods");
      } else if (word && grammar.isAdverb(tokens[i]!.lower)) {
        found.classes[i] = adverb;
        present.add("adverb");
      }
      i++;
    }
  }
  return found;
}

/** "[Chad] of near 12 thousand soldiers": a postposition whose last word stands before a number leaves that word to the number. */
function counting(mark: Marked | undefined, tokens: Token[], { lexicon }: Grammar): Marked | undefined {
  const last = mark && mark.to - mark.from === 2 ? tokens[mark.to - 1]! : undefined;
  const next = last && tokens[mark!.to];
  if (!mark || !next || !mark.classes.some((cls) => cls.startsWith("case."))) return mark;
  if (!lexicon.of(last!.lower).includes("approximate")) return mark;
  const counts = begins(next.text, Figure) || ["count", "time"].some((cls) => lexicon.of(next.lower).includes(cls));
  const classes = lexicon.of(tokens[mark.from]!.lower);
  return counts ? { ...mark, to: mark.from + 1, classes } : mark;
}

/** "the emirates", "its neighbours": several of a kind are no description of one. */
function single(mark: Marked | undefined, tokens: Token[], grammar: Grammar): Marked | undefined {
  const plural = mark && mark.ending !== "" && mark.classes[0]!.startsWith("described.");
  if (!plural || grammar.caseOf(mark.ending) !== "nom") return mark;
  const classes = grammar.lexicon.of(tokens[mark.from]!.lower);
  return classes.length > 0 && mark.to - mark.from > 1
    ? { ...mark, to: mark.from + 1, classes, ending: "" }
    : undefined;
}

/** "US$500m": letters glued to a currency sign name no state. */
const isPrice = (tokens: Token[], to: number): boolean =>
  to < tokens.length && tokens[to]!.start === tokens[to - 1]!.end && (signAt(tokens[to]!.text, 0) & Currency) !== 0;

/** A word that is a case marker before a noun and a verb at the end of its clause (Hindi "kī"). */
function isFinal(tokens: Token[], next: number, grammar: Grammar): boolean {
  const token = tokens[next];
  if (!token?.word) return true;
  return grammar.lexicon
    .of(token.lower)
    .some((cls) => cls === "aux" || cls === "copula" || cls === "finite" || cls === "that" || cls === "adversative");
}

/** Whether a token stands in a class. */
export function is(scan: Scan, index: number, cls: string): boolean {
  const classes = scan.classes[index];
  return classes !== undefined && classes.length > 0 && classes.includes(cls);
}

/** The case that a marker token gives (`case.dat` → `dat`), if it is one. */
export function caseMarker(scan: Scan, index: number): { case: string; to: number } | undefined {
  const mark = scan.marks[index];
  const name = mark?.classes.find((cls) => cls.startsWith("case."));
  return mark && name ? { case: name.slice(5), to: mark.to } : undefined;
}
