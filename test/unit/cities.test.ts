import { describe, expect, it } from "vitest";
import { cityAt } from "../../ingest/gazetteer/cities.ts";
import { gazetteer } from "../../ingest/gazetteer/gazetteer.ts";
import { readText } from "./readText.ts";

async function read(lang: string, text: string) {
  const { entities, claims, name } = await readText(lang, text, "2025-03-01");
  return {
    entities: entities.map((entity) => entity.name.en).sort(),
    claims: claims.map(({ type, subject, object }) => `${name(subject)} ${type} ${name(object)}`),
  };
}

describe("a city that is no capital", () => {
  it.each([
    ["en", ["Karachi"], "Pakistan", "Karachi"],
    ["en", ["Tel", "Aviv"], undefined, undefined],
    ["en", ["Ho", "Chi", "Minh", "City"], "Vietnam", "Ho Chi Minh City"],
    ["hi", ["इस्तान्बूल"], "Turkey", "Istanbul"],
    ["bn", ["করাচিতে"], "Pakistan", "Karachi"],
    ["bn", ["চট্টগ্রামে"], "Bangladesh", "Chattogram"],
    ["en", ["Austin"], undefined, undefined],
    ["bn", ["গাও"], undefined, undefined],
  ])("%s %j is of %s", (lang, words, state, name) => {
    const city = cityAt(words, 0, lang);
    expect(city && gazetteer().entity(city.states[0]!)?.name.en).toBe(state);
    expect(city?.name).toBe(name);
  });

  it.each([
    ["en", "Angola's foreign minister Tete Antonio arrived in Istanbul on Friday.", "Tete António VISITED Turkey"],
    ["en", "Russian forces struck Odesa overnight.", "Russia ATTACKED Ukraine"],
    ["en", "Ethiopia launched a missile attack on Kismayo.", "Ethiopia ATTACKED Somalia"],
    ["hi", "इजरायल ने अलेप्पो पर हमला किया।", "Israel ATTACKED Syria"],
    ["hi", "जर्मनी के चांसलर मुंबई के दौरे पर आए।", "Germany VISITED India"],
    ["bn", "জাপানের পররাষ্ট্রমন্ত্রী সোমবার করাচি পৌঁছান।", "Japan VISITED Pakistan"],
    ["bn", "রাশিয়া ওডেসায় হামলা চালিয়েছে।", "Russia ATTACKED Ukraine"],
  ])("tells which state is visited or attacked: %s %s", async (lang, text, claim) => {
    expect((await read(lang, text)).claims).toContain(claim);
  });

  it.each([
    ["en", "Karachi has refused Iran's request.", "Iran"],
    ["en", "Iran attacked the Mumbai-based firm.", "Iran"],
    ["en", "Peru's minister criticised the attack and lives in Toronto.", "Peru"],
    ["hi", "कराची ने ईरान का अनुरोध ठुकरा दिया।", "Iran"],
    ["bn", "করাচি ইরানের অনুরোধ প্রত্যাখ্যান করেছে।", "Iran"],
  ])("never acts and owns nothing: %s %s", async (lang, text, only) => {
    const { entities, claims } = await read(lang, text);
    expect(claims).toEqual([]);
    expect(entities).toEqual([only]);
  });

  it("of two states is of the one that the article speaks of, else of none", async () => {
    expect((await read("en", "Russia's president visited Hyderabad.")).claims).toEqual([]);
    const { claims } = await read("en", "India and Russia are old friends. Russia's president visited Hyderabad.");
    expect(claims).toEqual(["Russia VISITED India"]);
  });
});
