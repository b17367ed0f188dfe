import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { builtClient } from "./browser.ts";

describe("the built page", { timeout: 60_000 }, () => {
  it("is built for production, whatever the environment says", async () => {
    expect(process.env.NODE_ENV).toBe("test");
    const assets = join(await builtClient(), "assets");
    const scripts = (await readdir(assets)).filter((name) => name.endsWith(".js"));
    expect(scripts.length).toBeGreaterThan(10);
    for (const name of scripts) expect(await readFile(join(assets, name), "utf8"), name).not.toContain("jsxDEV");
  });
});
