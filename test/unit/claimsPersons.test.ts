import { describe, expect, it } from "vitest";
import { readText } from "./readText.ts";

/** Types, subjects and objects of the claims and the entities of an article that was published on a day. */
async function read(lang: string, text: string, published = "2025-03-01") {
  const { entities, claims, name } = await readText(lang, text, published);
  return {
    entities: entities.map((entity) => entity.name.en).sort(),
    claims: claims.map(({ type, subject, object }) => `${name(subject)} ${type} ${name(object)}`).sort(),
  };
}

describe("persons of an article", () => {
  it("are known by the surname alone once they were named with title and country", async () => {
    const { entities, claims } = await read(
      "hi",
      "उरुग्वे के राष्ट्रपति यामांदू ओर्सी ने पेरू का दौरा किया। ओर्सी ने इक्वाडोर की निंदा की।",
      "2025-06-01",
    );
    expect(entities).toEqual(["Ecuador", "Peru", "Uruguay", "Yamandú Orsi"]);
    expect(claims).toContain("Uruguay CONDEMNED Ecuador");
  });

  it("are not known by a surname that the article gives to nobody", async () => {
    const { claims } = await read("hi", "पेरू ने चिली की निंदा की। ओर्टिज़ ने इक्वाडोर की निंदा की।");
    expect(claims.filter((claim) => claim.includes("Ecuador"))).toEqual([]);
  });

  it("need no country beside the title where the article has named it", async () => {
    const { entities } = await read("hi", "चिली ने पेरू की आलोचना की। राष्ट्रपति बोरिक ने पेरू का दौरा किया।", "2024-03-01");
    expect(entities).toContain("Gabriel Boric");
  });

  it.each([
    ["কেনিয়ার পররাষ্ট্রমন্ত্রী আমিনা ওয়েকেসা উগান্ডার নিন্দা করেছেন।", "Amina Wekesa"],
    ["উরুগুয়ের ভাইস প্রেসিডেন্ট মারিয়া এচেভেরি প্যারাগুয়ে সফর করেন।", "Maria Echeveri"],
    ["সামোয়ার প্রধানমন্ত্রী তাভিতা ফালেওলো বুধবার ফিজি পৌঁছান।", "Tabitha Faleolo"],
  ])("may stand in Bengali right before another name or a day: %s", async (text, person) => {
    expect((await read("bn", text)).entities).toContain(person);
  });

  it.each([
    ["bn", "কেনিয়ার স্বাস্থ্যমন্ত্রী মঙ্গলবার উগান্ডা সফর করেন।", ["Kenya", "Uganda"]],
    ["bn", "ফিজির প্রধানমন্ত্রী আগামী সপ্তাহে জাপান সফর করবেন।", ["Fiji", "Japan"]],
    ["bn", "চিলির প্রেসিডেন্ট দুই দিনের পেরু সফর শেষ করেছেন।", ["Chile", "Peru"]],
    ["bn", "জাপানের পররাষ্ট্রমন্ত্রী সোমবার করাচি পৌঁছান।", ["Japan", "Pakistan"]],
    ["hi", "समोआ के प्रधानमंत्री बुधवार को फिजी पहुंचे।", ["Fiji", "Samoa"]],
  ])("are not the words of time and place behind a title: %s %s", async (lang, text, entities) => {
    expect((await read(lang, text)).entities).toEqual(entities);
  });

  it("are no journalists, and news agencies are only quoted", async () => {
    expect(
      (await read("en", "Kenyan journalist Amina Otieno told Reuters that Kenya condemned Uganda.")).entities,
    ).toEqual(["Kenya", "Uganda"]);
  });
});
