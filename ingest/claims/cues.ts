import type { Analysis } from "./analysis.ts";
import { type CueIndex, cuesOf, type Entry, type Needs, type Part } from "./cueIndex.ts";
import type { Frame } from "./frames.ts";
import { is, type Scan } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** Marks that may stand inside a cue: "declared a ‘major ally’". */
const quotes: readonly string[] = ["'", '"', "‘", "’", "“", "”"];

/** Tokens that a gap (`+`) may leap; more where the gap holds the object and its article. */
const leap = { postpositional: 8, prepositional: 11 };

/** A frame and the place where one of its cues stands. */
export interface CueFound {
  frame: Frame;
  cue: Cue;
  order: number;
}

/** Every place in a sentence where a cue of a frame stands, in the order of the frames. */
export function cuesIn(analysis: Analysis, index: CueIndex): CueFound[] {
  const { scan, grammar } = analysis;
  const { tokens, marks, covered } = scan;
  const found: CueFound[] = [];
  note(analysis, index);
  for (let k = 0; k < tokens.length; k++) {
    if (covered[k]) continue;
    const token = tokens[k]!;
    const known = grammar.lexicon.knownOf(token);
    const cues = known.cues!;
    const classes = marks[k]?.classes;
    if (classes === known.alone) attempt(analysis, cues.byClass, index.needs, k, found);
    else if (classes)
      for (const cls of classes) attempt(analysis, index.byClass.get(cls) ?? none, index.needs, k, found);
    if (!token.word) continue;
    attempt(analysis, cues.byForm, index.needs, k, found);
    // A word of the class `finite` stands in that form wherever it may stand in others.
    const more = index.byForm.get("finite");
    if (more && is(scan, k, "finite") && !grammar.inForm(token, "finite"))
      attempt(analysis, more, index.needs, k, found);
    attempt(analysis, cues.byLetters, index.needs, k, found);
  }
  return found.sort((a, b) => a.order - b.order || a.cue[0] - b.cue[0]);
}

/** Notes what of all that cues need stands in the sentence: few cues have all of it there, and only those are tried. */
function note({ scan, grammar }: Analysis, index: CueIndex): void {
  const { classes, seen } = index.needs;
  const sentence = ++index.needs.sentence;
  for (const token of scan.tokens) {
    const known = grammar.lexicon.knownOf(token);
    known.cues ??= cuesOf(token, known.alone, index, grammar);
    for (const number of known.cues.needed) seen[number] = sentence;
  }
  for (const cls of scan.present) {
    const number = classes.get(cls);
    if (number !== undefined) seen[number] = sentence;
  }
}

const none: readonly Entry[] = [];

function attempt(analysis: Analysis, entries: readonly Entry[], needs: Needs, at: number, found: CueFound[]): void {
  for (const entry of entries) {
    if (!stand(entry.needs, needs)) continue;
    const end = match(analysis, entry.parts, 0, at);
    if (end !== undefined) found.push({ frame: entry.frame, order: entry.order, cue: [at, end] });
  }
}

/** Whether all that a cue needs stands in the sentence. */
function stand(numbers: readonly number[], { seen, sentence }: Needs): boolean {
  for (const number of numbers) if (seen[number] !== sentence) return false;
  return true;
}

function match(analysis: Analysis, parts: Part[], part: number, at: number): number | undefined {
  const { scan, clauses } = analysis;
  if (part === parts.length) return at;
  const wanted = parts[part]!;
  if (wanted.kind === "gap") {
    const clause = clauses.of[at - 1];
    const late = analysis.grammar.lateSubject;
    const postpositional = analysis.grammar.order === "postpositional";
    const verb = parts[part + 1]?.verb === true;
    let far = at + leap[analysis.grammar.order];
    for (let k = at; k < Math.min(scan.tokens.length, far); k++) {
      const aside = glossEnd(scan, k);
      if (aside !== undefined) {
        far += aside - k;
        k = aside;
        continue;
      }
      if (clauses.of[k] !== clause) continue;
      if (wanted.names && k > at && !scan.covered[k - 1] && !isPart(scan, k - 1)) return undefined;
      if (k > at && postpositional && refuses(scan, k - 1)) return undefined;
      // "tanks [not], lorries gave": what is set apart by a negation of its own was not given.
      if (k > at + 1 && postpositional && scan.tokens[k - 1]!.text === "," && isSetApart(analysis, at, k - 2))
        return undefined;
      if (k > at + 1 && late && isOver(analysis, k - 2)) return undefined;
      // Nor does a verb answer to a noun that another verb has taken: "recognition giving … took".
      if (k > at && verb && is(scan, k - 1, late ? "request" : "light")) return undefined;
      if (k > at && verb && isBound(analysis, at, k)) continue;
      const end = match(analysis, parts, part + 1, k);
      if (end !== undefined) return end;
      // "closed its border with Mali and [signed] a pact": the thing is that of the next verb of the same kind.
      if (!postpositional && parts[0]!.verb && scan.marks[k] && is(scan, k, parts[0]!.text)) return undefined;
    }
    return undefined;
  }
  if (wanted.kind === "pause") {
    let next = at;
    while (next < at + 4 && scan.tokens[next] && (!scan.tokens[next]!.word || is(scan, next, "that"))) next++;
    return next > at ? match(analysis, parts, part + 1, next) : undefined;
  }
  let token = scan.tokens[at];
  if (part > 0 && token && !token.word && quotes.includes(token.text)) token = scan.tokens[++at];
  if (!token) return undefined;
  if (wanted.kind === "class") {
    const mark = scan.marks[at];
    if (!mark?.classes.includes(wanted.text)) return undefined;
    // "oil [to buy] wanted": who wants to do something has not asked for it.
    if (wanted.text === "v.ask" && analysis.grammar.lateSubject && isWish(analysis, at)) return undefined;
    // "[Canada] gave carriers": a light verb that comes first stands right behind a name, else it belongs to a noun.
    if (part === 0 && wanted.form && wanted.text === "v.give" && !isBehindName(analysis, at) && !isOnly(analysis, at))
      return undefined;
    if (wanted.form && !stands(analysis, mark.to - 1, wanted.form)) return undefined;
    return match(analysis, parts, part + 1, mark.to);
  }
  if (wanted.kind === "form")
    return token.word && !scan.covered[at] && stands(analysis, at, wanted.text)
      ? match(analysis, parts, part + 1, at + 1)
      : undefined;
  const fits = wanted.kind === "word" ? token.lower === wanted.text : token.lower.startsWith(wanted.text);
  return fits && !scan.covered[at] ? match(analysis, parts, part + 1, at + 1) : undefined;
}

