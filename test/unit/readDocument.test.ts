import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { document } from "../../ingest/read/document.ts";
import { read } from "../../ingest/read/read.ts";
import { sentences } from "../../ingest/read/sentences.ts";
import { sources } from "../../ingest/read/sources.ts";
import type { Document } from "../../model/stages.ts";

const folder = fileURLToPath(new URL("../fixtures/read/", import.meta.url));
interface Expected {
  lang: string;
  published?: string;
  agency?: string;
  title?: string;
  outlet?: string;
  keeps: string[];
}
const expected = JSON.parse(readFileSync(`${folder}expected.json`, "utf8")) as Record<string, Expected>;

describe("a page is read as its article alone", () => {
  it.each(Object.entries(expected))("%s: every sentence of the article, and no other line", async (file, wanted) => {
    const { article, blocks } = await pageOf(`${folder}${file}`);
    const { lang, published, agency, title, outlet } = article;
    expect({ lang, published, agency, title, outlet }).toEqual({
      ...{ published: undefined, agency: undefined, title: undefined, outlet: undefined },
      ...Object.fromEntries(Object.entries(wanted).filter(([key]) => key !== "keeps")),
    });
    expect(words({ article, blocks })).toEqual([...(wanted.title ? [wanted.title] : []), ...wanted.keeps]);
  });
});

