import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CypherAnswer, QuestionAnswer, Questions } from "../../model/api.ts";
import { questions } from "../../server/questions/questions.ts";
import { type Served, serve } from "./serve.ts";

let served: Served;
beforeAll(async () => {
  served = await serve();
});
afterAll(() => served.close());

const ask = async (path: string) => {
  const response = await fetch(`${served.url}/api/questions${path}`);
  return { status: response.status, body: await response.json() };
};

describe("ready questions", () => {
  it("are listed with words in every language", async () => {
    const { questions: listed } = Questions.parse((await ask("")).body);
    expect(listed.slice(0, 4).map(({ name }) => name)).toEqual([
      "allies-that-refused",
      "who-recognises-what",
      "who-supplies-whom",
      "who-spoke-with-whom",
    ]);
    for (const { title, description, params } of listed) {
      for (const words of [title, description, ...params.map(({ label }) => label)]) {
        expect(Object.keys(words).sort()).toEqual(["bn", "en", "hi"]);
      }
    }
  });

  it.each(questions().map(({ name }) => name))("%s has an answer without any parameter", async (name) => {
    const { status, body } = await ask(`/${name}`);
    expect(status, JSON.stringify(body)).toBe(200);
    const answer = QuestionAnswer.parse(body);
    expect(answer.rows.length).toBeGreaterThan(0);
    if (answer.draw === "graph") expect(answer.graph.edges.length).toBeGreaterThan(0);
  });

  it.each(questions())("$name may also be asked in the console", async ({ query, params }) => {
    const body = JSON.stringify({ query, params: Object.fromEntries(params.map(({ name }) => [name, null])) });
    const headers = { "Content-Type": "application/json" };
    const response = await fetch(`${served.url}/api/cypher`, { method: "POST", headers, body });
    const answer = CypherAnswer.parse(await response.json());
    expect(answer.rows.length).toBeGreaterThan(0);
  });

  it("finds the ally that refused, with both edges", async () => {
    const { graph } = QuestionAnswer.parse((await ask("/allies-that-refused")).body);
    expect(graph.edges.map(({ id }) => id).sort()).toEqual(["Q159 ALLIED_WITH Q232", "Q232 REFUSED Q159"]);
    expect(graph.nodes.map(({ names }) => names.en).sort()).toEqual(["Kazakhstan", "Russia"]);
  });

  it("narrows an answer to the node asked for", async () => {
    const all = QuestionAnswer.parse((await ask("/who-supplies-whom")).body);
    const one = QuestionAnswer.parse((await ask("/who-supplies-whom?who=Q794")).body);
    expect(all.rows).toHaveLength(3);
    expect(one.graph.edges.map(({ id }) => id)).toEqual(["Q794 SUPPLIED Q159"]);
    const none = QuestionAnswer.parse((await ask("/who-supplies-whom?who=Q668")).body);
    expect(none.rows).toEqual([]);
  });

  it("leaves out what was last reported before the date asked for", async () => {
    const { rows } = QuestionAnswer.parse((await ask("/who-supplies-whom?since=2024-03-05")).body);
    expect(rows).toHaveLength(2);
  });

  it("sets the refusal to recognise beside the recognition", async () => {
    const { graph } = QuestionAnswer.parse((await ask("/who-recognises-what?what=Q16746854")).body);
    expect(graph.edges.map(({ id }) => id).sort()).toEqual(["Q159 RECOGNIZED Q16746854", "Q232 REFUSED Q16746854"]);
  });

  it.each([
    ["/no-such-question", 404, "No such question"],
    ["/who-supplies-whom?whom=Q1", 400, "Unknown parameter"],
    ["/who-supplies-whom?since=yesterday", 400, "Wrong parameter"],
    ["/who-says-so?type=LOVES", 400, "Wrong parameter"],
  ])("answers %s with a problem", async (path, status, title) => {
    expect(await ask(path)).toMatchObject({ status, body: { status, title } });
  });
});
