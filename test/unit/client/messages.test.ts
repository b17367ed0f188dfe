import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { problemKinds, valuesOf } from "../../../model/problem.ts";

const folder = new URL("../../../client/src/messages/", import.meta.url);
const lists = ["", "problems/"];
type Messages = Record<string, string | Record<string, string>>;
const read = (name: string): Messages => JSON.parse(readFileSync(new URL(name, folder), "utf8"));
const others = lists.flatMap((list) =>
  readdirSync(new URL(`./${list}`, folder))
    .filter((name) => name.endsWith(".json") && name !== "en.json")
    .map((name) => [list, name] as const),
);
const texts = (message: Messages[string]): string[] =>
  typeof message === "string" ? [message] : Object.values(message);
const places = (message: Messages[string]): string[] =>
  [...new Set(texts(message).flatMap((text) => text.match(/\{\w+\}/g) ?? []))].sort();

describe.each(others)("the messages in %s%s", (list, name) => {
  const english = read(`${list}en.json`);
  const messages = read(list + name);

  it("are the same messages as in English, none missing and none left over", () => {
    expect(Object.keys(messages).sort()).toEqual(Object.keys(english).sort());
  });

  it("hold the same values", () => {
    for (const [key, message] of Object.entries(english))
      expect([key, places(messages[key]!)]).toEqual([key, places(message)]);
  });

  it("say something, in the language's own script wherever English says words", () => {
    for (const [key, message] of Object.entries(messages)) {
      for (const text of texts(message)) expect([key, text.trim()]).not.toEqual([key, ""]);
      const words = texts(english[key]!)
        .join("")
        .replace(/\{\w+\}/g, "");
      if (!/\p{Letter}{2}/u.test(words)) continue;
      expect([key, /[\p{Script=Devanagari}\p{Script=Bengali}]/u.test(texts(message).join(""))]).toEqual([key, true]);
    }
  });

  it("have a form for every plural the language knows", () => {
    const lang = name.slice(0, -".json".length);
    const needed = new Intl.PluralRules(lang).resolvedOptions().pluralCategories;
    for (const [key, message] of Object.entries(messages))
      if (typeof message !== "string") expect([key, Object.keys(message).sort()]).toEqual([key, [...needed].sort()]);
  });
});

describe("what can go wrong", () => {
  const messages = read("problems/en.json");

  it("is said of every kind of problem, with the values it speaks of", () => {
    const kinds = Object.fromEntries(Object.entries(messages).filter(([key]) => key !== "place" && key !== "instead"));
    expect(Object.keys(kinds).sort()).toEqual([...problemKinds].sort());
    for (const kind of problemKinds) {
      const named = places(messages[kind]!).map((place) => place.slice(1, -1));
      expect([kind, named.filter((name) => !valuesOf(kind).includes(name))]).toEqual([kind, []]);
    }
  });
});