describe("what is kept of a text", () => {
  it.each([
    ["one sentence", "Malta refused a request from Libya to share its radar."],
    ["a headline alone", "Malta refuses Libyan request"],
    ["two sentences on a line", "Tunisia asked Malta for help. Malta refused."],
    ["one Hindi sentence without an end", "माल्टा ने लीबिया का अनुरोध ठुकराया"],
    ["one Bengali sentence", "লিবিয়ার অনুরোধ ফিরিয়ে দিয়েছে মাল্টা।"],
    ["a sentence that begins like a byline", "By Monday, Malta had refused all requests."],
    ["a sentence that begins like a label", "सार्क के सदस्य देशों ने बैठक की।"],
    ["a quotation without an end inside", "“Malta is our ally,” the minister said in Tunis on Sunday."],
  ])("%s is kept whole", (_, text) => {
    expect(words(documentOf(text))).toEqual(text.split(/(?<=help\.) /));
  });

  it("a question among paragraphs is not the article's when a list of headlines holds it", () => {
    const kept = words(
      documentOf(
        "Malta refused Libya's request on Monday, its foreign minister said.\nLibya had asked for the radar in March, officials in Tripoli said.\nRelated\nWill Egypt attack Sudan? Three questions about the Nile and what comes next\nChad accuses Niger!",
      ),
    );
    expect(kept).toEqual([
      "Malta refused Libya's request on Monday, its foreign minister said.",
      "Libya had asked for the radar in March, officials in Tripoli said.",
    ]);
  });

  it("an article goes on after a link to another one in its middle", () => {
    const kept = words(
      documentOf(
        "मोरक्को ने अल्जीरिया का प्रस्ताव ठुकरा दिया है, विदेश मंत्रालय ने कहा।\n\nयह भी पढ़ें\nसूडान ने चाड पर लगाया आरोप\n\nमोरक्को के विदेश मंत्रालय ने अल्जीरिया को पत्र भेजा है।",
      ),
    );
    expect(kept).toEqual([
      "मोरक्को ने अल्जीरिया का प्रस्ताव ठुकरा दिया है, विदेश मंत्रालय ने कहा।",
      "मोरक्को के विदेश मंत्रालय ने अल्जीरिया को पत्र भेजा है।",
    ]);
  });

  it("an article below its summary is not lost to a list that stands between them", () => {
    const lines = [
      "Malta refuses Libyan request",
      "Malta has refused to share its radar with Libya.",
      "Trending",
      "Heavy rain floods streets of Lima",
      "The foreign ministry in Valletta said on Monday that no foreign officers would sit in its stations.",
      "Libya had asked for the pictures in March, when ministers of both states met in Tripoli.",
    ];
    expect(words(documentOf(lines.join("\n")))).toEqual(lines.filter((_, at) => at !== 2 && at !== 3));
  });

  it("a notice within a line is cut out, and the sentences around it stay", () => {
    const text =
      "Malta refused the request. Click here to read more. Libya asked Tunisia for help. Subscribe to our newsletter! Tunisia agreed.";
    expect(words(documentOf(text))).toEqual([
      "Malta refused the request.",
      "Libya asked Tunisia for help.",
      "Tunisia agreed.",
    ]);
  });

  it("readers' comments are left out, though they are sentences", () => {
    const article =
      "Malta refused Libya's request on Monday, its foreign minister said in Valletta. Libya had asked in March.";
    const text = `${article}\nComments\nRussia attacked Malta and nobody wrote about it here. I saw it with my own eyes.\nMe too.`;
    expect(words(documentOf(text)).join(" ")).toBe(article);
  });

  it.each([
    [
      "en",
      "Malta refused a request from Libya, the ministry said.",
      "Ministers of Malta and Libya had met in Tripoli in March to speak of the request and of much else",
      "The ministry gave no reason, and Libya asked for none.",
    ],
    [
      "hi",
      "माल्टा ने लीबिया का अनुरोध ठुकरा दिया है, मंत्रालय ने कहा।",
      "माल्टा और लीबिया के विदेश मंत्रालय इस अनुरोध पर मार्च में भी बात कर चुके थे लेकिन कोई हल नहीं निकला था",
      "मंत्रालय ने कोई कारण नहीं बताया और लीबिया ने भी नहीं पूछा।",
    ],
  ])("a paragraph that lost its full stop is kept (%s)", (_, ...lines) => {
    expect(words(documentOf(lines.join("\n")))).toEqual(lines);
  });

  it.each([
    [
      "before a small letter",
      "Malta has refused a request from\n\nthe government of Libya, officials said on Monday.",
      1,
    ],
    ["after a comma", "Malta, Tunisia, Egypt and Chad met on Monday,\nLibya was not asked to come to the table.", 1],
    ["but a menu is no sentence", "world news\nMalta refused a request from Libya on Monday, officials said.", 1],
  ])("a sentence broken at a link is one sentence: %s", (_, text, count) => {
    expect(words(documentOf(text))).toHaveLength(count);
  });

  it.each([
    "(Reporting by Example Writer; Editing by Another.)",
    "(With inputs from agencies)",
    "“Also read: Chad attacks Niger, and three questions about what comes next. What is known.",
    "Photo: Malta's foreign minister in Tripoli in March",
    "Malta's foreign minister arrives in Tripoli for talks with the government of Libya. (AP Photo/Example)",
    "Click here to read all the latest news about Malta and Libya.",
    "#Malta #Libya #Tripoli",
    "Home | World | Africa | Malta",
    "© 2021 Malta News. All rights reserved.",
  ])("left out: %s", (line) => {
    const lines = [
      "Malta refused a request from Libya on Monday, the ministry said.",
      "Libya had asked for help in March, it said.",
    ];
    expect(words(documentOf([...lines, line, "The ministry in Valletta gave no reason for it."].join("\n")))).toEqual([
      ...lines,
      "The ministry in Valletta gave no reason for it.",
    ]);
  });

  it("headlines run together without a full stop are left out, since they cannot be parted safely", () => {
    const kept = words(
      documentOf(
        "मोरक्को ने अल्जीरिया का प्रस्ताव ठुकराया\n\nHighlightsमोरक्को ने अल्जीरिया का प्रस्ताव ठुकरा दिया हैअल्जीरिया ने मोरक्को पर आरोप लगाया था कि वह बातचीत नहीं चाहतासूडान ने दोनों देशों से संयम बरतने की अपील की है और बैठक बुलाई है\n\nमोरक्को ने अल्जीरिया का प्रस्ताव ठुकरा दिया है, विदेश मंत्रालय ने कहा।",
      ),
    );
    expect(kept).toEqual([
      "मोरक्को ने अल्जीरिया का प्रस्ताव ठुकराया",
      "मोरक्को ने अल्जीरिया का प्रस्ताव ठुकरा दिया है, विदेश मंत्रालय ने कहा।",
    ]);
  });

  it("a clean text is kept whole, whatever it looks like", () => {
    const text = "Related\nMalta refuses Libya\nClick here to read more";
    expect(words(documentOf(text, { clean: true }))).toEqual([
      "Related",
      "Malta refuses Libya",
      "Click here to read more",
    ]);
  });

  it("a page of menus alone is refused with the reason", () => {
    expect(() => documentOf("Home\nWorld\nSport\nSign in")).toThrow("holds no sentence of an article");
  });
});

