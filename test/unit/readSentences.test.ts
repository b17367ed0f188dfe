import { describe, expect, it } from "vitest";
import { compose } from "../../ingest/read/compose.ts";
import { document } from "../../ingest/read/document.ts";
import { sentences } from "../../ingest/read/sentences.ts";

describe("a text is cut into sentences", () => {
  it.each([
    ["en", "Malta refused. Libya insisted."],
    ["en", "Gen. Mark Milley met Mr. Lee in Seoul on Jan. 5, 2021. They spoke for two hours."],
    ["en", "The U.S. Army left Niger in August. It had been there since 2013."],
    ["en", "He flew to the U.S. He met Sen. Example at 3.30 p.m. on Monday."],
    ["en", "“Is Malta our ally?” he asked. “It is.” Nobody answered."],
    ["en", '"We will not go." She said no more. "Never!" cried the others.'],
    ["en", "The talks stalled.In Geneva nobody wished to meet. The site is example.com and costs $3.5 a month."],
    ["en", "Sanctions cost No. 10 Ltd. and Example Inc. dearly. They were lifted in 1998."],
    ["hi", "माल्टा ने इनकार किया। लीबिया ने दोहराया।"],
    ["hi", "डॉ. एस. जयशंकर ने कहा कि रु. 3.5 करोड़ मिले। बैठक सोमवार को हुई।"],
    ["hi", 'माल्टा ने कहा, "हम तैयार हैं।" लीबिया चुप रहा।'],
    ["hi", "माल्टा ने कहा, ”हम तैयार हैं। कल मिलेंगे.” लीबिया चुप रहा."],
    ["hi", "वहां जी-20 की बैठक हुई . भारत ने हिस्सा लिया | नेपाल नहीं आया |"],
    ["hi", "क्या माल्टा मानेगा? यह सवाल है!"],
    ["hi", "यू.एन. की टीम गई. यू.एस. दूतावास बंद रहा."],
    ["bn", "মাল্টা রাজি হয়নি। লিবিয়া আবার বলেছে।"],
    ["bn", "ড. মো. ইউনূস বলেন, ‘আমরা প্রস্তুত।’ লিবিয়া চুপ ছিল।"],
    ["bn", "তিনি ৩.৫ কোটি টাকা দেন। এ কে আব্দুল মোমেন ও এম. এ. মান্নান ছিলেন।"],
  ])("%s: %s", (lang, text) => {
    expect(cut(text, lang)).toEqual(expected[text]);
  });

  it.each([
    [
      "a Hindi point without a space",
      "hi",
      "समझौता हुआ है.अगर वह माने तो ठीक है.",
      ["समझौता हुआ है.", "अगर वह माने तो ठीक है."],
    ],
    [
      "a quote closed before the next sentence begins",
      "hi",
      'उसने कहा, "ठीक है."उन्होंने पूछा.',
      ['उसने कहा, "ठीक है."', "उन्होंने पूछा."],
    ],
    [
      "two apostrophes for a quote",
      "hi",
      "वह कहते हैं, ''हम रुके हैं. हम चलेंगे.''गाज़ा दूर है.",
      ["वह कहते हैं, ''हम रुके हैं.", "हम चलेंगे.''", "गाज़ा दूर है."],
    ],
    ["a bracket after the end", "bn", "তিনি এসেছেন।(সংশোধিত) সভা হয়েছে।", ["তিনি এসেছেন।", "(সংশোধিত) সভা হয়েছে।"]],
    ["a last sentence without an end", "bn", "তিনি এসেছেন। সভা হবে", ["তিনি এসেছেন।", "সভা হবে"]],
    ["dots that break off", "en", "We will ... perhaps not. They left.", ["We will ... perhaps not.", "They left."]],
  ])("%s", (_, lang, text, wanted) => {
    expect(cut(text, lang)).toEqual(wanted);
  });

  it("sentences of one line share a block and lines do not", () => {
    const found = sentences(document({ id: "a", from: "a", text: "Malta refused. Libya insisted.\nChad slept." }));
    expect(found.map(({ block, index }) => [index, block])).toEqual([
      [0, 0],
      [1, 0],
      [2, 1],
    ]);
  });
});

