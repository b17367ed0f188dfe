import { describe, expect, it } from "vitest";
import { readText } from "./readText.ts";

async function read(lang: string, text: string) {
  const { entities, claims, name } = await readText(lang, text, "2024-07-17");
  return {
    events: entities.filter(({ type }) => type === "Event").map((event) => [event.id, event.name.en]),
    others: entities.filter(({ type }) => type !== "Event").map((entity) => entity.name.en),
    claims: claims
      .filter(({ type }) => type === "INVOLVED_IN")
      .map(({ subject, object, modality }) => `${name(subject)} ${modality} ${name(object)}`),
  };
}

describe("an event that no list knows", () => {
  it.each([
    ["en", "Kenya attended the Astana summit on Monday.", "2024 Astana summit", ["Kenya asserted 2024 Astana summit"]],
    ["en", "Turkey will host the BRICS summit.", "2024 BRICS summit", ["Turkey announced 2024 BRICS summit"]],
    [
      "en",
      "Leaders of Chad signed the Tashkent Declaration.",
      "Tashkent Declaration",
      ["Chad asserted Tashkent Declaration"],
    ],
    ["en", "France launched Operation Barkhane in Mali.", "Operation Barkhane", ["France asserted Operation Barkhane"]],
    ["en", "Japan joined the Malabar exercise.", "2024 Malabar exercise", ["Japan asserted 2024 Malabar exercise"]],
    ["en", "The Camp David Accords pleased Egypt.", "Camp David Accords", []],
    [
      "en",
      "The Chad–Libya war ended in 1987.",
      "Chad-Libya War",
      ["Chad asserted Chad-Libya War", "Libya asserted Chad-Libya War"],
    ],
    ["hi", "भारत अस्ताना शिखर सम्मेलन में शामिल हुआ।", "2024 Astana summit", ["India asserted 2024 Astana summit"]],
    ["hi", "दोहा समझौते के बाद अमेरिका ने सेना हटाई।", "Doha Agreement", []],
    ["hi", "भारत ने 'ऑपरेशन कावेरी' शुरू किया।", "Operation Kaveri", ["India asserted Operation Kaveri"]],
    [
      "hi",
      "इरिट्रिया-इथियोपिया युद्ध में हजारों मारे गए।",
      "Eritrea-Ethiopia War",
      ["Eritrea asserted Eritrea-Ethiopia War", "Ethiopia asserted Eritrea-Ethiopia War"],
    ],
    ["bn", "ভারত আস্তানা শীর্ষ সম্মেলনে যোগ দেয়।", "2024 Astana summit", ["India asserted 2024 Astana summit"]],
    ["bn", "তুরস্ক ন্যাটো শীর্ষ সম্মেলনে অংশ নেবে।", "2024 NATO summit", ["Turkey announced 2024 NATO summit"]],
    ["bn", "তাসখন্দ চুক্তি ১৯৬৬ সালে সই হয়, ভারত জানায়।", "Tashkent Agreement", []],
  ])("%s: %s is the node %s", async (lang, text, event, claims) => {
    const found = await read(lang, text);
    expect(found.events.map(([, name]) => name)).toEqual([event]);
    expect(found.claims).toEqual(claims);
  });

  it.each([
    ["en", "The Wednesday summit was short, Chile said."],
    ["en", "The US-China trade war hurt Peru."],
    ["en", "Bolivia's operation failed."],
    ["en", "The press conference with Cuba was cancelled."],
    ["en", "Chile and Peru reached an agreement."],
    ["hi", "ऑपरेशन के दौरान भारत की सेना ने कार्रवाई की।"],
    ["hi", "दिल्ली समझौता करने को तैयार है।"],
    ["bn", "চীন সম্মেলনে যোগ দেয়নি।"],
    ["bn", "দিল্লি চুক্তি করেছে, জানায় চীন।"],
    ["bn", "ভারত অপারেশন শুরু করেছে।"],
  ])("%s: none is named in: %s", async (lang, text) => {
    const { events, claims } = await read(lang, text);
    expect({ events, claims }).toEqual({ events: [], claims: [] });
  });

  it("is one node in every language and whichever side is named first", async () => {
    const ids = async (lang: string, text: string) => (await read(lang, text)).events.map(([id]) => id);
    const [english] = await ids("en", "The Astana summit began, Kenya said.");
    expect(await ids("hi", "भारत अस्ताना शिखर सम्मेलन में शामिल हुआ।")).toEqual([english]);
    expect(await ids("bn", "ভারত আস্তানা শীর্ষ সম্মেলনে যোগ দেয়।")).toEqual([english]);
    expect(await ids("en", "The Libya-Chad war ended.")).toEqual(await ids("en", "The Chad-Libya war ended."));
  });

  it("is not attended by who stayed away, and its city does not stand for the state", async () => {
    const { claims, others } = await read("en", "Libya did not attend the Doha summit.");
    expect(claims).toEqual([]);
    expect(others).toEqual(["Libya"]);
  });
});
