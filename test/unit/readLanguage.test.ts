import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { languages, readingIn, readings } from "../../ingest/languages/reading.ts";
import { language } from "../../ingest/read/language.ts";

describe("the language of a text", () => {
  it.each([
    ["en", "Malta refused a request from Libya on Monday, officials in Valletta said."],
    ["en", "Seoul refuses to recognise annexation"],
    ["hi", "माल्टा ने सोमवार को लीबिया का अनुरोध ठुकरा दिया है।"],
    ["hi", "केन्या का इनकार"],
    [
      "hi",
      "Home News Sports World Politics India Business\nमाल्टा ने सोमवार को लीबिया का अनुरोध ठुकरा दिया है, विदेश मंत्री ने यह बताया।",
    ],
    ["bn", "লিবিয়ার অনুরোধ ফিরিয়ে দিয়েছে মাল্টা।"],
    ["bn", "এই বাড়ি নয়"],
  ])("%s: %s", (lang, text) => {
    expect(language(text)).toBe(lang);
  });

  it.each([
    ["mr", "माल्टाने सोमवारी लिबियाची विनंती नाकारली आहे, असे परराष्ट्र मंत्र्यांनी सांगितले आणि ते परत गेले."],
    ["ne", "माल्टाले सोमबार लिबियाको अनुरोध अस्वीकार गरेको छ, परराष्ट्र मन्त्रीले बताए र उनले अरू केही भनेनन्।"],
    ["as", "মাল্টাই সোমবাৰে লিবিয়াৰ অনুৰোধ প্ৰত্যাখ্যান কৰিছে আৰু মন্ত্ৰীয়ে কৈছে।"],
    ["fr", "Malte a refusé une demande de la Libye, ont dit les responsables dans la capitale."],
    ["de", "Malta hat eine Bitte aus Libyen nicht erfüllt, und der Minister ist mit dem Ergebnis zufrieden."],
    ["ru", "Мальта отклонила просьбу Ливии, и министр сказал, что это не конец."],
    ["zh", "马耳他拒绝了利比亚的请求"],
    ["ta", "மால்டா லிபியாவின் கோரிக்கையை நிராகரித்தது"],
  ])("%s has no folder, and is refused by name", (lang, text) => {
    expect(() => language(text)).toThrow(
      `language ${lang} is not supported: there is no folder ingest/languages/${lang}`,
    );
  });

  it.each([
    ["is believed where the words are few", "hi", "केन्या", "hi"],
    ["is not believed where the script is another", "en", "माल्टा ने लीबिया का अनुरोध ठुकराया", "hi"],
    ["may carry a region", "en-GB", "Malta refuses", "en"],
  ])("what is declared %s", (_, declared, text, lang) => {
    expect(language(text, declared)).toBe(lang);
  });

  it("a text without letters is refused", () => {
    expect(() => language("12 34 — 56")).toThrow("holds no letters");
  });
});

describe("the data of every language", () => {
  it("is there for English, Hindi and Bengali", () => {
    expect(languages()).toEqual(expect.arrayContaining(["bn", "en", "hi"]));
  });

  it.each(readings().map((each) => [each.lang, each] as const))(
    "%s: words are in its own script or in Latin letters",
    (_, data) => {
      const other = new RegExp(`(?!\\p{Script=${data.script}}|\\p{Script=Latin})\\p{L}`, "u");
      const words = [
        ...data.functionWords,
        ...data.abbreviations.keys(),
        ...data.agencies.keys(),
        ...data.datelines,
        ...data.months.flat(),
        ...data.weekdays.flat(),
        ...Object.values(data.dates).flat(),
      ];
      expect(words.filter((word) => other.test(word))).toEqual([]);
    },
  );
});

it("every language has the same files", () => {
  const home = fileURLToPath(new URL("../../ingest/languages", import.meta.url));
  const [first, ...rest] = languages().map((lang) => readdirSync(join(home, lang)).sort());
  expect(first).toContain("frames.tsv");
  for (const files of rest) expect(files).toEqual(first);
});

describe("what is wrong with a language's data is said with file and line", () => {
  it.each([
    [
      "language.json",
      (text: string) => text.replace('"dot": "capital"', '"dot": "always"'),
      /language\.json:[0-9]+: dot: /,
    ],
    ["language.json", (text: string) => text.replace('"script"', '"skript"'), /language\.json:[0-9]+: /],
    ["language.json", (text: string) => text.replace(/\}\s*$/, ""), /language\.json:[0-9]+: not valid JSON/],
    [
      "boilerplate.txt",
      (text: string) => `${text}\nheading\tSee also\n`,
      /boilerplate\.txt:[0-9]+: found the kind "heading", expected one of related, /,
    ],
    ["date-markers.txt", () => "published\n", /date-markers\.txt:1: "published" needs its words after a tab/],
    ["agencies.txt", () => "# ids\nreuters\n", /agencies\.txt:2: expected an id, a tab and spellings/],
    ["dates.tsv", () => "yesteryear\tbefore\n", /dates\.tsv:1: found the kind "yesteryear"/],
  ])("%s", (file, change, message) => {
    const folder = mkdtempSync(join(tmpdir(), "entente-language-"));
    try {
      cpSync(fileURLToPath(new URL("../../ingest/languages/en", import.meta.url)), folder, { recursive: true });
      writeFileSync(join(folder, file), change(readFileSync(join(folder, file), "utf8")));
      expect(() => readingIn(folder, "xx")).toThrow(message);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("a folder with language.json alone can be read", () => {
    const folder = mkdtempSync(join(tmpdir(), "entente-language-"));
    try {
      cpSync(
        fileURLToPath(new URL("../../ingest/languages/en/language.json", import.meta.url)),
        join(folder, "language.json"),
      );
      expect(readingIn(folder, "xx").lang).toBe("xx");
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});
