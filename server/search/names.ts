import { setImmediate } from "node:timers/promises";
import MiniSearch from "minisearch";
import { indicKey, latinKey } from "../../ingest/gazetteer/key.ts";

/** One name of one node. */
export interface Name {
  node: string;
  text: string;
  /** A main name rather than an alias. */
  main: boolean;
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
  const index = new MiniSearch<{ id: number; key: string }>({
    fields: ["key"],
    tokenize: words,
    processTerm: (term) => term,
  });
  const keys: string[] = [];
  for (const { text } of names) {
    const id = keys.push(key(text)) - 1;
    index.add({ id, key: keys[id] ?? "" });
    if (id % 200 === 0) await setImmediate();
  }

  return {
    find(query, limit, typed = false) {
      const asked = key(query);
      if (asked === "") return [];
      const plain = fold(query);
      const found = index
        .search(asked, { prefix: true, fuzzy: typed ? false : edits, combineWith: "AND" })
        .flatMap(({ id }) => {
          const [name, nameKey] = [names[id], keys[id]];
          const level = name && nameKey !== undefined ? closeness(name, nameKey, plain, asked) : undefined;
          return name && level !== undefined ? [{ name, level }] : [];
        })
        .filter(({ level }) => !typed || asTyped.has(level));
      const exact = found.some(({ level }) => level <= levels.script);
      return best(exact ? found.filter(({ level }) => level !== levels.typo) : found, limit);
    },
  };
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
const indic = /[\p{Script=Devanagari}\p{Script=Bengali}]/u;

/** Names of different states differ in one or two letters (Niger, Nigeria; Austria, Australia): short words get no leeway. */
function edits(word: string): number {
  const letters = word.replace("~", "").length;
  if (letters < 5) return 0;
  return letters < 8 ? 1 : 2;
}

const levels = { name: 0, alias: 1, script: 2, begins: 3, holds: 4, typo: 5 };
const asTyped = new Set([levels.name, levels.alias, levels.begins, levels.holds]);
const how: How[] = ["name", "alias", "script", "prefix", "prefix", "typo"];

function closeness({ text, main }: Name, nameKey: string, plain: string, asked: string): number {
  const own = fold(text);
  if (own === plain) return main ? levels.name : levels.alias;
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
