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
    lang: "bn",
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

/** A sentence that claims something and what it claims; an empty list is silence. */
const table: [sentence: string, claims: string[]][] = [
  ["নেপালের প্রস্তাব ফিরিয়ে দিল ভুটান", ["Bhutan REFUSED Nepal"]],
  ["ভুটান নেপালের ভাস্কর্য ফিরিয়ে দিল", []],
  ["জাপানের ঋণ মওকুফের অনুরোধে সাড়া দেয়নি কেনিয়া।", ["Japan REQUESTED Kenya", "Kenya REFUSED Japan"]],
  ["জাপানের অনুরোধ নিয়ে কেনিয়ার পত্রিকায় লেখা হয়েছে।", []],
  ["ক্রোয়েশিয়া জানিয়েছে, তারা সুদানকে কোনো অস্ত্র দেবে না।", ["Croatia not SUPPLIED Sudan, announced"]],
  ["ক্রোয়েশিয়া জানিয়েছে, সুদানে বন্যা হয়েছে।", []],
  ["তাইওয়ানকে স্বীকৃতি না দেওয়ার সিদ্ধান্ত পুনর্ব্যক্ত করেছে পেরু।", ["Peru not RECOGNIZED Taiwan, announced"]],
  ["তাইওয়ানের ভাষাকে ঐতিহ্যের স্বীকৃতি দিয়েছে পেরু।", []],
  ["কসোভোর স্বাধীনতা মেনে নেয়নি কিউবা।", ["Cuba not RECOGNIZED Kosovo"]],
  ["কসোভোর স্বাধীনতা দিবসে কিউবায় অনুষ্ঠান হয়েছে।", []],
  ["কসোভোকে স্বাধীন রাষ্ট্র হিসেবে মানে না স্লোভাকিয়া।", ["Slovakia not RECOGNIZED Kosovo"]],
  ["স্লোভাকিয়া ও কসোভোর পর্যটন নিয়ে বই লেখা হয়েছে।", []],
  ["স্পেনের স্বীকৃতি পেল ফিলিস্তিন", ["Spain RECOGNIZED State of Palestine"]],
  ["ফিলিস্তিনের স্বীকৃতি নিয়ে স্পেনে বিতর্ক চলছে।", []],
  ["আর্জেন্টিনাকে ২৪টি যুদ্ধবিমান দিচ্ছে ডেনমার্ক", ["Denmark SUPPLIED Argentina"]],
  ["আর্জেন্টিনাকে চাপ দিচ্ছে ডেনমার্ক", []],
  ["আর্জেন্টিনার কাছে যুদ্ধবিমান বিক্রি করবে ডেনমার্ক।", ["Denmark SUPPLIED Argentina, announced"]],
  ["আর্জেন্টিনার কাছে যুদ্ধবিমান বিক্রি করতে পারে ডেনমার্ক।", []],
  ["তুরস্কের কাছে অস্ত্র বিক্রি বন্ধ করেছে কানাডা।", ["Canada not SUPPLIED Turkey"]],
  ["মিয়ানমারে অস্ত্র বিক্রি বন্ধের আহ্বান প্রত্যাখ্যান করেছে সার্বিয়া।", []],
  ["ঘানাকে গ্যাস রপ্তানি করছে নাইজেরিয়া।", ["Nigeria SUPPLIED Ghana"]],
  ["ঘানা ও নাইজেরিয়ায় গ্যাসের দাম বেড়েছে।", []],
  ["নেপালকে বিশুদ্ধ পানি পাঠিয়েছে ভারত।", ["India SUPPLIED Nepal"]],
  ["নেপালের নদীর পানি ভারতে ঢুকেছে।", []],
  ["উত্তর কোরিয়া রাশিয়াকে অস্ত্র সরবরাহের অভিযোগ অস্বীকার করেছে।", ["North Korea SUPPLIED Russia, alleged"]],
  ["উত্তর কোরিয়া মন্তব্য করতে অস্বীকৃতি জানিয়েছে।", []],
  [
    "মিত্র দেশ জর্ডানের পাশে থাকার আশ্বাস দিয়েছেন মার্কিন প্রেসিডেন্ট।",
    ["United States ALLIED_WITH Jordan", "United States SUPPORTED Jordan"],
  ],
  ["জর্ডানের পাশে ইরাকের সীমান্ত।", []],
  [
    "পাকিস্তান ও সৌদি আরব পারস্পরিক প্রতিরক্ষা চুক্তি সই করেছে।",
    ["Pakistan ALLIED_WITH Saudi Arabia", "Pakistan SIGNED_TREATY_WITH Saudi Arabia"],
  ],
  ["পাকিস্তান ও সৌদি আরবে তাপমাত্রা বেড়েছে।", []],
  ["চিলি ও পেরু মুক্ত বাণিজ্য চুক্তি সই করেছে।", ["Chile SIGNED_TREATY_WITH Peru"]],
  ["চিলি ও পেরুর ফুটবল দল চুক্তি সই করেছে।", []],
  ["ইরানের ওপর নতুন নিষেধাজ্ঞা দিয়েছে কানাডা।", ["Canada SANCTIONED Iran"]],
  ["ইরানের ওপর থেকে নিষেধাজ্ঞা তুলে নিয়েছে কানাডা।", ["Canada not SANCTIONED Iran"]],
  ["ইরানের ওপর থেকে নিষেধাজ্ঞা তুলে নেওয়ার কথা ভাবছে কানাডা।", []],
  ["ইরানের ওপর নিষেধাজ্ঞা আরোপের হুমকি দিয়েছে কানাডা।", []],
  ["চীন সফরে গেছেন মালয়েশিয়ার প্রধানমন্ত্রী আনোয়ার ইব্রাহিম।", ["Anwar Ibrahim VISITED China"]],
  ["চীন ও মালয়েশিয়ার পর্যটকেরা সমুদ্রে গেছেন।", []],
  ["পুতিনকে ফোন করলেন এরদোয়ান", ["Recep Tayyip Erdoğan CALLED Vladimir Putin"]],
  ["পুতিনের ফোন নিয়ে তুরস্কে রসিকতা চলছে।", []],
  ["রাশিয়া ও ইউক্রেনের প্রতিনিধিরা ইস্তাম্বুলে বৈঠকে বসেছেন।", ["Russia MET_WITH Ukraine"]],
  ["রাশিয়া ও ইউক্রেনের প্রতিনিধিরা হোটেলে উঠেছেন।", []],
  ["থাইল্যান্ডের সামরিক ঘাঁটি লক্ষ্য করে রকেট ছুড়েছে কম্বোডিয়া।", ["Cambodia ATTACKED Thailand"]],
  ["কাতারে হামলার নিন্দা জানিয়েছে ইন্দোনেশিয়া।", []],
  ["হাইতিতে পুলিশ মোতায়েন করেছে কেনিয়া।", ["Kenya DEPLOYED_TO Haiti"]],
  ["হাইতিতে কেনিয়ার পুলিশ নিয়ে প্রতিবেদন ছাপা হয়েছে।", []],
  ["২০২৩ সালে ন্যাটোয় যোগ দেয় ফিনল্যান্ড।", ["Finland MEMBER_OF NATO"]],
  ["ফিনল্যান্ডের দল প্রতিযোগিতায় যোগ দেয়।", []],
];

describe("Bengali sentences", () => {
  for (const [sentence, expected] of table)
    it(`${expected.length === 0 ? "claim nothing" : `say ${expected.join("; ")}`}: ${sentence}`, async () => {
      expect(await claimed(sentence)).toEqual(expected);
    });
});
