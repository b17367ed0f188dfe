import { describe, expect, it } from "vitest";
import { candidate } from "../../ingest/gazetteer/candidates.ts";
import { latin } from "../../ingest/gazetteer/latin.ts";

describe("a name in Latin letters", () => {
  it.each([
    ["hi", "मोहम्मद शरीफ", "Mohammad Sharif"],
    ["hi", "राम कुमार", "Ram Kumar"],
    ["hi", "ज़ेलेंस्की", "Zelenski"],
    ["hi", "अनवर", "Anavar"],
    ["bn", "আবদুল হামিদ", "Abdul Hamid"],
    ["bn", "তোকায়েভ", "Tokayev"],
    ["bn", "রহমান", "Rahaman"],
    ["en", "Anna Smith", "Anna Smith"],
  ])("is readable: %s %s", (lang, name, expected) => {
    expect(latin(name, lang)).toBe(expected);
  });
});

describe("a leader nobody knew", () => {
  it("is a candidate with a slug, a Latin name and the name as written", () => {
    expect(candidate(["सदिर", "बेगोव"], "hi")).toEqual({
      id: "sadir-begov",
      type: "Leader",
      labels: ["Leader"],
      name: { en: "Sadir Begov", hi: "सदिर बेगोव" },
      aliases: ["सदिर बेगोव"],
      candidate: true,
    });
  });

  it("keeps an English name as it stands, with no name in another language", () => {
    expect(candidate(["Ana", "Brkić"], "en")).toMatchObject({ id: "ana-brkic", name: { en: "Ana Brkić" } });
    expect(candidate(["Ana", "Brkić"], "en").name).not.toHaveProperty("hi");
  });

  it("is one node however often it is read", () => {
    expect(candidate(["সাদির", "বেগভ"], "bn").id).toBe(candidate(["সাদির", "বেগভ"], "bn").id);
  });
});
