import { describe, expect, it } from "vitest";
import { gazetteer } from "../../ingest/gazetteer/gazetteer.ts";

const names = gazetteer();

/** English name, form and ending of what begins the phrase; undefined where it is no name. */
function read(phrase: string, lang: string, from = 0) {
  const words = phrase.normalize("NFC").split(" ");
  const match = names.longest(words, from, lang);
  if (!match) return undefined;
  const { entity, form } = match.readings[0]!;
  return { name: names.entity(entity)!.name.en, form, words: match.words, ending: match.ending };
}
const named = (phrase: string, lang: string) => read(phrase, lang)?.name;

describe("names that look alike", () => {
  it.each([
    ["en", "Niger", "Nigeria"],
    ["hi", "नाइजर", "नाइजीरिया"],
    ["bn", "নাইজার", "নাইজেরিয়া"],
    ["en", "Oman", "Romania"],
    ["hi", "ओमान", "रोमानिया"],
    ["bn", "ওমান", "রোমানিয়া"],
    ["en", "Mali", "Somalia"],
    ["hi", "माली", "सोमालिया"],
    ["bn", "মালি", "সোমালিয়া"],
    ["en", "Austria", "Australia"],
    ["hi", "ऑस्ट्रिया", "ऑस्ट्रेलिया"],
    ["bn", "অস্ট্রিয়া", "অস্ট্রেলিয়া"],
    ["en", "Gambia", "Zambia"],
    ["hi", "गाम्बिया", "ज़ाम्बिया"],
    ["bn", "গাম্বিয়া", "জাম্বিয়া"],
    ["en", "Slovakia", "Slovenia"],
    ["hi", "स्लोवाकिया", "स्लोवेनिया"],
    ["bn", "স্লোভাকিয়া", "স্লোভেনিয়া"],
    ["en", "Dominica", "Dominican Republic"],
    ["hi", "डोमिनिका", "डोमिनिकन गणराज्य"],
    ["bn", "ডোমিনিকা", "ডোমিনিকান প্রজাতন্ত্র"],
    ["en", "Guinea", "Papua New Guinea"],
    ["hi", "गिनी", "पापुआ न्यू गिनी"],
    ["bn", "গিনি", "পাপুয়া নিউগিনি"],
    ["en", "Guinea-Bissau", "Equatorial Guinea"],
    ["hi", "गिनी-बिसाऊ", "इक्वेटोरियल गिनी"],
    ["bn", "গিনি-বিসাউ", "নিরক্ষীয় গিনি"],
    ["en", "North Korea", "South Korea"],
    ["hi", "उत्तर कोरिया", "दक्षिण कोरिया"],
    ["bn", "উত্তর কোরিয়া", "দক্ষিণ কোরিয়া"],
    ["en", "Sudan", "South Sudan"],
    ["hi", "सूडान", "दक्षिण सूडान"],
    ["bn", "সুদান", "দক্ষিণ সুদান"],
    ["en", "DR Congo", "Republic of the Congo"],
    ["hi", "डीआर कांगो", "कांगो गणराज्य"],
    ["bn", "ডিআর কঙ্গো", "কঙ্গো প্রজাতন্ত্র"],
    ["en", "Iran", "Iraq"],
    ["hi", "ईरान", "इराक"],
    ["bn", "ইরান", "ইরাক"],
    ["en", "Sudanese", "South Sudanese"],
    ["hi", "इक्वेटोरियल गिनी", "पापुआ न्यू गिनी"],
    ["bn", "গিনি-বিসাউ", "পাপুয়া নিউগিনি"],
    ["hi", "इस्वातिनी", "आइसलैंड"],
    ["hi", "माली", "मालदीव"],
    ["bn", "মালি", "মালাউই"],
    ["hi", "गाम्बिया", "गैबॉन"],
    ["bn", "মৌরিতানিয়া", "মরিশাস"],
    ["hi", "मॉरिटानिया", "मॉरीशस"],
    ["bn", "জর্ডান", "জর্জিয়া"],
    ["hi", "जॉर्डन", "जॉर्जिया"],
    ["hi", "अल्जीरिया", "नाइजीरिया"],
    ["bn", "লাটভিয়া", "লিথুয়ানিয়া"],
    ["en", "Nigerian", "Nigerien"],
    ["hi", "लीबिया", "लाइबेरिया"],
    ["bn", "লিবিয়া", "লাইবেরিয়া"],
  ])("stay apart in %s: %s, %s", (lang, one, other) => {
    expect(named(one, lang)).toBeDefined();
    expect(named(other, lang)).toBeDefined();
    expect(named(one, lang)).not.toBe(named(other, lang));
  });

  it("read the longer name where one is part of the other", () => {
    expect(read("Guinea-Bissau", "en")?.name).toBe("Guinea-Bissau");
    expect(read("संयुक्त राष्ट्र सुरक्षा परिषद", "hi")).toMatchObject({ name: "United Nations Security Council", words: 4 });
    expect(read("তেহরিক-ই-তালেবান পাকিস্তান", "bn")?.name).toBe("Tehrik-i-Taliban Pakistan");
  });
});

