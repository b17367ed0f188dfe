import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SearchAnswer } from "../../model/api.ts";
import { type Served, serve } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const search = async (q: string, more = "") => {
  const response = await fetch(`${served.url}/api/search?q=${encodeURIComponent(q)}${more}`);
  expect(response.status).toBe(200);
  return SearchAnswer.parse(await response.json());
};
const names = ({ nodes }: Awaited<ReturnType<typeof search>>) =>
  nodes.map(({ node, how }) => `${node.names.en} ${how}`);

describe("search for nodes", () => {
  it.each([
    ["भारत", "India name"],
    ["ভারত", "India name"],
    ["India", "India name"],
    ["india", "India name"],
    ["Bharat", "India script"],
    ["New Delhi", "India alias"],
    ["नई दिल्ली", "India alias"],
    ["Turkiye", "Türkiye script"],
    ["रुस", "Russia script"],
    ["कजाखस्तान", "Kazakhstan script"],
    ["Ind", "India prefix"],
    ["Delhi", "India alias"],
    ["new de", "India prefix"],
    ["indians", "India alias"],
    ["Moscow", "Russia alias"],
    ["क्रेमलिन", "Russia alias"],
    ["Rus", "Russia script"],
    ["Turkey", "Türkiye alias"],
    ["Federation", "Russia prefix"],
    ["কাজা", "Kazakhstan prefix"],
    ["Kazahkstan", "Kazakhstan typo"],
    ["Kazakstan", "Kazakhstan script"],
    ["Qazaqstan", "Kazakhstan script"],
    ["Kazakhsten", "Kazakhstan typo"],
  ])("%s finds %s first", async (query, first) => {
    expect(names(await search(query))[0]).toBe(first);
  });

  it("never puts Nigeria above Niger for Niger", async () => {
    expect(names(await search("Niger"))).toEqual(["Niger name", "Nigeria prefix"]);
    expect(names(await search("Nigeria"))).toEqual(["Nigeria name"]);
  });

  it("takes no name for another that only sounds alike", async () => {
    for (const query of ["Brat", "Brit", "Iraq", "Mali"])
      expect(names(await search(query)).join()).not.toMatch(/(name|alias)/);
    expect(names(await search("Iraq"))).toEqual([]);
  });

  it("finds nothing where nothing is called so", async () => {
    expect((await search("Atlantis")).nodes).toEqual([]);
    expect((await search("!!!")).nodes).toEqual([]);
  });

  it("as typed looks for the very letters", async () => {
    expect(names(await search("India", "&as=typed"))).toEqual(["India name"]);
    expect(names(await search("Indi", "&as=typed"))).toEqual(["India prefix"]);
    expect(names(await search("भारत", "&as=typed"))).toEqual(["India name"]);
    expect(names(await search("Turkey", "&as=typed"))).toEqual(["Türkiye alias"]);
    for (const query of ["Turkiye", "रुस", "Kazakstan", "Bharat", "New Delhi", "मॉस्को"])
      expect((await search(query, "&as=typed")).nodes).toEqual([]);
  });

  it("knows a node as soon as it is stored", async () => {
    const { save } = await import("../../server/graph/save.ts");
    const { extractions } = await import("./fixture.ts");
    const [first] = extractions();
    if (!first) throw new Error("no fixture");
    const atlantis = {
      ...first.entities[0],
      id: "x-lemuria",
      name: { en: "Lemuria" },
      aliases: [],
      labels: ["Country"],
      type: "Country",
    };
    const [claim] = first.claims;
    if (!claim) throw new Error("no claim");
    const article = { ...first.article, id: "lemuria", hash: "another" };
    await save(served.store, [
      {
        article,
        entities: [atlantis, ...first.entities] as typeof first.entities,
        claims: [{ ...claim, id: "c-lemuria", article: "lemuria", object: "x-lemuria" }],
        skipped: [],
      },
    ]);
    expect(names(await search("Lemuria"))).toEqual(["Lemuria name"]);
  });
});

describe("search for one of the two", () => {
  it("finds names without sentences and sentences without names", async () => {
    const [both, nodes, texts] = await Promise.all(["", "&of=nodes", "&of=sentences"].map((of) => search("Iran", of)));
    expect(both!.nodes.length).toBeGreaterThan(0);
    expect(nodes).toEqual({ ...both, sentences: [] });
    expect(texts).toEqual({ ...both, nodes: [] });
    expect(both!.sentences.length).toBeGreaterThan(0);
  });
});

describe("search for sentences", () => {
  it("finds a sentence by its words, in any case and from a word's beginning", async () => {
    const { sentences } = await search("SEND troop");
    expect(sentences.map(({ sentence }) => sentence)).toEqual(["Kazakhstan refused Russia's request to send troops."]);
    expect(sentences[0]).toMatchObject({
      lang: "en",
      article: { id: "refusal", claims: 2, outlet: "The Harbour Post" },
    });
  });

  it("brings the sentences of all scripts for a name in one", async () => {
    const { sentences } = await search("Iran");
    expect(sentences.map(({ lang }) => lang).sort()).toEqual(["bn", "hi"]);
  });

  it("as typed brings only the sentences that hold the letters", async () => {
    const { sentences } = await search("रूस", "&as=typed");
    expect(new Set(sentences.map(({ lang }) => lang))).toEqual(new Set(["hi"]));
    expect((await search("Iran", "&as=typed")).sentences).toEqual([]);
  });

  it("finds letters with a nukta however they are composed", async () => {
    for (const form of ["NFC", "NFD"])
      expect((await search("कज़ाख़स्तान".normalize(form), "&as=typed")).sentences).toHaveLength(1);
  });
});
