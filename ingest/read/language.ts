import { fileURLToPath } from "node:url";
import { DataError, lines } from "../languages/lines.ts";
import { readings } from "../languages/reading.ts";
import { FirstScript, kinds, Letter, script } from "./letters.ts";
import { Unreadable } from "./page.ts";

/**
 * The language of a text, by its script and then by the small words that only one language of that script uses.
 * A declared language is believed where its script is the text's and no other language's words outnumber its own.
 * Throws Unreadable for a language that has no folder.
 */
export function language(text: string, declared?: string): string {
  const sample = text.slice(0, SampleLength);
  const written = mainScript(sample);
  if (written === undefined) throw new Unreadable("holds no letters to read");
  const candidates = known().filter(({ number }) => number === written);
  if (candidates.length === 0) throw unsupported(undefined);
  const code = declared?.toLowerCase().split(/[-_]/)[0];
  const counts = count(sample.normalize("NFC").toLowerCase(), candidates);
  const best = choose(candidates, counts, code);
  if (!best.supported) throw unsupported(best.lang);
  return best.lang;
}

interface Candidate {
  lang: string;
  number: number;
  words: Set<string>;
  /** Letters that only this language writes. */
  letters: Set<string>;
  supported: boolean;
}

/** As much of a text as tells its language for sure: menus at the head are outnumbered by then. */
const SampleLength = 6000;

function mainScript(text: string): number | undefined {
  known(); // numbers the scripts
  const counts = new Uint32Array(256);
  for (let at = 0; at < text.length; at++) counts[kinds[text.charCodeAt(at)]!]!++;
  let best: number | undefined;
  for (let number = FirstScript; number < 256; number++) {
    if (counts[number]! > 0 && (best === undefined || counts[number]! > counts[best]!)) best = number;
  }
  return best ?? (counts[Letter]! > 0 ? -1 : undefined);
}

function count(text: string, candidates: Candidate[]): number[] {
  const counts = candidates.map(() => 0);
  for (const [word] of text.matchAll(/[\p{L}\p{M}’']+/gu)) {
    for (let index = 0; index < candidates.length; index++) {
      const { words, letters } = candidates[index]!;
      if (words.has(word)) counts[index]!++;
      if (letters.size > 0) for (const letter of word) if (letters.has(letter)) counts[index]! += LetterWeight;
    }
  }
  return counts;
}

/** A letter of its own says as much as a small word: loans and names carry foreign letters too. */
const LetterWeight = 1;

function choose(candidates: Candidate[], counts: number[], declared: string | undefined): Candidate {
  const most = Math.max(...counts);
  const named = candidates.findIndex(({ lang }) => lang === declared);
  if (named >= 0 && (counts[named]! * 2 >= most || most < 4)) return candidates[named]!;
  const own = candidates.findIndex(({ supported }) => supported);
  // Without small words (a headline, a name) the language of that script which has a folder is the likeliest.
  if (own >= 0 && counts[own] === most) return candidates[own]!;
  if (own >= 0 && most < 3 && counts[own]! > 0) return candidates[own]!;
  return candidates[counts.indexOf(most)]!;
}

function unsupported(lang: string | undefined): Unreadable {
  if (!lang)
    return new Unreadable("the script of this text is not supported: no folder of ingest/languages is written in it");
  return new Unreadable(`language ${lang} is not supported: there is no folder ingest/languages/${lang}`);
}

let candidatesFound: Candidate[] | undefined;
function known(): Candidate[] {
  if (candidatesFound) return candidatesFound;
  const supported = readings().map((each) => ({
    lang: each.lang,
    number: script(each.script),
    words: each.functionWords,
    letters: new Set<string>(),
    supported: true,
  }));
  const codes = new Set(supported.map(({ lang }) => lang));
  const others = lines(fileURLToPath(new URL("../languages/others.tsv", import.meta.url)))
    .filter(({ cells }) => !codes.has(cells[0]!))
    .map(({ cells: [lang, , written, words = "", letters = ""], place }) => {
      if (!lang || !written) throw new DataError(place, "expected a code, a name and a script, with tabs between");
      return {
        lang,
        number: script(written),
        words: new Set(words.split(" ").filter(Boolean)),
        letters: new Set(letters.split(" ").filter(Boolean)),
        supported: false,
      };
    });
  candidatesFound = [...supported, ...others];
  return candidatesFound;
}
