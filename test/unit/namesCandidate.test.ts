import { describe, expect, it } from "vitest";
import { candidate } from "../../ingest/gazetteer/candidates.ts";
import { gazetteer } from "../../ingest/gazetteer/gazetteer.ts";
import { latin } from "../../ingest/gazetteer/latin.ts";

const names = gazetteer();

describe("a name in Latin letters", () => {
  it.each([
    ["hi", "मोहम्मद शरीफ", "Mohammad Sharif"],
    ["hi", "राम कुमार", "Ram Kumar"],
    ["hi", "ज़ेलेंस्की", "Zelenski"],
    ["hi", "अकरम", "Akram"],
    ["bn", "ওয়াং", "Wang"],
    ["hi", "अनवर", "Anvar"],
    ["bn", "আবদুল হামিদ", "Abdul Hamid"],
    ["bn", "তোকায়েভ", "Tokayev"],
    ["bn", "রহমান", "Rahman"],
    ["en", "Anna Smith", "Anna Smith"],
  ])("is readable: %s %s", (lang, name, expected) => {
    expect(latin(name, lang)).toBe(expected);
  });
});

describe("a leader nobody knew", () => {
  it("is a candidate with a slug, a Latin name and the name as written", () => {
    expect(candidate(["सदिर", "बेगोव"], "hi", names)).toEqual({
      id: "sadyr-begov",
      type: "Leader",
      labels: ["Leader"],
      name: { en: "Sadyr Begov", hi: "सदिर बेगोव" },
      aliases: ["सदिर बेगोव"],
      candidate: true,
    });
  });

  it("keeps an English name as it stands, with no name in another language", () => {
    expect(candidate(["Ana", "Brkić"], "en", names)).toMatchObject({ id: "ana-brkic", name: { en: "Ana Brkić" } });
    expect(candidate(["Ana", "Brkić"], "en", names).name).not.toHaveProperty("hi");
  });

  it("is one node however often it is read", () => {
    expect(candidate(["সাদির", "বেগভ"], "bn", names).id).toBe(candidate(["সাদির", "বেগভ"], "bn", names).id);
  });
});

describe("a name that nobody knew, in English", () => {
  const of = (country: string) => [...names.entities()].find((entity) => entity.name.en === country)!.id;
  it.each([
    ["hi", "रणधीर जायसवाल", "India", "Randhir Jaiswal"],
    ["hi", "हिरोशी सुज़ुकी", "Japan", "Hiroshi Suzuki"],
    ["hi", "एंड्र्यू कैंपबेल", "New Zealand", "Andrew Campbell"],
    ["hi", "क्रिस्टोफर राइट", "United States", "Christopher Wright"],
    ["hi", "वोल्फगैंग श्नाइडर", "Austria", "Wolfgang Schneider"],
    ["bn", "ম্যাথু উইলসন", "Canada", "Matthew Wilson"],
    ["bn", "ওয়াং ওয়েনবিন", "China", "Wang Wenbin"],
    ["bn", "ওলেকসান্দর পোলিশচুক", "Ukraine", "Oleksandr Polishchuk"],
    ["bn", "সঞ্জয় মিশ্র", "India", "Sanjay Mishra"],
    ["hi", "सूर्य लामिछाने", "Nepal", "Surya Lamichhane"],
    ["hi", "मारिया कुसिक", "Estonia", "Maria Kusik"],
    ["hi", "कोसी अडजावोन", "Togo", "Kosi Adjavon"],
  ])("is spelled as newspapers spell it: %s %s", (lang, name, country, expected) => {
    expect(candidate(name.split(" "), lang, names, of(country)).name.en).toBe(expected);
  });

  it("is spelled letter by letter where no name sounds like it", () => {
    expect(candidate(["राम", "ग्वाझमेल"], "hi", names).name.en).toBe("Ram Gvajhmel");
  });
});
