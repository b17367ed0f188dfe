import { describe, expect, it } from "vitest";
import { extraction } from "../../ingest/line.ts";

/** Types, subjects and objects of the claims and the entities of an article that was published on a day. */
async function read(lang: string, text: string, published = "2025-03-01") {
  const { entities, claims } = await extraction({
    id: "x",
    from: "x",
    format: "text",
    content: text,
    lang,
    published,
    clean: true,
  });
  const name = (id: string) => entities.find((entity) => entity.id === id)?.name.en;
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

  it("are no journalists, and news agencies are only quoted", async () => {
    expect(
      (await read("en", "Kenyan journalist Amina Otieno told Reuters that Kenya condemned Uganda.")).entities,
    ).toEqual(["Kenya", "Uganda"]);
  });
});
