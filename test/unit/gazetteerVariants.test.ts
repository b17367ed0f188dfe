import { describe, expect, it } from "vitest";
import { gazetteer } from "../../ingest/gazetteer/gazetteer.ts";

/** Spellings as newspapers vary them; many are in no source, so that the key has to find them. */
const hindiPlaces = `
Kazakhstan: कजाकिस्तान कज़ाख़िस्तान कज़ाकस्तान कजाख़स्तान कज़ाख़स्तान
Kyrgyzstan: किर्गिज़स्तान किर्गीस्तान किरगिज़िस्तान किर्गिस्तान
Tajikistan: ताजिकीस्तान ताज़िकिस्तान ताजिकस्तान
Uzbekistan: उज़्बेकीस्तान उज्बेकिस्तान उज़बेकिस्तान
Turkmenistan: तुर्कमेनिस्तान तुर्कमेनीस्तान
Azerbaijan: अज़रबैजान अजरबैजान अज़रबाईजान
Afghanistan: अफगानिस्तान अफ़ग़ानिस्तान अफ़गानिस्तान अफ़गानीस्तान
Pakistan: पाकिस्तान पाकीस्तान
Armenia: आर्मेनिया अर्मेनिया आर्मीनिया
Georgia: जॉर्जिया जार्जिया
Ukraine: यूक्रेन युक्रेन उक्रेन
Belarus: बेलारूस बेलारुस
Russia: रूस रुस
Moldova: मोल्दोवा मोल्डोवा माल्डोवा
United States: अमेरिका अमरीका अमेरीका
United Kingdom: ब्रिटेन यूके
Israel: इसराइल इस्राइल इज़राइल इज़रायल इजरायल इस्रायल
Palestine: फ़लस्तीन फिलिस्तीन फ़िलस्तीन फ़िलिस्तीन
Lebanon: लेबनान लेबनॉन
Yemen: यमन येमेन
Syria: सीरिया सिरिया
Iraq: इराक इराक़ ईराक
Iran: ईरान इरान
Qatar: क़तर कतर
Egypt: मिस्र
Ethiopia: इथियोपिया इथोपिया इथीयोपिया
Eritrea: इरिट्रिया इरीट्रिया एरिट्रिया
Nigeria: नाइजीरिया नाइजिरिया नाईजीरिया
Niger: नाइजर नाईजर
Tanzania: तंज़ानिया तंजानिया तन्ज़ानिया
Zimbabwe: ज़िम्बाब्वे जिम्बाब्वे ज़िंबाब्वे
Mozambique: मोज़ाम्बिक मोजांबिक मोज़ांबिक
Venezuela: वेनेज़ुएला वेनेजुएला वेनेज़ूएला
Colombia: कोलंबिया कोलम्बिया
Argentina: अर्जेंटीना अर्जेन्टीना अर्जेंटिना
Brazil: ब्राज़ील ब्राजील
Switzerland: स्विट्ज़रलैंड स्विट्जरलैंड स्विटज़रलैंड स्विट्ज़रलैण्ड
Netherlands: नीदरलैंड नीदरलैण्ड
Finland: फ़िनलैंड फिनलैंड फिनलैण्ड
Philippines: फिलीपींस फ़िलिपींस फिलीपीन्स
Thailand: थाईलैंड थाइलैंड थाईलैण्ड
Cambodia: कंबोडिया कम्बोडिया
Indonesia: इंडोनेशिया इन्डोनेशिया इण्डोनेशिया
Malaysia: मलेशिया मलेसिया
Sri Lanka: श्रीलंका श्रीलङ्का
Bangladesh: बांग्लादेश बाँग्लादेश बंगलादेश`;

const bengaliPlaces = `
Kazakhstan: কাজাখস্তান কাজাকস্তান কাজাখিস্তান
Kyrgyzstan: কিরগিজস্তান কির্গিজস্তান কিরগিস্তান
Uzbekistan: উজবেকিস্তান উজবেকিস্থান
Afghanistan: আফগানিস্তান আফগানিস্থান আফগানীস্তান
Pakistan: পাকিস্তান পাকিস্থান পাকীস্তান
Armenia: আর্মেনিয়া আরমেনিয়া
Azerbaijan: আজারবাইজান আজারবাইযান
Ukraine: ইউক্রেন ইউক্রেইন
Belarus: বেলারুশ বেলারুস
Russia: রাশিয়া রাশিয়া
United States: যুক্তরাষ্ট্র আমেরিকা যুক্তরাস্ট্র
Israel: ইসরায়েল ইসরাইল ইজরায়েল ইজরাইল
Palestine: ফিলিস্তিন ফিলিস্তীন
Yemen: ইয়েমেন ইয়েমেন
Myanmar: মিয়ানমার মায়ানমার মিয়ান্মার
Sri Lanka: শ্রীলঙ্কা শ্রীলংকা শ্রিলঙ্কা
Nigeria: নাইজেরিয়া নাইজেরীয়া
Ethiopia: ইথিওপিয়া
Venezuela: ভেনেজুয়েলা ভেনিজুয়েলা
Switzerland: সুইজারল্যান্ড সুইজারল্যাণ্ড
Netherlands: নেদারল্যান্ডস নেদারল্যান্ড
Thailand: থাইল্যান্ড থাইল্যাণ্ড
Philippines: ফিলিপাইন ফিলিপিন্স
Indonesia: ইন্দোনেশিয়া ইন্দোনেশীয়া
Turkey: তুরস্ক তুরষ্ক
Jordan: জর্ডান জর্দান জর্ডন
Egypt: মিসর মিশর`;