describe("a name that is another word with an ending", () => {
  it("is read as news mostly means it: Mali in the dative, not an owner", () => {
    expect(read("মালিকে", "bn")?.name).toBe("Mali");
  });
});

describe("words that are no names", () => {
  it.each([
    ["hi", "गाना"],
    ["hi", "क़तार"],
    ["hi", "चिन"],
    ["hi", "ग्रेनेड"],
    ["hi", "सुविधाओं"],
    ["hi", "सुविधाएं"],
    ["hi", "चढ़"],
    ["hi", "गणना"],
    ["hi", "पाजामा"],
    ["hi", "ब्रांड"],
    ["hi", "अस्थिर"],
    ["hi", "चीनी मिल"],
    ["hi", "हसीनाओं"],
    ["hi", "चेक बाउंस"],
    ["bn", "চাঁদে"],
    ["bn", "চিনতে"],
    ["bn", "আন্তর্জাতিক"],
    ["bn", "দোহাই"],
    ["bn", "মালিকের"],
    ["bn", "চাদর"],
    ["bn", "চেকের"],
    ["hi", "बहारों"],
    ["hi", "पैकिंग"],
    ["hi", "प्रचंड गर्मी"],
    ["hi", "आईसीसी विश्व कप"],
    ["hi", "बोइंग 737"],
    ["bn", "ডাকলাম"],
    ["bn", "গ্রেনেডের"],
    ["bn", "মাস্ক"],
    ["bn", "জুবায়ের"],
    ["bn", "আইসিসি বিশ্বকাপ"],
    ["bn", "আমার"],
    ["en", "Store"],
    ["en", "Male"],
    ["en", "Faye Dunaway"],
    ["en", "Indiana"],
    ["en", "us"],
    ["en", "turkey"],
    ["en", "chad"],
    ["en", "china"],
    ["en", "polish"],
    ["en", "Us"],
    ["en", "Washington Post"],
    ["en", "Paris Hilton"],
    ["en", "Beijing Olympics"],
    ["en", "Moscow Exchange"],
    ["en", "Michael Jordan"],
  ])("are passed over in %s: %s", (lang, words) => {
    expect(read(words, lang)).toBeUndefined();
  });

  it("hide the name within a stop name, wherever it stands", () => {
    expect(read("Bank of Georgia", "en", 2)).toBeUndefined();
    expect(read("Michael Jordan", "en", 1)).toBeUndefined();
    expect(read("टाइम्स ऑफ इंडिया", "hi", 2)).toBeUndefined();
    expect(read("ভয়েস অব আমেরিকা", "bn", 2)).toBeUndefined();
  });

  it("are names again before the words that make them so", () => {
    expect(read("चेक राष्ट्रपति", "hi")?.name).toBe("Czech Republic");
    expect(read("পাক সেনাবাহিনী", "bn")?.name).toBe("Pakistan");
  });
});