describe("the composed text of a sentence", () => {
  it.each([
    ["letters that Unicode takes apart", "एक क़लम और बाड़ा"],
    ["Bengali letters with a dot below, built in", "এই বাড়ি নয়"],
    ["vowels written in two signs", "সে কো"],
    ["accents written apart", "Miloš Zeman"],
    ["marks in another order", "ậx"],
  ])("of %s leads back to the original", (_, raw) => {
    for (const spelled of [raw, raw.normalize("NFD"), raw.normalize("NFC")]) {
      const { text, at } = compose(spelled, 7);
      expect(text).toBe(raw.normalize("NFC"));
      const back = (from: number, to: number) => spelled.slice((at?.[from] ?? 7 + from) - 7, (at?.[to] ?? 7 + to) - 7);
      for (let to = text.length; to > 0; to--)
        expect(text.startsWith(back(0, to).normalize("NFC").slice(0, to))).toBe(true);
      expect(back(0, text.length)).toBe(spelled);
      if (at) expect(at).toHaveLength(text.length + 1);
    }
  });

  it("needs no map where nothing changes", () => {
    expect(compose("माल्टा", 3)).toEqual({ text: "माल्टा" });
  });
});

const expected: Record<string, string[]> = {
  "Malta refused. Libya insisted.": ["Malta refused.", "Libya insisted."],
  "Gen. Mark Milley met Mr. Lee in Seoul on Jan. 5, 2021. They spoke for two hours.": [
    "Gen. Mark Milley met Mr. Lee in Seoul on Jan. 5, 2021.",
    "They spoke for two hours.",
  ],
  "The U.S. Army left Niger in August. It had been there since 2013.": [
    "The U.S. Army left Niger in August.",
    "It had been there since 2013.",
  ],
  "He flew to the U.S. He met Sen. Example at 3.30 p.m. on Monday.": [
    "He flew to the U.S.",
    "He met Sen. Example at 3.30 p.m. on Monday.",
  ],
  "“Is Malta our ally?” he asked. “It is.” Nobody answered.": [
    "“Is Malta our ally?” he asked.",
    "“It is.”",
    "Nobody answered.",
  ],
  '"We will not go." She said no more. "Never!" cried the others.': [
    '"We will not go."',
    "She said no more.",
    '"Never!" cried the others.',
  ],
  "The talks stalled.In Geneva nobody wished to meet. The site is example.com and costs $3.5 a month.": [
    "The talks stalled.",
    "In Geneva nobody wished to meet.",
    "The site is example.com and costs $3.5 a month.",
  ],
  "Sanctions cost No. 10 Ltd. and Example Inc. dearly. They were lifted in 1998.": [
    "Sanctions cost No. 10 Ltd. and Example Inc. dearly.",
    "They were lifted in 1998.",
  ],
  "माल्टा ने इनकार किया। लीबिया ने दोहराया।": ["माल्टा ने इनकार किया।", "लीबिया ने दोहराया।"],
  "डॉ. एस. जयशंकर ने कहा कि रु. 3.5 करोड़ मिले। बैठक सोमवार को हुई।": [
    "डॉ. एस. जयशंकर ने कहा कि रु. 3.5 करोड़ मिले।",
    "बैठक सोमवार को हुई।",
  ],
  'माल्टा ने कहा, "हम तैयार हैं।" लीबिया चुप रहा।': ['माल्टा ने कहा, "हम तैयार हैं।"', "लीबिया चुप रहा।"],
  "माल्टा ने कहा, ”हम तैयार हैं। कल मिलेंगे.” लीबिया चुप रहा.": ["माल्टा ने कहा, ”हम तैयार हैं।", "कल मिलेंगे.”", "लीबिया चुप रहा."],
  "वहां जी-20 की बैठक हुई . भारत ने हिस्सा लिया | नेपाल नहीं आया |": [
    "वहां जी-20 की बैठक हुई .",
    "भारत ने हिस्सा लिया |",
    "नेपाल नहीं आया |",
  ],
  "क्या माल्टा मानेगा? यह सवाल है!": ["क्या माल्टा मानेगा?", "यह सवाल है!"],
  "यू.एन. की टीम गई. यू.एस. दूतावास बंद रहा.": ["यू.एन. की टीम गई.", "यू.एस. दूतावास बंद रहा."],
  "মাল্টা রাজি হয়নি। লিবিয়া আবার বলেছে।": ["মাল্টা রাজি হয়নি।", "লিবিয়া আবার বলেছে।"],
  "ড. মো. ইউনূস বলেন, ‘আমরা প্রস্তুত।’ লিবিয়া চুপ ছিল।": ["ড. মো. ইউনূস বলেন, ‘আমরা প্রস্তুত।’", "লিবিয়া চুপ ছিল।"],
  "তিনি ৩.৫ কোটি টাকা দেন। এ কে আব্দুল মোমেন ও এম. এ. মান্নান ছিলেন।": [
    "তিনি ৩.৫ কোটি টাকা দেন।",
    "এ কে আব্দুল মোমেন ও এম. এ. মান্নান ছিলেন।",
  ],
};

function cut(text: string, lang: string): string[] {
  const found = document({ id: "a", from: "a", text, lang, clean: true });
  return sentences(found).map(({ start, end }) => text.slice(start, end));
}