/** "sent 13 tons (raw stuff for pills) to": the end of a gloss in brackets, which parts nothing. */
function glossEnd({ tokens }: Analysis["scan"], k: number): number | undefined {
  if (tokens[k]!.text !== "(") return undefined;
  const end = tokens.findIndex(({ text }, n) => n > k && n < k + longestGloss && text === ")");
  return end < 0 ? undefined : end;
}

/** Words in brackets, at most. */
const longestGloss = 14;

/** Whether a word stands in a form of verbs.tsv. A verb form of words.tsv's class `finite` counts as well. */
function stands({ scan, grammar }: Analysis, k: number, form: string): boolean {
  return grammar.inForm(scan.tokens[k]!, form) || (form === "finite" && is(scan, k, form));
}

/** A negation right behind the noun that begins a gap. */
const isSetApart = ({ scan, grammar }: Analysis, at: number, k: number): boolean =>
  !grammar.lateSubject && k === at && is(scan, k, "negation");

/** A gap does not leap over a refusal or a wish: "arms to send [refused] gave", "oil [wanting] a letter gave" are no gifts. */
const refuses = (scan: Scan, k: number): boolean =>
  is(scan, k, "refuse.n") || is(scan, k, "v.reject") || is(scan, k, "v.want");

/** "mediation [wants not] India, and the offer turned down": behind a negated verb another thing is told. */
const isOver = ({ scan }: Analysis, k: number): boolean =>
  scan.marks[k] !== undefined && is(scan, k, "finite") && is(scan, k + 1, "negation");

/** "gave no arms, [gave] only radars": behind the comma the verb that was denied comes first. */
const isOnly = ({ scan, grammar }: Analysis, at: number): boolean =>
  scan.tokens[at - 1]?.text === "," && at > 1 && grammar.hasForm(scan.tokens[at - 2]!.lower, "negated");

/** "approval gave", "having done gave": the verb belongs to the word before it and not to what stands further off. */
function isBound(analysis: Analysis, from: number, at: number): boolean {
  const { scan, grammar } = analysis;
  let k = at - 1;
  while (k >= from && (is(scan, k, "negation") || is(scan, k, "particle"))) k--;
  // "the offer [the Union] had given": a name may stand between the noun and its verb.
  while (k > from && scan.covered[k]) k--;
  if (k < from) return false;
  // "ships to anchor lets": a verb of giving behind an infinitive permits.
  const permits = grammar.lateSubject && is(scan, at, "v.give") && isInfinitive(analysis, k);
  return is(scan, k, "bound") || permits;
}

/** "[Canada] gave", "[Kenya erg] gave Chad tanks". */
const isBehindName = ({ scan }: Analysis, at: number): boolean =>
  scan.covered[at - 1] !== undefined || (is(scan, at - 1, "case.erg") && scan.covered[at - 2] !== undefined);

/** A word that belongs to a name: a title, an organ, a case marker. */
const isPart = (scan: Scan, k: number): boolean =>
  scan.classes[k]!.some((cls) => cls === "organ" || cls.startsWith("title") || cls.startsWith("case."));

const isWish = ({ scan, grammar }: Analysis, k: number): boolean => {
  const before = scan.tokens[k - 1]?.lower ?? "";
  return grammar.lexicon.verb(before) !== undefined && grammar.hasForm(before, "let");
};

const isInfinitive = ({ scan, grammar }: Analysis, k: number): boolean =>
  !scan.covered[k] &&
  (!scan.marks[k] || is(scan, k, "light") || grammar.lexicon.verb(scan.tokens[k]!.lower) !== undefined) &&
  grammar.hasForm(scan.tokens[k]!.lower, "let");
