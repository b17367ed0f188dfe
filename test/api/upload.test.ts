import { afterEach, describe, expect, it } from "vitest";
import { ArticleList, ArticleMisses, Problem, UploadProgress } from "../../model/api.ts";
import { ingestFiles, missesOf } from "../../server/ingest.ts";
import { type Served, serve } from "./serve.ts";

let served: Served | undefined;
afterEach(async () => {
  await served?.close();
  served = undefined;
});

const refusal = "Kazakhstan refused Russia's request to send troops to Ukraine, officials said on Monday.";
const article = `Astana turns down request\n\n${refusal}\n`;

async function events(response: Response): Promise<{ event: string; data: unknown }[]> {
  const text = await response.text();
  return text
    .split("\n\n")
    .filter(Boolean)
    .map((block) => {
      const [, event = "", data = "null"] = /^event: (.+)\ndata: (.+)$/.exec(block) ?? [];
      return { event, data: JSON.parse(data) };
    });
}
const last = async (response: Response) => UploadProgress.parse((await events(response)).at(-1)?.data);

function form(files: Record<string, string | Uint8Array<ArrayBuffer>>): RequestInit {
  const body = new FormData();
  for (const [name, content] of Object.entries(files)) body.append("files", new Blob([content]), name);
  return { method: "POST", body };
}
function asJson(body: unknown, headers: Record<string, string> = {}): RequestInit {
  return { method: "POST", headers: { "Content-Type": "application/json", ...headers }, body: JSON.stringify(body) };
}