describe("forms of a name", () => {
  it.each([
    ["en", "Russian", "Russia", "demonym"],
    ["en", "Russians", "Russia", "demonym"],
    ["hi", "रूसी", "Russia", "demonym"],
    ["hi", "दक्षिण कोरियाई", "South Korea", "demonym"],
    ["bn", "রুশ", "Russia", "demonym"],
    ["bn", "ইসরায়েলি", "Israel", "demonym"],
    ["en", "Moscow", "Russia", "capital"],
    ["hi", "दमिश्क", "Syria", "capital"],
    ["bn", "কিয়েভ", "Ukraine", "capital"],
    ["en", "White House", "United States", "seat"],
    ["en", "the Kremlin", "Russia", "seat"],
    ["hi", "क्रेमलिन", "Russia", "seat"],
    ["en", "Bundestag", "Germany", "seat"],
    ["bn", "হোয়াইট হাউস", "United States", "seat"],
    ["en", "U.S", "United States", "name"],
    ["en", "UAE", "United Arab Emirates", "name"],
    ["en", "GCC", "Gulf Cooperation Council", "abbreviation"],
    ["en", "EU", "European Union", "abbreviation"],
    ["hi", "ईयू", "European Union", "alias"],
    ["en", "V Putin", "Vladimir Putin", "alias"],
    ["en", "Putin", "Vladimir Putin", "surname"],
    ["en", "the West", "Western world", "alias"],
    ["hi", "पश्चिमी देशों", "Western world", "alias"],
    ["bn", "পশ্চিমা বিশ্ব", "Western world", "name"],
  ])("are told in %s: %s is %s as %s", (lang, words, name, form) => {
    expect(read(words, lang)).toMatchObject({ name, form, words: words.split(" ").length });
  });

  it("read headlines in capitals, but not short words in capitals as others", () => {
    expect(named("RUSSIA", "en")).toBe("Russia");
    expect(named("PUTIN", "en")).toBe("Vladimir Putin");
    expect(named("IS", "en")).toBeUndefined();
  });

  it("keep both states of an ambiguous name for the reader to choose", () => {
    const found = names.longest(["Congo"], 0, "en")!.readings.map(({ entity }) => names.entity(entity)!.name.en);
    expect(found).toEqual(expect.arrayContaining(["Democratic Republic of the Congo", "Republic of the Congo"]));
  });
});

describe("endings", () => {
  it.each([
    ["bn", "ইউক্রেনের", "Ukraine", "ের"],
    ["bn", "রাশিয়ার", "Russia", "র"],
    ["bn", "রাশিয়ায়", "Russia", "য়"],
    ["bn", "চীনকে", "China", "কে"],
    ["bn", "ভারতও", "India", "ও"],
    ["bn", "ইরানেরও", "Iran", "েরও"],
    ["bn", "তুরস্কে", "Turkey", "ে"],
    ["bn", "নয়াদিল্লিতে", "India", "তে"],
    ["bn", "মার্কিনিদের", "United States", "দের"],
    ["bn", "ন্যাটোর", "NATO", "র"],
    ["bn", "জেলেনস্কিকে", "Volodymyr Zelenskyy", "কে"],
    ["hi", "रूसियों", "Russia", "ियों"],
    ["hi", "अमेरिकियों", "United States", "ियों"],
    ["en", "Russia's", "Russia", "'s"],
    ["en", "Russia’s", "Russia", "’s"],
    ["en", "Netherlands'", "Netherlands", "'"],
    ["en", "US-backed", "United States", "-backed"],
    ["hi", "मॉस्को-समर्थित", "Russia", "-समर्थित"],
    ["bn", "রুশ-সমর্থিত", "Russia", "-সমর্থিত"],
  ])("come off in %s: %s", (lang, word, name, ending) => {
    expect(read(word, lang)).toMatchObject({ name, ending: ending.normalize("NFC") });
  });

  it.each([
    ["কাতার", "Qatar"],
    ["মিয়ানমার", "Myanmar"],
    ["নাইজার", "Niger"],
    ["ব্রাজিলের", "Brazil"],
    ["মিসর", "Egypt"],
    ["নরওয়ে", "Norway"],
  ])("stay on where they belong to the name: %s", (word, name) => {
    expect(named(word, "bn")).toBe(name);
  });

  it("close the name: what follows belongs to the next phrase", () => {
    expect(read("রাশিয়ার ইউক্রেন যুদ্ধ", "bn")).toMatchObject({ name: "Russia", words: 1 });
    expect(read("চীনের প্রেসিডেন্ট", "bn")).toMatchObject({ name: "China", words: 1, ending: "ের" });
  });
});

describe("persons", () => {
  it("are found by full name in three scripts", () => {
    expect(read("व्लादिमीर पुतिन ने", "hi")).toMatchObject({ name: "Vladimir Putin", words: 2 });
    expect(read("শি জিনপিংয়ের সঙ্গে", "bn")).toMatchObject({ name: "Xi Jinping", words: 2 });
    expect(read("Kim Jong-un", "en")).toMatchObject({ name: "Kim Jong Un", words: 2 });
    expect(read("Kim Jong Un", "en")).toMatchObject({ name: "Kim Jong Un", words: 3 });
  });

  it("are not read from a given name or a common surname alone", () => {
    for (const word of ["Vladimir", "Kim", "May", "Bush", "Johnson"]) expect(read(word, "en")).toBeUndefined();
  });
});
