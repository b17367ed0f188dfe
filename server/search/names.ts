import { setImmediate } from "node:timers/promises";
import MiniSearch, { type SearchOptions } from "minisearch";
import { indicKey, latinKey } from "../../ingest/gazetteer/key.ts";
import { indic, sound, soundsLike } from "./sound.ts";

/** One name of one node. */
export interface Name {
  node: string;
  text: string;
  /** Its main name in some language, another name of its own, or what stands in for it, as a capital does. */
  kind: "name" | "alias" | "standIn";
}
export type How = "name" | "alias" | "prefix" | "script" | "typo";
export interface Hit {
  node: string;
  /** The name that was found, as it is written. */
  matched: string;
  how: How;
}

/** Finds nodes by any of their names. */
export interface Names {
  /**
   * Best first, each node once.
   * @param typed only names written as the query is: same script, same letters, whole or from a word's beginning
   */
  find(query: string, limit: number, typed?: boolean): Hit[];
}

/** An index over all names of all nodes. Built in pieces, so that requests are answered meanwhile. */
export async function nameIndex(names: Name[]): Promise<Names> {
  const index = emptyIndex();
  const keys: string[] = [];
  const counts = new Map<string, number>();
  const sounds = new Map<string, number[]>();
  for (const { text } of names) {
    const id = keys.push(key(text)) - 1;
    index.add({ id, key: keys[id] ?? "" });
    for (const word of words(keys[id] ?? "")) counts.set(word, (counts.get(word) ?? 0) + 1);
    // Latin names are found by their letters; their sound would only bring in strangers.
    if (indic.test(text)) sounds.set(sound(text), [...(sounds.get(sound(text)) ?? []), id]);
    if (id % 200 === 0) await setImmediate();
  }

  /** Names that hold all words asked for. A word that a thousand names share is looked for in those that hold the rarest. */
  function holding(asked: string, options: SearchOptions): number[] {
    const all = words(asked);
    const [rarest = asked] = all.toSorted((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || b.length - a.length);
    const found = index.search(rarest, options);
    if (all.length === 1) return found.map(({ id }) => id);
    const few = emptyIndex();
    few.addAll(found.map(({ id }) => ({ id, key: keys[id] ?? "" })));
    return few.search(asked, options).map(({ id }) => id);
  }

  return {
    find(query, limit, typed = false) {
      const asked = key(query);
      if (asked === "") return [];
      const plain = fold(query);
      const options: SearchOptions = { prefix: true, fuzzy: typed ? false : edits, combineWith: "AND" };
      const byLetters = holding(asked, options).map((id) => {
        return { id, level: closeness(names[id], keys[id], plain, asked) };
      });
      const alike = typed || indic.test(query) ? [] : (sounds.get(heard(query)) ?? []);
      const bySound = alike.filter((id) => soundsLike(query, names[id]?.text ?? ""));
      const found = [...byLetters, ...bySound.map((id) => ({ id, level: levels.sound }))].flatMap(({ id, level }) => {
        const name = names[id];
        return name && (!typed || (asTyped.has(level) && name.kind !== "standIn")) ? [{ name, level }] : [];
      });
      const exact = found.some(({ level }) => level <= levels.sound);
      return best(exact ? found.filter(({ level }) => level !== levels.typo) : found, limit);
    },
  };
}

function emptyIndex() {
  return new MiniSearch<{ id: number; key: string }>({
    fields: ["key"],
    tokenize: words,
    processTerm: (term) => term,
  });
}

/**
 * A name in the letters that all its spellings share: Latin words without case and accents, Indic words by sound, so that
 * Devanagari and Bengali meet. Indic words are marked, because their keys are Latin letters too and mean other sounds.
 */
export function key(text: string): string {
  const parts = text.normalize("NFC").match(/[\p{L}\p{M}\p{N}.’'\u200c\u200d]+/gu) ?? [];
  return parts
    .map((part) =>
      indic.test(part) ? `~${indicKey(part).light}` : latinKey(part).toLowerCase().replaceAll(/[’']/g, ""),
    )
    .filter((part) => part !== "" && part !== "~")
    .join(" ");
}

/** The sound of a query, or what no name sounds like where it is too short to tell names apart. */
function heard(query: string): string {
  const text = sound(query);
  return text.length < 3 ? "?" : text;
}

/** Names of different states differ in one or two letters (Niger, Nigeria; Austria, Australia): short words get no leeway. */
function edits(word: string): number {
  const letters = word.replace("~", "").length;
  if (letters < 5) return 0;
  return letters < 8 ? 1 : 2;
}

const levels = { name: 0, alias: 1, script: 2, sound: 3, begins: 4, holds: 5, typo: 6 };
const asTyped = new Set([levels.name, levels.alias, levels.begins, levels.holds]);
const how: How[] = ["name", "alias", "script", "script", "prefix", "prefix", "typo"];

function closeness(name: Name | undefined, nameKey = "", plain: string, asked: string): number {
  const own = fold(name?.text ?? "");
  if (own === plain) return name?.kind === "name" ? levels.name : levels.alias;
  if (nameKey === asked) return levels.script;
  if (nameKey.startsWith(asked)) return levels.begins;
  return ` ${nameKey}`.includes(` ${asked}`) ? levels.holds : levels.typo;
}

function best(found: { name: Name; level: number }[], limit: number): Hit[] {
  const order = found.sort(
    (a, b) => a.level - b.level || a.name.text.length - b.name.text.length || compare(a.name.node, b.name.node),
  );
  const hits = new Map<string, Hit>();
  for (const { name, level } of order) {
    if (hits.size === limit) break;
    if (!hits.has(name.node)) hits.set(name.node, { node: name.node, matched: name.text, how: how[level] ?? "typo" });
  }
  return [...hits.values()];
}

/** The same writing: what remains when neither composition nor case nor spaces count. */
function fold(text: string): string {
  return text.normalize("NFC").toLowerCase().replaceAll(/\s+/g, " ").trim();
}

function words(text: string): string[] {
  return text.split(" ");
}

function compare(a: string, b: string): number {
  return a < b ? -1 : Number(a > b);
}