const leaders = `
hi Vladimir Putin: पुतिन पूतिन
hi Volodymyr Zelenskyy: ज़ेलेंस्की जेलेंस्की जेलेन्स्की ज़ेलेन्सकी
hi Kassym-Jomart Tokayev: टोकायेव तोकायेव टोकायव
hi Alexander Lukashenko: लुकाशेंको लुकाशेन्को लूकाशेंको
hi Donald Trump: ट्रंप ट्रम्प
hi Joe Biden: बाइडन बाइडेन
hi Antony Blinken: ब्लिंकन ब्लिंकेन ब्लिन्कन
hi Emmanuel Macron: मैक्रों
hi Recep Tayyip Erdoğan: अर्दोआन एर्दोगन एर्दोआन
hi Benjamin Netanyahu: नेतन्याहू नेतन्याहु
hi Sergey Lavrov: लावरोव लवरोव
hi Xi Jinping: जिनपिंग
hi Jens Stoltenberg: स्टोल्टेनबर्ग स्टोलटेनबर्ग
hi António Guterres: गुटेरेस गुतेरस
hi Ali Khamenei: ख़ामेनेई खामेनेई खामनेई
hi Nikol Pashinyan: पाशिनियान पशिनयान
hi Dmitry Medvedev: मेदवेदेव मेद्वेदेव
hi Narendra Modi: मोदी
hi Maria Zakharova: ज़ाखारोवा जखारोवा
hi Yevgeny Prigozhin: प्रिगोझिन प्रिगोज़िन
hi Masoud Pezeshkian: पेज़ेश्कियान पेजेश्कियान
bn Vladimir Putin: পুতিন পূতিন
bn Volodymyr Zelenskyy: জেলেনস্কি জেলেনস্কী জেলেন্সকি
bn Kassym-Jomart Tokayev: তোকায়েভ টোকায়েভ
bn Alexander Lukashenko: লুকাশেঙ্কো লুকাশেংকো
bn Donald Trump: ট্রাম্প
bn Joe Biden: বাইডেন
bn Antony Blinken: ব্লিঙ্কেন ব্লিংকেন
bn Emmanuel Macron: ম্যাক্রোঁ মাখোঁ
bn Recep Tayyip Erdoğan: এরদোয়ান এরদোগান
bn Benjamin Netanyahu: নেতানিয়াহু নেতানিয়াহু
bn Sergey Lavrov: লাভরভ ল্যাভরভ
bn Xi Jinping: জিনপিং
bn Jens Stoltenberg: স্টলটেনবার্গ স্টোলটেনবার্গ
bn António Guterres: গুতেরেস গুতেরেজ
bn Ali Khamenei: খামেনি খামেনেয়ী
bn Masoud Pezeshkian: পেজেশকিয়ান পেজেশকিয়ান
bn Keir Starmer: স্টারমার
bn Sheikh Hasina: হাসিনা
bn Maria Zakharova: জাখারোভা
en Volodymyr Zelenskyy: Zelensky Zelenskyy Zelenskiy
en Alexander Lukashenko: Lukashenko Lukashenka
en Recep Tayyip Erdoğan: Erdogan Erdoğan
en Viktor Yanukovych: Yanukovich Yanukovych
en Sergei Shoigu: Shoigu Shoygu
en Muammar Gaddafi: Gaddafi Qaddafi Gadhafi`;

interface Case {
  lang: string;
  name: string;
  spelling: string;
}

function cases(table: string, lang?: string): Case[] {
  return table
    .trim()
    .split("\n")
    .flatMap((line) => {
      const [head, spellings] = line.split(": ") as [string, string];
      const [code, name] = lang ? [lang, head] : [head.slice(0, 2), head.slice(3)];
      return spellings.split(" ").map((spelling) => ({ lang: code, name, spelling: spelling.normalize("NFC") }));
    });
}

/** Misread spellings are worse than unread ones: they are listed apart. */
function read(list: Case[]) {
  const names = gazetteer();
  const unread: string[] = [];
  const misread: string[] = [];
  for (const { lang, name, spelling } of list) {
    const match = names.longest([spelling], 0, lang);
    const found = match?.readings.map((reading) => names.entity(reading.entity)!.name.en) ?? [];
    const wanted = name === "Palestine" ? "State of Palestine" : name;
    if (found.length === 0) unread.push(`${spelling} (${name})`);
    else if (!found.includes(wanted)) misread.push(`${spelling}: ${found.join(", ")} instead of ${name}`);
  }
  return { unread, misread, share: 1 - (unread.length + misread.length) / list.length };
}

describe("spellings of one name", () => {
  const places = [...cases(hindiPlaces, "hi"), ...cases(bengaliPlaces, "bn")];
  const persons = cases(leaders);

  it("are enough to measure", () => {
    expect(places.length).toBeGreaterThanOrEqual(120);
    expect(persons.length).toBeGreaterThanOrEqual(60);
  });

  it("lead to their state in at least 97 of 100", () => {
    const { unread, misread, share } = read(places);
    expect(misread).toEqual([]);
    expect(share, `unread: ${unread.join("; ")}`).toBeGreaterThanOrEqual(0.97);
  });

  it("lead to their leader in at least 97 of 100", () => {
    const { unread, misread, share } = read(persons);
    expect(misread).toEqual([]);
    expect(share, `unread: ${unread.join("; ")}`).toBeGreaterThanOrEqual(0.97);
  });
});
