import { describe, expect, it } from "vitest";
import { document } from "../../ingest/read/document.ts";
import { distance, NEAR } from "../../model/origin.ts";

const article = (lang: string, paragraphs: string[]) =>
  document({ id: "a", from: "a", lang, text: paragraphs.join("\n\n") }).article;
const agency = (lang: string, ...paragraphs: string[]) => article(lang, paragraphs).agency;

/** Further paragraphs, so that a sentence stands in the lead of an article rather than alone. */
const rest: Record<string, string[]> = {
  en: [
    "The two sides have met four times since the spring, and nothing has been signed.",
    "A fifth round was to follow in the autumn, officials of both governments added.",
  ],
  hi: [
    "दोनों पक्ष वसंत के बाद से चार बार मिल चुके हैं और अब तक कुछ भी तय नहीं हुआ है।",
    "दोनों सरकारों के अधिकारियों ने कहा कि पांचवां दौर शरद ऋतु में होने वाला था।",
  ],
  bn: [
    "দুই পক্ষ বসন্তের পর থেকে চারবার বৈঠকে বসেছে, তবে এখনো কিছুই সই হয়নি বলে জানা গেছে।",
    "দুই সরকারের কর্মকর্তারা বলেছেন, শরৎকালে আলোচনার পঞ্চম দফা হওয়ার কথা ছিল।",
  ],
};

describe("the agency whose report a text gives", () => {
  it.each([
    ["en", "Ghana has turned down Togo's request for fuel, according to the Xinhua news agency.", "xinhua"],
    ["en", "Ghana has turned down Togo's request for fuel, Reuters reported on Monday.", "reuters"],
    ["en", "The news agency AFP said on Monday that Ghana had turned down the request.", "afp"],
    ["en", "Citing the state-run news agency KCNA, officials said that the request was turned down.", "kcna"],
    ["en", "Ghana has turned down Togo's request for fuel, PTI reports from the capital.", "pti"],
    ["hi", "रॉयटर्स के मुताबिक घाना ने टोगो का अनुरोध सोमवार को ठुकरा दिया है और ईंधन देने से मना किया है।", "reuters"],
    ["hi", "समाचार एजेंसी पीटीआई के अनुसार घाना ने टोगो का अनुरोध सोमवार को ठुकरा दिया है।", "pti"],
    ["hi", "शिन्हुआ ने बताया कि घाना ने टोगो का अनुरोध सोमवार को राजधानी में ठुकरा दिया है।", "xinhua"],
    ["hi", "एएफपी की रिपोर्ट में कहा गया है कि घाना ने टोगो का अनुरोध सोमवार को ठुकरा दिया।", "afp"],
    ["bn", "ঘানা সোমবার টোগোর অনুরোধ প্রত্যাখ্যান করেছে বলে বাসস জানায়।", "bss"],
    ["bn", "ঘানা সোমবার টোগোর জ্বালানির অনুরোধ প্রত্যাখ্যান করেছে। খবর রয়টার্সের।", "reuters"],
    ["bn", "বার্তা সংস্থা এএফপির খবরে বলা হয়েছে, ঘানা সোমবার টোগোর অনুরোধ প্রত্যাখ্যান করেছে।", "afp"],
    ["bn", "ঘানা টোগোর অনুরোধ প্রত্যাখ্যান করেছে, সংবাদ সংস্থা সিনহুয়ার বরাত দিয়ে জানানো হয়েছে।", "xinhua"],
  ])("%s: %s → %s", (lang, lead, id) => {
    expect(agency(lang, lead, ...rest[lang]!)).toBe(id);
  });

  it.each([
    ["en", "Ghana's foreign minister told Reuters on Monday that Togo's request would be turned down."],
    ["en", "In an interview with AFP the minister said that Togo's request would be turned down."],
    ["en", "Speaking to the Xinhua news agency, the minister turned down the request of Togo for fuel."],
    ["en", "Ghana turned down the request, Reuters reported, while AFP said that talks would go on."],
    ["en", "The reuters of the loom and the trend in cloth were turned down by the buyers of Togo."],
    ["hi", "घाना के विदेश मंत्री ने सोमवार को एएनआई से बात करते हुए कहा कि टोगो का अनुरोध ठुकरा दिया जाएगा।"],
    ["hi", "मंत्री ने रॉयटर्स को बताया कि टोगो का अनुरोध सोमवार को राजधानी में ठुकरा दिया गया है।"],
    ["hi", "वार्ता के अनुसार चलने की बात घाना और टोगो के मंत्रियों ने सोमवार को राजधानी में दोहराई है।"],
    ["bn", "ঘানার পররাষ্ট্রমন্ত্রী সোমবার রয়টার্সকে বলেন, টোগোর অনুরোধ প্রত্যাখ্যান করা হবে।"],
    ["bn", "এএফপির সঙ্গে আলাপে মন্ত্রী জানান, টোগোর অনুরোধ সোমবার প্রত্যাখ্যান করা হয়েছে।"],
    ["bn", "ঘানা জানায়, বাসসহ সব যানবাহনের জ্বালানি চেয়ে টোগো সোমবার অনুরোধ করেছিল।"],
  ])("%s: none in: %s", (lang, lead) => {
    expect(agency(lang, lead, ...rest[lang]!)).toBeUndefined();
  });

  it("is asked of the first and the last paragraphs only: a text may quote an agency for one thing", () => {
    const [second, last] = rest.en!;
    const quoted = "A similar request was turned down in 2011, according to the Xinhua news agency.";
    const lead = "Ghana has turned down a request of Togo for fuel, its foreign ministry said on Monday.";
    expect(agency("en", lead, second!, quoted, last!)).toBeUndefined();
    expect(agency("en", lead, second!, last!, quoted)).toBe("xinhua");
  });

  it.each([
    ["en", "The request was made in March, and officials said it would not be repeated. — Reuters", "reuters"],
    ["en", "The request was made in March, and officials said it would not be repeated (PTI)", "pti"],
    ["en", "The request was made in March, and officials said it would not be repeated. PTI ZH NB", "pti"],
    ["hi", "यह अनुरोध मार्च में किया गया था और अधिकारियों ने कहा कि उसे दोहराया नहीं जाएगा। -एएनआई", "ani"],
    ["bn", "মার্চে এই অনুরোধ করা হয়েছিল এবং কর্মকর্তারা বলেছেন, তা আর করা হবে না। —ইউএনবি", "unb"],
  ])("stands behind the last sentence: %s %s → %s", (lang, last, id) => {
    expect(agency(lang, ...rest[lang]!, last)).toBe(id);
  });

  it("is the one that the dateline credits, whomever the text quotes", () => {
    const lead = "ACCRA (AFP) - Ghana has turned down Togo's request, according to the Xinhua news agency.";
    expect(agency("en", lead, ...rest.en!)).toBe("afp");
  });
});

it("a story under another headline, dateline and credit is a near copy", () => {
  const body = [
    "Ghana has turned down a request from Togo to share its fuel reserves, the foreign ministry in Accra said on Monday.",
    ...rest.en!,
    "A spokesman for the government in Lome called the decision a disappointment and asked Benin for help instead.",
  ];
  const one = article("en", ["Ghana denies Togo fuel", ...body]);
  const other = article("en", [
    "No petrol for the neighbours: Accra says no",
    ...body.slice(0, -1),
    `${body.at(-1)} — Reuters`,
  ]);
  expect(distance(one.fingerprint, other.fingerprint)).toBeLessThanOrEqual(NEAR);
});
