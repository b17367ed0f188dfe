import { describe, expect, it } from "vitest";
import { claimed as claimedIn } from "./claimed.ts";

/** Of an article also who leads whom. */
const claimed = (lang: string, content: string) => claimedIn(lang, content, ["HOLDS_OFFICE_IN"]);

type Row = [lang: string, text: string, claims: string[]];

const titles: Row[] = [
  [
    "en",
    "Peruvian foreign minister Elmer Schialer arrived on Monday. The foreign minister condemned Cuba.",
    ["Peru CONDEMNED Cuba"],
  ],
  [
    "en",
    "Peruvian minister Elmer Schialer and Chilean minister Alberto van Klaveren spoke. The minister condemned Cuba.",
    [],
  ],
  [
    "bn",
    "ঢাকায় নেপালের রাষ্ট্রদূত ঘনশ্যাম ভান্ডারি বলেন, আকাশ পরিষ্কার। মঙ্গলবার পররাষ্ট্রমন্ত্রী শফিকুল আনোয়ার ও প্রতিমন্ত্রী নাসরিন আক্তারের সঙ্গে সৌজন্য সাক্ষাৎ করেন নেপালের রাষ্ট্রদূত।",
    ["Ghansham Bhandari MET_WITH Nasrin Akhter", "Ghansham Bhandari MET_WITH Shafikul Anwar"],
  ],
  ["bn", "মঙ্গলবার প্রতিমন্ত্রী নাসরিন আক্তারের সঙ্গে নৌকা মেরামত করেন নেপালের রাষ্ট্রদূত।", []],
  ["hi", "राजदूत अनिल त्रिगुणायत मोरक्को के थे। राजदूत ने क्यूबा की निंदा की।", []],
];

describe("a title without a name", () => {
  it.each(titles)("means whoever was named with it, if one was: %s %s", async (lang, text, claims) => {
    expect(await claimed(lang, text)).toEqual(claims);
  });
});

const stated: Row[] = [
  ["hi", "राष्ट्रपति बशर अल असद की सीरियाई सरकार चुप है।", ["Bashar al-Assad LEADS Syria"]],
  ["hi", "पूर्व राष्ट्रपति बशर अल असद की सीरियाई सरकार चुप थी।", []],
  ["en", "Kenya called off a trade deal with Ghana.", ["Kenya REFUSED Ghana"]],
  ["en", "Kenya called off a football match with Ghana.", []],
  ["hi", "केन्या के समर्थन के साथ घाना ने चुनाव लड़ा।", ["Kenya SUPPORTED Ghana"]],
  ["hi", "केन्या के गायक के साथ घाना ने गीत गाया।", []],
  ["hi", "घाना चाहता है कि केन्या सीमा खोल दे।", ["Ghana REQUESTED Kenya"]],
  ["hi", "घाना जानता है कि केन्या सुंदर है।", []],
];

describe("what a name or a noun says by itself", () => {
  it.each(stated)("is claimed: %s %s", async (lang, text, claims) => {
    expect(await claimed(lang, text)).toEqual(claims);
  });
});