describe("an upload", () => {
  it("tells each article and ends with the sum; the graph has grown", async () => {
    served = await serve({ ingest: ingestFiles }, false);
    const two = [JSON.stringify({ id: "one", text: refusal }), JSON.stringify({ id: "two", text: refusal })].join("\n");
    const response = await fetch(`${served.url}/api/articles`, form({ "refusal.txt": article, "more.jsonl": two }));
    expect(response.headers.get("content-type")).toContain("text/event-stream");
    const told = (await events(response)).filter(({ data }) => UploadProgress.parse(data).part === undefined);
    expect(told.map(({ event }) => event)).toEqual(["progress", "progress", "progress", "progress"]);
    const sum = UploadProgress.parse(told.at(-1)?.data);
    expect(sum).toMatchObject({ read: 3, rejected: [], done: true });
    expect(UploadProgress.parse(told[0]?.data)).toMatchObject({ file: "refusal.txt", read: 1, done: false });
    const { total } = await (await fetch(`${served.url}/api/articles`)).json();
    expect(total).toBe(3);
  });

  it("may be JSON, and changes nothing the second time", async () => {
    served = await serve({ ingest: ingestFiles }, false);
    const body = asJson({ files: [{ name: "refusal.txt", content: article }] });
    for (let time = 1; time <= 2; time++) {
      expect(await last(await fetch(`${served.url}/api/articles`, body))).toMatchObject({ read: 1, done: true });
      const { articles } = await (await fetch(`${served.url}/api/stats`)).json();
      expect(articles).toBe(1);
    }
  });

  it("names what cannot be read by the name it came with, and takes the rest", async () => {
    served = await serve({ ingest: ingestFiles }, false);
    const files = {
      "good.txt": article,
      "empty.txt": "",
      "picture.png": "x",
      "binary.txt": new Uint8Array([0, 1, 2, 0, 255]),
      "../../etc/passwd.txt": "",
      "broken.jsonl": "{",
      "page.html": `<html><body><script>alert(1)</script><article><p>${refusal}</p></article></body></html>`,
    };
    const { read, rejected } = await last(await fetch(`${served.url}/api/articles`, form(files)));
    expect(read).toBe(2);
    expect(rejected.map(({ from }) => from).sort()).toEqual([
      "binary.txt",
      "broken.jsonl:1",
      "empty.txt",
      "passwd.txt",
      "picture.png",
    ]);
    for (const { why } of rejected) expect(why).not.toMatch(/\/tmp|undefined|Error:/);
  });

  it.each<[string, RequestInit, number, string]>([
    ["no file", form({}), 400, "No articles"],
    ["an empty list", asJson({ files: [] }), 400, "Invalid request"],
    ["a text", { method: "POST", body: article }, 415, "No articles"],
    [
      "a broken form",
      { method: "POST", headers: { "Content-Type": "multipart/form-data; boundary=x" }, body: "y" },
      400,
      "Broken form",
    ],
    ["65 MB", form({ "large.txt": new Uint8Array(65_000_000) }), 413, "Body too large"],
  ])("of %s is refused", async (_what, init, status, title) => {
    served = await serve({ ingest: ingestFiles }, false);
    const response = await fetch(`${served.url}/api/articles`, init);
    expect(Problem.parse(await response.json())).toMatchObject({ status, title });
  });

  it("of a long article tells how far it is, while others are answered", async () => {
    served = await serve({ ingest: ingestFiles }, false);
    const days = Array.from({ length: 500 }, (_each, day) => refusal.replace("Monday", `day ${day} of the talks`));
    const long = `A long day\n\n${days.join("\n\n")}\n`;
    let isDone = false;
    const upload = fetch(`${served.url}/api/articles`, form({ "long.txt": long })).then(events);
    void upload.then(() => {
      isDone = true;
    });
    const answered: boolean[] = [];
    while (!isDone) {
      await (await fetch(`${served.url}/api/health`)).json();
      answered.push(isDone);
    }
    expect(answered.filter((late) => !late).length).toBeGreaterThan(3);
    const parts = (await upload).flatMap(({ data }) => UploadProgress.parse(data).part ?? []);
    expect(parts.length).toBeGreaterThan(0);
    expect(parts).toEqual(parts.toSorted((one, other) => one - other));
  }, 60_000);

  it("tells afterwards which sentences nearly made a claim, and why not", async () => {
    served = await serve({ ingest: ingestFiles, misses: missesOf }, false);
    await (await fetch(`${served.url}/api/articles`, form({ "refusal.txt": article }))).text();
    const { articles } = ArticleList.parse(await (await fetch(`${served.url}/api/articles`)).json());
    const answer = await fetch(`${served.url}/api/articles/${encodeURIComponent(articles[0]?.id ?? "")}/misses`);
    const { misses } = ArticleMisses.parse(await answer.json());
    expect(misses.find(({ sentence }) => sentence === refusal)?.reasons).toContainEqual(
      expect.objectContaining({ type: "SUPPLIED", kind: "embedded", cue: "send", words: "request" }),
    );
    expect((await fetch(`${served.url}/api/articles/none/misses`)).status).toBe(404);
  });

  it("is refused where nothing reads articles", async () => {
    served = await serve({}, false);
    expect((await fetch(`${served.url}/api/articles`, form({ "a.txt": article }))).status).toBe(501);
  });
});

describe("where other machines can reach the server", () => {
  const body = { files: [{ name: "refusal.txt", content: article }] };

  it("an upload needs the token", async () => {
    const token = "a secret of some length";
    served = await serve({ ingest: ingestFiles, loopback: false, token }, false);
    const send = (headers: Record<string, string>) => fetch(`${served?.url}/api/articles`, asJson(body, headers));
    for (const given of ["", "Bearer wrong", `Bearer ${token} x`]) {
      const response = await send({ Authorization: given });
      expect([response.status, response.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    }
    expect(await last(await send({ Authorization: `Bearer ${token}` }))).toMatchObject({ read: 1, done: true });
  });

  it("no upload is taken without a token to ask for", async () => {
    served = await serve({ ingest: ingestFiles, loopback: false }, false);
    const response = await fetch(`${served.url}/api/articles`, asJson(body, { Authorization: "Bearer " }));
    expect(Problem.parse(await response.json())).toMatchObject({ status: 403, title: "Uploads are off" });
  });
});
