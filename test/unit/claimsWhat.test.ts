import { expect, it } from "vitest";
import { readText } from "./readText.ts";

it.each([
  ["en", "Norway sent Peru 5,000 tents and $40 million in aid.", "5,000 tents, $40 million, aid"],
  ["en", "In 2019 tents were sent to Peru by Norway.", "tents"],
  ["hi", "नॉर्वे ने पेरू को 4 करोड़ डॉलर दिए।", "4 करोड़ डॉलर"],
  ["bn", "নরওয়ে পেরুকে ২০টি ট্যাংক দিয়েছে।", "২০টি ট্যাংক"],
])("tells the goods with their number: %s, %s", async (lang, text, what) => {
  const { claims } = await readText(lang, text, "2025-03-01");
  expect(claims.filter(({ type }) => type === "SUPPLIED").map((claim) => claim.what)).toEqual([what]);
});