describe("a dateline is not the article's", () => {
  it.each([
    ["KYIV (Reuters) - ", "reuters", "en"],
    ["BEIJING, March 3 (Xinhua) -- ", "xinhua", "en"],
    ["(ANSA) - Rome, January 24 - ", "ansa", "en"],
    ["NEW DELHI: ", undefined, "en"],
    ["(CNN) — ", undefined, "en"],
    ["Jakarta, Indonesia – ", undefined, "en"],
    ["नई दिल्ली, 5 मई (भाषा) ", "pti", "hi"],
    ["मास्को, एपी। ", "ap", "hi"],
    ["वाशिंगटन: ", undefined, "hi"],
    ["ঢাকা, ২৬ সেপ্টেম্বর (ইউএনবি): ", "unb", "bn"],
    ["কিয়েভ, ২৪ ফেব্রুয়ারি, এএফপি: ", "afp", "bn"],
  ] as const)("%s", (line, agency, lang) => {
    const sentence = examples[lang];
    const { article, blocks } = documentOf(line + sentence);
    expect(words({ article, blocks })).toEqual([sentence]);
    expect(article.agency).toBe(agency);
  });

  it.each([
    ["en", "Putin: the treaty that Belarus signed on Monday was never in force.", undefined],
    ["en", "Reuters said on Monday that Belarus had refused the treaty.", "reuters"],
    ["hi", "पुतिन: बेलारूस ने सोमवार को संधि को ठुकरा दिया है, यह झूठ है।", undefined],
    ["hi", "समाचार एजेंसी एपी ने कहा, बेलारूस ने संधि को ठुकरा दिया है।", undefined],
  ])("a speaker or a quoted agency is (%s)", (_, text, agency) => {
    const { article, blocks } = documentOf(text);
    expect(words({ article, blocks })).toEqual([text]);
    expect(article.agency).toBe(agency);
  });
});

describe("the day of publication", () => {
  const body = "Malta refused a request from Libya on Monday, its foreign minister told reporters.";
  it.each([
    ["a date below the headline", `Malta refuses Libya\n5 March 2021\n${body}`, "2021-03-05"],
    [
      "the published date, not the updated one",
      `Malta refuses Libya\nUpdated March 9, 2021 | Published March 5, 2021\n${body}`,
      "2021-03-05",
    ],
    [
      "not the day of the visit above the headline",
      `Tuesday, 4 May 2021\nMalta News\nMalta refuses Libya\n5 March 2021\n${body}`,
      "2021-03-05",
    ],
    ["an ISO date", `Malta refuses Libya\n2021-03-05T10:11:12+05:30\n${body}`, "2021-03-05"],
    [
      "a date with Hindi digits",
      `माल्टा का इनकार\n०५ मार्च २०२१\nमाल्टा ने लीबिया का अनुरोध ठुकरा दिया है, मंत्री ने कहा।`,
      "2021-03-05",
    ],
    [
      "a date in figures, the day first",
      `माल्टा का इनकार\nप्रकाशित: 05/03/2021\nमाल्टा ने लीबिया का अनुरोध ठुकरा दिया है, मंत्री ने कहा।`,
      "2021-03-05",
    ],
    [
      "a Bengali date, not the one of the Bengali calendar",
      `লিবিয়াকে মাল্টার অস্বীকৃতি\n২১ ফাল্গুন ১৪২৭, ৫ মার্চ ২০২১\nলিবিয়ার অনুরোধ ফিরিয়ে দিয়েছে মাল্টা, জানালেন মন্ত্রী।`,
      "2021-03-05",
    ],
    [
      "a date below the article with its word",
      `Malta refuses Libya\n${body}\nFirst published: 5 March 2021`,
      "2021-03-05",
    ],
  ])("%s", (_, text, date) => {
    expect(documentOf(text).article.published).toBe(date);
  });

  it.each([
    ["a date in a sentence", `Malta refuses Libya\n${body} The treaty of 5 March 2011 is void.`],
    ["a day that does not exist", `Malta refuses Libya\n31 February 2021\n${body}`],
    ["two ways to read the figures", `Malta refuses Libya\n05/03/2021\n${body}`],
    ["the day of the visit alone", `Home\nWorld\nToday: 5 March 2021\nMalta refuses Libya\n${body}`],
  ])("is not %s", (_, text) => {
    expect(documentOf(text).article.published).toBeUndefined();
  });
});

const examples = {
  en: "Malta refused a request from Libya on Monday, officials said.",
  hi: "माल्टा ने सोमवार को लीबिया का अनुरोध ठुकरा दिया है।",
  bn: "লিবিয়ার অনুরোধ ফিরিয়ে দিয়েছে মাল্টা।",
};

function documentOf(text: string, more: { clean?: boolean } = {}): Document {
  return document({ id: "a", from: "a", text, ...more });
}

async function pageOf(path: string): Promise<Document> {
  for await (const source of sources([path])) if (!("why" in source)) return document(await read(source));
  throw new Error(`${path} was rejected`);
}

/** The sentences as the article's reader sees them, white space evened out. */
function words(found: Document): string[] {
  return sentences(found).map(({ start, end }) => found.article.text.slice(start, end).replace(/\s+/g, " "));
}
