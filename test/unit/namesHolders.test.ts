import { describe, expect, it } from "vitest";
import { gazetteer } from "../../ingest/gazetteer/gazetteer.ts";
import { holder } from "../../ingest/gazetteer/holders.ts";

const names = gazetteer();
const of = (name: string) => [...names.entities()].find((entity) => entity.name.en === name)!.id;
const english = (words: string, lang: string, country: string, date?: string) => {
  const found = holder(words.split(" "), lang, { country: of(country), ...(date ? { date } : {}) }, names);
  return found && names.entity(found)!.name.en;
};

describe("a name beside a title and a state", () => {
  it.each([
    ["hi", "हाविएर मिलेई", "Argentina", "2025-03-01", "Javier Milei"],
    ["hi", "बासिरू डियोमाये फाये", "Senegal", "2025-03-01", "Bassirou Diomaye Faye"],
    ["hi", "इब्राहिम ट्राओरे", "Burkina Faso", "2024-03-01", "Ibrahim Traoré"],
    ["bn", "হাভিয়ের মিলেই", "Argentina", "2025-03-01", "Javier Milei"],
    ["bn", "ইব্রাহিম ত্রাওরে", "Burkina Faso", "2024-03-01", "Ibrahim Traoré"],
    ["bn", "আসিমি গোইতা", "Mali", "2023-03-01", "Assimi Goïta"],
    ["en", "Ibrahima Traore", "Burkina Faso", "2024-03-01", "Ibrahim Traoré"],
    ["hi", "मिलेई", "Argentina", "2025-03-01", "Javier Milei"],
  ])("means the holder of an office there, in whatever script: %s %s", (lang, name, country, date, expected) => {
    expect(english(name, lang, country, date)).toBe(expected);
  });

  it.each([
    ["another state", "hi", "हाविएर मिलेई", "Chile", "2025-03-01"],
    ["a day long before the office", "hi", "हाविएर मिलेई", "Argentina", "2015-03-01"],
    ["another given name", "hi", "रॉबर्टो मिलेई", "Argentina", "2025-03-01"],
    ["another surname", "hi", "हाविएर मोरालेस", "Argentina", "2025-03-01"],
    ["the surname of somebody who left", "hi", "फर्नांडीज", "Argentina", "2026-03-01"],
    ["a word that is no name", "hi", "चुनाव", "Argentina", "2025-03-01"],
    ["a word that is no name", "bn", "নির্বাচন", "Mali", "2025-03-01"],
  ])("means nobody known beside %s: %s %s", (_, lang, name, country, date) => {
    expect(english(name, lang, country, date)).toBeUndefined();
  });
});

/** Every Hindi and Bengali name of the lists is a test: with it taken away, the English name must lead to the same person. */
describe("the holders that the lists name in three scripts", () => {
  const written = [...names.entities()].flatMap((entity) => {
    const term = entity.type === "Leader" ? names.offices(entity.id).at(-1) : undefined;
    if (!term) return [];
    return entity.aliases
      .filter((alias) => alias.includes(" ") && /^[\p{Script=Devanagari}\p{Script=Bengali}]/u.test(alias))
      .map((alias) => ({
        person: entity.id,
        words: alias.split(" "),
        lang: /^\p{Script=Bengali}/u.test(alias) ? "bn" : "hi",
        beside: { country: term.country, date: `${(term.from ?? "2020").slice(0, 4)}-12-30` },
      }));
  });

  it("are found by sound in nine of ten cases, and never taken for another", () => {
    const found = written.map(({ words, lang, beside }) => holder(words, lang, beside, names));
    expect(written.length).toBeGreaterThan(1000);
    expect(written.filter(({ person }, at) => found[at] !== undefined && found[at] !== person)).toEqual([]);
    expect(written.filter(({ person }, at) => found[at] === person).length / written.length).toBeGreaterThan(0.92);
  });

  it("are not taken for others when they themselves are unknown", () => {
    const taken = written.filter(({ person, words, lang, beside }) => {
      const others = { ...names, persons: (country: string) => names.persons(country).filter((id) => id !== person) };
      return holder(words, lang, beside, others) !== undefined;
    });
    expect(taken.length / written.length).toBeLessThan(0.005);
  });
});
