import { describe, expect, it } from "vitest";
import { claimed } from "./claimed.ts";

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
];

describe("a Hindi sentence that claims something", () => {
  it.each(table)("is read: %s", async (_tried, speech, claims) => {
    expect(await claimed("hi", speech)).toEqual(claims);
  });
});

describe("a Hindi sentence that claims nothing", () => {
  it.each(table)("stays silent beside: %s", async (_tried, _speech, _claims, silence) => {
    expect(await claimed("hi", silence)).toEqual([]);
  });
});
