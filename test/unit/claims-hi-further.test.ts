import { describe, expect, it } from "vitest";
import { claimed } from "./claimed.ts";

/** What is tried, a sentence that claims something, what it claims beside the four main acts, and a sentence of like words that claims nothing. */
const table: [tried: string, speech: string, claims: string[], silence: string][] = [
  [
    "sanctions officials",
    "कनाडा ने निकारागुआ के पांच अधिकारियों पर प्रतिबंध लगाए हैं।",
    ["Canada SANCTIONED Nicaragua"],
    "अमेरिका ज़िम्बाब्वे पर प्रतिबंध लगाने पर विचार कर रहा है।",
  ],
  [
    "lifts sanctions, and is only asked to",
    "अमेरिका ने ज़िम्बाब्वे पर लगे प्रतिबंध हटा लिए हैं।",
    ["United States not SANCTIONED Zimbabwe"],
    "ज़िम्बाब्वे के व्यापारी चाहते हैं कि प्रतिबंध हटें।",
  ],
  [
    "puts on a list",
    "अमेरिका ने ब्राजील के जज को प्रतिबंधों की सूची में डाला।",
    ["United States SANCTIONED Brazil"],
    "सिंगापुर ने गूगल पर जुर्माना लगाया।",
  ],
  [
    "telephones",
    "ब्राजील और कोलंबिया के राष्ट्रपतियों ने टेलीफोन पर बात की।",
    ["Brazil CALLED Colombia"],
    "दोनों नेताओं ने फोन पर बात नहीं की।",
  ],
  [
    "gets a call",
    "मिस्र के विदेश मंत्री को ईरान के विदेश मंत्री का फोन आया।",
    ["Iran CALLED Egypt"],
    "ट्यूनीशिया के राष्ट्रपति ने अल्जीरिया के राष्ट्रपति को जन्मदिन की बधाई दी।",
  ],
  [
    "visits",
    "फ्रांस के विदेश मंत्री दो दिवसीय दौरे पर अल्जीयर्स पहुंचे हैं।",
    ["France VISITED Algeria"],
    "भूटान के राजा ने थिम्पू में स्कूल का दौरा किया।",
  ],
  [
    "will visit, and nobody does",
    "फिजी के प्रधानमंत्री भारत दौरे पर आएंगे।",
    ["Fiji VISITED India, announced"],
    "फिजी और भारत के बीच हवाई यात्रा सस्ती हुई।",
  ],
  [
    "calls a visit off, or a flight",
    "अंगोला के राष्ट्रपति ने अपनी जाम्बिया यात्रा रद्द कर दी।",
    ["Angola not VISITED Zambia"],
    "अंगोला की एयरलाइन ने लुसाका की उड़ान रद्द कर दी।",
  ],
  ["arrives", "वियतनाम के राष्ट्रपति लाओस के दौरे पर पहुंचे।", ["Vietnam VISITED Laos"], "दक्षिण अफ्रीका की टीम वेस्टइंडीज पहुंची।"],
  [
    "kills in an attack",
    "अज़रबैजान के ड्रोन हमले में आर्मेनिया के चार सैनिक मारे गए।",
    ["Azerbaijan ATTACKED Armenia"],
    "मोरक्को के भूकंप में हजारों लोग मारे गए।",
  ],
  [
    "attacks in a headline",
    "अज़रबैजान का आर्मेनिया पर हमला, 49 सैनिकों की मौत",
    ["Azerbaijan ATTACKED Armenia"],
    "माली के विपक्षी नेता ने सरकार पर तीखा हमला बोला।",
  ],
  [
    "threatens",
    "जॉर्डन की वायुसेना ने सीरिया में ड्रग तस्करों के ठिकानों को निशाना बनाया।",
    ["Jordan ATTACKED Syria"],
    "अमेरिकी राष्ट्रपति ने ईरान को हमले की धमकी दी।",
  ],
  [
    "meets",
    "घाना और टोगो के राष्ट्रपतियों की लोमे में मुलाकात हुई।",
    ["Ghana MET_WITH Togo"],
    "ग्रीस के प्रधानमंत्री ने तुर्किये के राष्ट्रपति से मिलने की इच्छा जताई।",
  ],
  [
    "accuses each other",
    "थाईलैंड और कंबोडिया एक-दूसरे पर गोलीबारी का आरोप लगा रहे हैं।",
    ["Cambodia ACCUSED Thailand", "Thailand ACCUSED Cambodia"],
    "प्रदर्शनकारियों ने पाकिस्तान पर हस्तक्षेप का आरोप लगाया।",
  ],
  [
    "blames",
    "चीन ने फिलीपींस को उकसावे के लिए जिम्मेदार बताया।",
    ["China ACCUSED Philippines"],
    "पोलैंड में रूसी राजदूत ने आरोपों से इनकार किया।",
  ],
  [
    "deploys",
    "अमेरिका ने फिलीपींस में टाइफॉन मिसाइल सिस्टम की तैनाती की।",
    ["United States DEPLOYED_TO Philippines"],
    "अमेरिका ने नाइजर में तैनाती पर अभी कुछ तय नहीं किया है।",
  ],
  [
    "calls its soldiers back, and is only asked to",
    "अमेरिका ने नाइजर से अपने सैनिक वापस बुला लिए।",
    ["United States not DEPLOYED_TO Niger"],
    "नाइजर के मजदूर संघ चाहते हैं कि विदेशी सैनिक वापस जाएं।",
  ],
  [
    "occupies",
    "इजरायल के कब्जे वाले गोलान हाइट्स में बस्तियां बढ़ रही हैं।",
    ["Israel OCCUPIED Golan Heights"],
    "वेनेजुएला गुयाना के एस्सेकिबो पर कब्जा करना चाहता है।",
  ],
  [
    "annexes",
    "इंडोनेशिया ने पूर्वी तिमोर को अपने में मिला लिया था।",
    ["Indonesia ANNEXED Timor-Leste"],
    "फिजी को ब्रिटेन से 1970 में आजादी मिली।",
  ],
  ["joins", "स्वीडन मार्च 2024 में नाटो में शामिल हुआ।", ["Sweden MEMBER_OF NATO"], "मोल्दोवा यूरोपीय संघ में शामिल होना चाहता है।"],
  [
    "signs",
    "फिलीपींस और जापान ने रक्षा समझौते पर हस्ताक्षर किए।",
    ["Philippines SIGNED_TREATY_WITH Japan"],
    "ईरान और अमेरिका के बीच समझौते की उम्मीद कम है।",
  ],
  [
    "condemns",
    "नॉर्वे ने बेलारूस के चुनावों को फर्जी बताया।",
    ["Norway CONDEMNED Belarus"],
    "ईरान ने अज़रबैजान में हुए आतंकी हमले की निंदा की।",
  ],
  [
    "protests",
    "जापान ने उत्तर कोरिया के मिसाइल परीक्षण पर कड़ा विरोध जताया।",
    ["Japan CONDEMNED North Korea"],
    "पेरू की राजधानी लीमा में चीन के खिलाफ प्रदर्शन हुआ।",
  ],
  [
    "stands by",
    "बुल्गारिया ने यूक्रेन के साथ एकजुटता जताई।",
    ["Bulgaria SUPPORTED Ukraine"],
    "इटली के विदेश मंत्री ने कहा कि यूरोप को एकजुट रहना चाहिए।",
  ],
  [
    "asks not to",
    "पाकिस्तान ने अफगानिस्तान से टीटीपी को पनाह न देने को कहा है",
    ["Pakistan REQUESTED Afghanistan"],
    "नीदरलैंड्स ने सूरीनाम से माफ़ी मांगी",
  ],
  [
    "asks",
    "मालदीव ने भारत से अपने सैनिक हटाने को कहा।",
    ["Maldives REQUESTED India"],
    "नॉर्वे ने नागरिकों को लेबनान की यात्रा न करने की सलाह दी।",
  ],
];

describe("a Hindi sentence that tells of a further act", () => {
  it.each(table)("is read: %s", async (_tried, speech, claims) => {
    expect(await claimed("hi", speech)).toEqual(claims);
  });
});

describe("a Hindi sentence that tells of none", () => {
  it.each(table)("stays silent beside: %s", async (_tried, _speech, _claims, silence) => {
    expect(await claimed("hi", silence)).toEqual([]);
  });
});
