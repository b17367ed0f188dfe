import { fileURLToPath } from "node:url";
import { reason } from "../../model/problem.ts";
import { DataError, lines } from "../languages/lines.ts";
import { readings } from "../languages/reading.ts";
import { FirstScript, kinds, Letter, Mark, script } from "./letters.ts";
import { Unreadable } from "./page.ts";

/**
 * The language of a text, by its script and then by the small words and letters that tell apart what shares a script.
 * A declared language is believed where its script is the text's and the words do not clearly say otherwise.
 * Throws Unreadable for a language that has no folder.
 */
export function language(text: string, declared?: string): string {
  const sample = text.slice(0, SampleLength);
  const written = mainScript(sample);
  const group = groups().get(written);
  if (!group) throw unsupported();
  const code = declared?.toLowerCase().split(/[-_]/)[0];
  const best = choose(group.candidates, count(sample, group, written), code);
  if (!best.supported) throw unsupported(best.lang);
  return best.lang;
}

/** As much of a text as tells its script for sure: menus at the head are outnumbered by then. */
const SampleLength = 6000;
/** As many words as tell its language. */
const WordLimit = 80;

/** The languages of one script. Counts are kept by their position in `candidates`. */
interface Group {
  candidates: { lang: string; supported: boolean }[];
  words: Map<string, number[]>;
  /** Code units of letters that only one of them writes. */
  letters: Map<number, number[]>;
}

const counted = new Uint32Array(256);

function mainScript(text: string): number {
  groups(); // numbers the scripts
  counted.fill(0);
  // Of a long text every fourth letter is enough.
  const step = text.length > 1_000 ? 4 : 1;
  for (let at = 0; at < text.length; at += step) counted[kinds[text.charCodeAt(at)]!]!++;
  let best = Letter;
  for (let number = FirstScript; number < 256; number++) if (counted[number]! > counted[best]!) best = number;
  if (counted[best] === 0) throw new Unreadable("holds no letters to read", reason("unread.wordless"));
  return best;
}

function count(sample: string, { candidates, words, letters }: Group, written: number): number[] {
  const counts = candidates.map(() => 0);
  let first = 0;
  while (kinds[sample.charCodeAt(first)] !== written) first++;
  const text = sample.slice(first, first + WordLimit * 15).normalize("NFC");
  let seen = 0;
  for (let at = 0; at < text.length && seen < WordLimit; at++) {
    if (kinds[text.charCodeAt(at)] !== written) continue;
    const start = at;
    for (let kind = written; kind === written || kind === Mark; kind = kinds[text.charCodeAt(++at)]!) {
      const ofFew = letters.size > 0 ? letters.get(text.charCodeAt(at)) : undefined;
      if (ofFew) for (const index of ofFew) counts[index]!++;
    }
    seen++;
    const small = words.get(text.slice(start, at).toLowerCase());
    if (small) for (const index of small) counts[index]!++;
  }
  return counts;
}

function choose(
  candidates: Group["candidates"],
  counts: number[],
  declared: string | undefined,
): Group["candidates"][number] {
  const most = Math.max(...counts);
  const named = candidates.findIndex(({ lang }) => lang === declared);
  if (named >= 0 && (counts[named]! * 2 >= most || most < FewWords)) return candidates[named]!;
  // Without small words (a headline, a name) the language of that script which has a folder is the likeliest.
  const own = candidates.findIndex(
    ({ supported }, index) => supported && (counts[index] === most || (most < 3 && counts[index]! > 0)),
  );
  return candidates[own >= 0 ? own : counts.indexOf(most)]!;
}

/** Fewer small words than this do not outweigh what is declared. */
const FewWords = 4;

function unsupported(lang?: string): Unreadable {
  if (!lang) {
    return new Unreadable(
      "is in a script that is not supported: no folder of ingest/languages is written in it",
      reason("unread.script"),
    );
  }
  return new Unreadable(
    `language ${lang} is not supported: there is no folder ingest/languages/${lang}`,
    reason("unread.language", { language: lang }),
  );
}

let known: Map<number, Group> | undefined;
function groups(): Map<number, Group> {
  if (known) return known;
  known = new Map();
  const supported = readings().map(({ lang, script: written, functionWords }) => ({
    lang,
    written,
    words: [...functionWords],
    letters: "",
  }));
  const codes = new Set(supported.map(({ lang }) => lang));
  for (const each of supported) join(known, { ...each, supported: true });
  for (const each of others()) if (!codes.has(each.lang)) join(known, { ...each, supported: false });
  return known;
}

interface Candidate {
  lang: string;
  written: string;
  words: string[];
  letters: string;
  supported: boolean;
}

function join(known: Map<number, Group>, { lang, written, words, letters, supported }: Candidate): void {
  const number = script(written);
  const group: Group = known.get(number) ?? { candidates: [], words: new Map(), letters: new Map() };
  known.set(number, group);
  const index = group.candidates.push({ lang, supported }) - 1;
  for (const word of words) group.words.set(word, [...(group.words.get(word) ?? []), index]);
  for (const letter of letters.split(" ").filter(Boolean)) {
    const code = letter.charCodeAt(0);
    group.letters.set(code, [...(group.letters.get(code) ?? []), index]);
  }
}

function others(): Omit<Candidate, "supported">[] {
  return lines(fileURLToPath(new URL("../languages/others.tsv", import.meta.url))).map(
    ({ cells: [lang, , written, words = "", letters = ""], place }) => {
      if (!lang || !written) throw new DataError(place, "expected a code, a name and a script, with tabs between");
      return { lang, written, words: words.split(" ").filter(Boolean), letters };
    },
  );
}
