import { describe, expect, it } from "vitest";
import { extraction } from "../../ingest/line.ts";

/** The claims of one sentence as "subject type object, modality"; who holds which office is left out. */
async function claimed(content: string): Promise<string[]> {
  const { claims, entities } = await extraction({
    id: "sentence",
    from: "test",
    format: "text",
    content,
    clean: true,
    lang: "hi",
    published: "2025-06-10",
  });
  const name = (id: string): string => entities.find((entity) => entity.id === id)?.name.en ?? id;
  const lines = claims
    .filter((claim) => claim.type !== "LEADS" && claim.type !== "HOLDS_OFFICE_IN")
    .map(({ subject, type, object, polarity, modality }) => {
      const act = polarity === "negated" ? `not ${type}` : type;
      return `${name(subject)} ${act} ${name(object)}${modality === "asserted" ? "" : `, ${modality}`}`;
    });
  return [...new Set(lines)].sort();
}

/** What is tried, a sentence that claims something, what it claims, and a sentence of like words that claims nothing. */
const table: [tried: string, speech: string, claims: string[], silence: string][] = [
  [
    "supplies goods, and only talks of it",
    "डेनमार्क लिथुआनिया को तोपें देने पर सहमत हो गया है।",
    ["Denmark SUPPLIED Lithuania, announced"],
    "कोलंबिया पेरू को कोयला देने पर विचार कर रहा है।",
  ],
  [
    "got what another sent",
    "फिजी को ऑस्ट्रेलिया से 20 बख्तरबंद वाहन मिले हैं।",
    ["Australia SUPPLIED Fiji"],
    "सऊदी अरब को तेल की कीमतों से फायदा मिला।",
  ],
  [
    "stopped a supply",
    "केन्या ने युगांडा को बिजली की आपूर्ति बंद कर दी है।",
    ["Kenya not SUPPLIED Uganda"],
    "ऑस्ट्रिया की कंपनी ने रूस में कारोबार बंद किया।",
  ],
  [
    "said that a delivery has come",
    "मोरक्को के रक्षा मंत्री ने बताया कि अमेरिका से 24 अपाचे हेलीकॉप्टरों की पहली खेप मिल गई है।",
    ["United States SUPPLIED Morocco"],
    "अमेरिका ने स्विट्जरलैंड को एफ-35 लड़ाकू विमानों की आपूर्ति में देरी की पुष्टि की।",
  ],
  [
    "approves a sale",
    "अमेरिकी विदेश विभाग ने मोरक्को को जेवलिन मिसाइलें बेचने की मंज़ूरी दे दी है।",
    ["United States SUPPLIED Morocco, announced"],
    "लेबनान की संसद ने नए प्रधानमंत्री के नाम को मंजूरी नहीं दी।",
  ],
  [
    "buys in a headline",
    "फ्रांस सर्बिया को 12 राफेल विमान बेचेगा।",
    ["France SUPPLIED Serbia, announced"],
    "वियतनाम अमेरिका से लड़ाकू विमान खरीदने पर विचार कर रहा है।",
  ],
  [
    "denied that it had sold",
    "बुल्गारिया सैन्य मदद के तौर पर यूक्रेन को 100 बख्तरबंद वाहन देगा।",
    ["Bulgaria SUPPLIED Ukraine, announced"],
    "सर्बिया ने इस बात से इनकार किया है कि उसने यूक्रेन को गोला-बारूद बेचा।",
  ],
  ["owes money", "घाना को विश्व बैंक से कर्ज मिला।", ["World Bank SUPPLIED Ghana"], "नेपाल को चीन को 20 करोड़ डॉलर देने हैं।"],
  [
    "accused of arming",
    "यूएई पर सूडान के अर्धसैनिक बल आरएसएफ को हथियार देने का आरोप है।",
    ["United Arab Emirates SUPPLIED Rapid Support Forces, alleged"],
    "सूडान ने मिस्र को हथियार देने के आरोपों से इनकार किया।",
  ],
  [
    "turns a request down",
    "केन्या ने सोमालिया की अपील अनसुनी कर दी।",
    ["Kenya REFUSED Somalia", "Somalia REQUESTED Kenya"],
    "केन्या के राष्ट्रपति ने विपक्ष की मांग ठुकरा दी।",
  ],
  [
    "gives something back",
    "ट्यूनीशिया ने यूरोपीय संघ की 6 करोड़ यूरो की मदद लौटा दी।",
    ["Tunisia REFUSED European Union"],
    "दक्षिण कोरिया की अदालत ने राष्ट्रपति की याचिका खारिज की।",
  ],
  [
    "does not allow",
    "जॉर्डन ने इजरायल को अपना हवाई क्षेत्र इस्तेमाल करने की अनुमति नहीं दी।",
    ["Jordan REFUSED Israel"],
    "क्यूबा के विदेश मंत्री ने पत्रकारों के सवालों का जवाब देने से इनकार कर दिया।",
  ],
  [
    "an offer rejected by somebody unnamed",
    "थाईलैंड ने मलेशिया की मध्यस्थता से इनकार किया।",
    ["Thailand REFUSED Malaysia"],
    "किसानों ने भारत सरकार की पेशकश ठुकरा दी।",
  ],
  [
    "is going to recognise",
    "ऑस्ट्रेलिया सितंबर में फिलिस्तीन को मान्यता देने जा रहा है।",
    ["Australia RECOGNIZED State of Palestine, announced"],
    "क्या मलेशिया म्यांमार को मान्यता देगा?",
  ],
  [
    "withdraws a recognition",
    "सूरीनाम ने कोसोवो की मान्यता वापस ले ली।",
    ["Suriname not RECOGNIZED Kosovo"],
    "यूनेस्को ने जापान की साके बनाने की कला को विश्व धरोहर के रूप में मान्यता दी।",
  ],
  [
    "gives the rank of a state",
    "नॉर्वे, आयरलैंड और स्पेन ने फिलिस्तीन को देश का दर्जा दिया।",
    [
      "Ireland RECOGNIZED State of Palestine",
      "Norway RECOGNIZED State of Palestine",
      "Spain RECOGNIZED State of Palestine",
    ],
    "ताइवान को मान्यता देने वाले देशों की संख्या घटकर 12 रह गई है।",
  ],
  [
    "among others",
    "फ्रांस और जर्मनी समेत सौ से ज्यादा देश कोसोवो को मान्यता दे चुके हैं।",
    ["France RECOGNIZED Kosovo", "Germany RECOGNIZED Kosovo"],
    "तालिबान को मान्यता देने की जल्दी नहीं: उज्बेकिस्तान",
  ],
  [
    "regards as a state",
    "स्पेन ने कहा कि वह कोसोवो को स्वतंत्र देश नहीं मानता।",
    ["Spain not RECOGNIZED Kosovo"],
    "विशेषज्ञों का मानना है कि चीन रूस को हथियार दे सकता है।",
  ],
  [
    "is held to be an ally",
    "किर्गिस्तान को रूस का भरोसेमंद सहयोगी माना जाता है।",
    ["Russia ALLIED_WITH Kyrgyzstan"],
    "ईरान ने अमेरिका के सहयोगी को चेतावनी दी।",
  ],
  [
    "its treaty ally",
    "चीन अपने एकमात्र संधि सहयोगी उत्तर कोरिया को लेकर चुप है।",
    ["China ALLIED_WITH North Korea"],
    "पोलैंड के सहयोगी देशों ने समर्थन जताया।",
  ],
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

describe("a Hindi sentence that claims something", () => {
  it.each(table)("is read: %s", async (_tried, speech, claims) => {
    expect(await claimed(speech)).toEqual(claims);
  });
});

describe("a Hindi sentence that claims nothing", () => {
  it.each(table)("stays silent beside: %s", async (_tried, _speech, _claims, silence) => {
    expect(await claimed(silence)).toEqual([]);
  });
});
