import { describe, expect, it } from "vitest";
import { eventDate } from "../../ingest/read/eventDate.ts";

describe("a date in a sentence", () => {
  // 26 February 2022 was a Saturday.
  it.each([
    ["en", "They signed on Monday.", "2022-02-21"],
    ["en", "They signed on Saturday.", "2022-02-26"],
    ["en", "They met last Saturday.", "2022-02-19"],
    ["en", "They met yesterday.", "2022-02-25"],
    ["en", "They met three days ago.", "2022-02-23"],
    ["en", "They met last month.", "2022-01"],
    ["en", "They met two weeks ago.", "2022-02"],
    ["en", "They met three weeks ago.", "2022"],
    ["hi", "वे तीन हफ्ते पहले मिले", "2022"],
    ["bn", "তিন সপ্তাহ আগে তারা বৈঠক করেছে", "2022"],
    ["en", "They met in June.", "2021-06"],
    ["en", "They met in February.", "2022-02"],
    ["en", "They met in June last year.", "2021-06"],
    ["en", "They signed on May 5, 2014.", "2014-05-05"],
    ["en", "They signed on 5 May.", "2021-05-05"],
    ["en", "They met in January 2015.", "2015-01"],
    ["en", "They have been allies since 1998.", "1998"],
    ["en", "They met last year.", "2021"],
    ["hi", "पुतिन ने सोमवार को घोषणा की", "2022-02-21"],
    ["hi", "जनवरी में हिंसा हुई", "2022-01"],
    ["hi", "पिछले महीने बैठक हुई", "2022-01"],
    ["hi", "पिछले साल जून में बैठक हुई", "2021-06"],
    ["hi", "24 फ़रवरी 2021 को बैठक हुई", "2021-02-24"],
    ["hi", "२४ मार्च को बैठक हुई", "2021-03-24"],
    ["hi", "दो दिन पहले बैठक हुई", "2022-02-24"],
    ["hi", "कल बैठक हुई", "2022-02-25"],
    ["hi", "1971 में युद्ध हुआ", "1971"],
    ["bn", "সোমবার বৈঠক হয়েছে", "2022-02-21"],
    ["bn", "গত ২৪ জানুয়ারি থেকে অভিযান চলছে", "2022-01-24"],
    ["bn", "গত জানুয়ারি থেকে অভিযান চলছে", "2022-01"],
    ["bn", "গত মাসে বৈঠক হয়েছে", "2022-01"],
    ["bn", "জুনে বৈঠক হয়েছে", "2021-06"],
    ["bn", "গত বছরের জুনে বৈঠক হয়েছে", "2021-06"],
    ["bn", "১৯৭১ সালের ৬ ডিসেম্বর স্বীকৃতি দেয়", "1971-12-06"],
    ["bn", "২০০৮ সালের ফেব্রুয়ারিতে স্বাধীন হয়", "2008-02"],
    ["bn", "২০১৪ সালে বৈঠক হয়", "2014"],
    ["bn", "গতকাল বৈঠক হয়েছে", "2022-02-25"],
  ])("%s: %s → %s", (lang, sentence, date) => {
    expect(eventDate(sentence, lang, "2022-02-26").map((each) => each.date)).toEqual([date]);
  });

  it.each([
    ["en", "They will meet on Monday.", "2022-02-28"],
    ["en", "They will meet in June.", "2022-06"],
    ["en", "They will meet next month.", "2022-03"],
    ["hi", "वे कल मिलेंगे", "2022-02-27"],
    ["hi", "वे अगले महीने मिलेंगे", "2022-03"],
    ["bn", "আগামী সোমবার বৈঠক হবে", "2022-02-28"],
  ])("%s, of what is to come: %s → %s", (lang, sentence, date) => {
    expect(eventDate(sentence, lang, "2022-02-26", "future").map((each) => each.date)).toEqual([date]);
  });

  it.each([
    ["en", "They may march to the border, May said."],
    ["en", "It sent 2014 men and 1,998 trucks."],
    ["hi", "छात्रों ने मार्च निकाला और 2000 से अधिक लोग आए"],
    ["bn", "১৪৩১ সালের ৬ বৈশাখ"],
    ["en", "On 31 February nothing happened."],
  ])("%s: none is found in: %s", (lang, sentence) => {
    expect(eventDate(sentence, lang, "2022-02-26")).toEqual([]);
  });

  it("without the day of publication only a date with its year is known", () => {
    expect(eventDate("They met on Monday and on 5 May 2014.", "en").map(({ date }) => date)).toEqual(["2014-05-05"]);
  });

  it("is given with its words and its precision", () => {
    const sentence = "वे 24 फरवरी 2021 को मिले";
    const [date] = eventDate(sentence, "hi");
    expect(date).toMatchObject({ date: "2021-02-24", precision: "day" });
    expect(sentence.slice(date!.start, date!.end)).toBe("24 फरवरी 2021");
  });
});
