import { once } from "node:events";
import { PassThrough } from "node:stream";
import { type Level, pino } from "pino";
import { describe, expect, it } from "vitest";
import { StoreError } from "../../server/store/store.ts";
import { serve } from "./serve.ts";

describe("the log", () => {
  it("has a line for each request, with nothing that may be a secret", async () => {
    const { served, line } = await logged("info");
    const headers = { Authorization: "Bearer hidden", "X-Request-Id": "trace-7" };
    const response = await fetch(`${served.url}/api/nodes/Q159?x=1`, { headers });
    await response.text();
    const text = await line();
    expect(JSON.parse(text)).toMatchObject({
      level: 30,
      req: { id: "trace-7", method: "GET", url: "/api/nodes/Q159?x=1" },
      res: { statusCode: response.status },
      msg: "request completed",
    });
    expect(text).not.toContain("hidden");
    await served.close();
  });

  it("has the inside of a failure that its answer keeps quiet about, at any level", async () => {
    const { served, line } = await logged("error");
    served.store.read = async () => {
      throw new StoreError("The store is away.", { cause: new Error("inside") });
    };
    const response = await fetch(`${served.url}/api/stats`, { headers: { "X-Request-Id": "trace-8" } });
    expect([response.status, await response.text()]).toEqual([503, expect.not.stringContaining("inside")]);
    const text = await line();
    expect(JSON.parse(text)).toMatchObject({ level: 50, req: { id: "trace-8", url: "/api/stats" } });
    expect(text).toContain("inside");
    await served.close();
  });
});

async function logged(level: Level) {
  const stream = new PassThrough({ encoding: "utf8" });
  const served = await serve({ log: pino({ level }, stream) });
  return { served, line: async () => String((await once(stream, "data"))[0]) };
}
