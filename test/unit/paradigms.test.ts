import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { grammar } from "../../ingest/claims/grammar.ts";
import { Lexicon } from "../../ingest/claims/lexicon.ts";
import { tokens } from "../../ingest/claims/tokens.ts";
import { Paradigms } from "../../ingest/languages/paradigms.ts";

function inFolder<T>(files: Record<string, string>, use: (folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "entente-paradigms-"));
  try {
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return use(folder);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const read = (text: string) => inFolder({ "p.tsv": text }, (folder) => new Paradigms(join(folder, "p.tsv")));

describe("the forms of verbs", () => {
  it.each([
    ["*\t*s, *ed\t*ing\n", "plant", "plant plants planted planting"],
    ["*\t*s, *ed\t*ing\n*e\t*es, *ed\t*ing\n", "pledge", "pledge pledges pledged pledging"],
    ["*\t*s, *ed\t*ing\nlend\tlends, lent\tlending\n", "lend", "lend lends lent lending"],
  ])("come from a verb's own line or the longest pattern: %j", (text, verb, forms) => {
    expect([...read(text).of(verb)!.all].join(" ")).toBe(forms);
  });

  it("are unknown where neither a line nor a pattern has the verb", () => {
    expect(read("lend\tlends, lent\tlending\n").of("borrow")).toBeUndefined();
  });

  it.each([
    ["lend\tlends\n", "expected a verb, its finite forms and its other forms"],
    ["lend\tlends,, lent\tlending\n", "an empty form"],
    ["lend\tlends\tlending\nlend\tlends\tlending\n", '"lend" stands twice'],
    ["*e\tes\t*ing\n", 'the forms of a pattern begin with "*", found "es"'],
    ["*\t*s, *ed\t*ing\nplant\tplants, planted\tplanting\n", '"plant" is as regular as its pattern says'],
  ])("are checked as they are read: %j", (text, complaint) => {
    expect(() => read(text)).toThrow(complaint);
    expect(() => read(text)).toThrow(/p\.tsv:\d/u);
  });
});

describe("a form of words.tsv", () => {
  const files = (words: string) => ({ "paradigms.tsv": "*\t*s, *ed\t*ing\n", "words.tsv": words });
  const marked = (words: string, text: string) =>
    inFolder(files(words), (folder) => {
      const found = new Lexicon(folder, [], "adverb").at(tokens(text), 0);
      return found && text.split(" ").slice(found.from, found.to).join(" ");
    });

  it.each([
    ["v.x\t~turn down\n", "turned down it", "turned down"],
    ["v.x\t~turn its|his back on\n", "turning his back on it", "turning his back on"],
    ["v.x\t~turn away from\nadverb\tlast week\n", "turned away last week from it", "turned away last week from"],
    ["n.x\tcold answer\nadverb\tlast week\n", "cold last week answer", undefined],
  ])("%j stands in %j as %j", (words, text, found) => {
    expect(marked(words, text)).toBe(found);
  });

  it.each([
    ["v.x\t~turn ~away\n", "one word may be a verb"],
    ["v.x\t~\n", 'no verb ""'],
  ])("is checked as it is read: %j", (words, complaint) => {
    expect(() => marked(words, "it")).toThrow(complaint);
  });

  it("names only verbs that English inflects", () => {
    expect(grammar("en").lexicon.of("rebuffed")).toContain("v.reject");
  });
});
