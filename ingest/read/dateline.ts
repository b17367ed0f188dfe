import { allMatches, plain } from "../languages/phrases.ts";
import type { Reading } from "../languages/reading.ts";
import { agencyIn } from "./agency.ts";
import { kinds } from "./letters.ts";

/** What stands before a report's first sentence: its end in the text, and the agency it credits. */
export interface Dateline {
  end: number;
  agency?: string;
}

/**
 * The dateline at the beginning of a paragraph ("PLACE (Agency) —", "PLACE, 5 May:", "Place, agency."), or undefined.
 * It needs an agency, a date, a place known from the list, or capitals throughout: any other words may be a speaker's.
 */
export function dateline(text: string, start: number, end: number, language: Reading): Dateline | undefined {
  const first = part(text, start, end, language) ?? inCapitals(text, start, end, language);
  if (!first) return undefined;
  // "(Agency) — Place, 5 May — The minister said" comes in two.
  const second = part(text, first.end, end, language);
  return second ? { end: second.end, agency: first.agency ?? second.agency } : first;
}

function part(text: string, start: number, end: number, language: Reading): Dateline | undefined {
  const head = text.slice(start, Math.min(end, start + MaxLength));
  for (const match of allMatches(separator(language), head)) {
    const stop = match.index;
    if (stop === 0) continue;
    const words = head.slice(0, stop);
    const full = start + stop + match[0].length;
    if (full >= end || words.split(/\s+/).length > MaxWords || speaks(words, language)) return undefined;
    const agency = agencyIn(words, language);
    // "PLACE, day (Agency) The minister said": nothing but the bracket parts them.
    if (match[0].trim() === "" && !agency) continue;
    const stopped = language.enders.includes(match[0].trim()) || match[0].trim() === ".";
    if (agency && isBare(words, agency.spelling)) return { end: full, agency: agency.id };
    // "(CNN) —": whoever it is, it is a credit.
    if (/^\([^()]{2,30}\)$/.test(words) && /[–—-]/.test(match[0])) return { end: full };
    if (isPlace(words, language) || (!stopped && isCapitals(words))) return { end: full };
  }
  return undefined;
}

/** "BEIRUT The opposition said", "GENEVA/MUSCAT The talks": known places in capitals, and the sentence right behind them. */
function inCapitals(text: string, start: number, end: number, language: Reading): Dateline | undefined {
  capitalRun.lastIndex = start;
  const run = capitalRun.exec(text);
  if (!run || capitalRun.lastIndex >= end) return undefined;
  const places = run[1]!.split("/").map((place) => plain(place.trim(), language.optional));
  return places.some((place) => language.datelines.has(place)) ? { end: capitalRun.lastIndex } : undefined;
}

const capitalRun = /(\p{Lu}{4,}(?:[ /]\p{Lu}{4,}){0,4})\s+(?=["“‘']?\p{Lu}(?:\p{Ll}|\.\p{Lu}|\s\p{Ll}))/uy;

const letters = /[\p{L}\p{M}]+/gu;
const bareLetters = /\p{L}+/gu;
const capitals = /^[\p{Lu}][\p{Lu}\s.'/-]{3,}$/u;
const MaxLength = 90;
const MaxWords = 9;

/** A small word of the language: a sentence has begun. */
function speaks(words: string, language: Reading): boolean {
  for (const word of words.split(/[\s,()]+/)) if (language.functionWords.has(word.normalize("NFC"))) return true;
  return false;
}

/** Places, names of months, figures and the agency are all there is. */
function isBare(words: string, spelling: string): boolean {
  return (words.replace(spelling, " ").match(letters) ?? []).length <= 6;
}

function isPlace(words: string, language: Reading): boolean {
  const place = words.replace(/[,(（/].*$/u, "").trim();
  if (!language.datelines.has(plain(place, language.optional))) return false;
  return (words.slice(words.indexOf(place) + place.length).match(letters) ?? []).length <= 3;
}

/** KYIV, Feb. 24 — but not an abbreviation: four capitals at least. */
function isCapitals(words: string): boolean {
  const place = words.split(/[,(]/)[0]!.trim();
  if (!capitals.test(place)) return false;
  return (words.slice(place.length).match(bareLetters) ?? []).length <= 2;
}

/** "Highlights:" before the first sentence; without a colon only where another script follows, glued on. */
export function afterLabel(text: string, { start, end }: { start: number; end: number }, language: Reading): number {
  const pattern = language.furniture.label;
  pattern.lastIndex = start;
  const match = pattern.exec(text);
  if (!match) return start;
  const last = start + match[0].length;
  const gap = /^\s*[:–—-]?\s*/u.exec(text.slice(last, end))![0];
  const other = kinds[text.charCodeAt(last - 1)] !== kinds[text.charCodeAt(last + gap.length)];
  return gap.trim() !== "" || other ? last + gap.length : start;
}

const separators = new Map<string, RegExp>();
function separator(language: Reading): RegExp {
  let pattern = separators.get(language.lang);
  if (!pattern) {
    const stops = language.enders.filter((sign) => !"?!".includes(sign)).join("");
    const point = language.dot === "any" ? "\\." : "";
    pattern = new RegExp(
      `\\s*(?:--+|[–—:]|[${stops}${point}](?=\\s|$)|\\s-(?=\\s)|(?<=\\))-)\\s*|(?<=\\))\\s+`.replace("[]", "(?!)"),
      "gu",
    );
    separators.set(language.lang, pattern);
  }
  return pattern;
}
