import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, it } from "vitest";
import { buildClient } from "../../server/client.ts";
import { address, killStarted, startBy } from "./started.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const app = mkdtempSync(join(tmpdir(), "entente-image-"));
afterAll(() => {
  killStarted();
  rmSync(app, { recursive: true, force: true });
});

/** The lines of the Dockerfile's last stage: what runs. */
const stage =
  readFileSync(join(root, "Dockerfile"), "utf8")
    .split(/^FROM /m)
    .at(-1)
    ?.split("\n") ?? [];

/** Copies what the image copies; `RUN npm ci --omit=dev` is stood in for by links to the packages that are no builders. */
function lay(): void {
  for (const line of stage) {
    const [instruction, ...words] = line.split(" ");
    if (instruction !== "COPY") continue;
    const paths = words.filter((word) => !word.startsWith("--"));
    const to = paths.pop() ?? "";
    for (const from of paths) {
      const target = to.endsWith("/") ? join(app, to, from) : join(app, to);
      cpSync(join(root, from.replace(/^\/app\//, "")), target, { recursive: true });
    }
  }
  const lock: { packages: Record<string, { dev?: boolean }> } = JSON.parse(
    readFileSync(join(root, "package-lock.json"), "utf8"),
  );
  for (const [path, { dev }] of Object.entries(lock.packages)) {
    if (dev || !/^node_modules\/[^/]+(\/[^/]+)?$/.test(path) || path.includes("/node_modules/")) continue;
    mkdirSync(dirname(join(app, path)), { recursive: true });
    symlinkSync(join(root, path), join(app, path));
  }
}

// Without Docker: the image's files and its command, for production, on this machine.
it("what the image holds starts, reads the samples and serves the page", { timeout: 240_000 }, async () => {
  await buildClient(() => undefined);
  lay();
  const command: string[] = JSON.parse(stage.find((line) => line.startsWith("CMD "))?.slice("CMD ".length) ?? "[]");
  const started = startBy(command, { NODE_ENV: "production", DATA_DIR: join(app, "data") }, app);
  const url = await address(started);
  expect((await (await fetch(`${url}api/stats`)).json()).articles).toBe(24);
  expect(await (await fetch(url)).text()).toContain("csp-nonce");
  started.child.kill("SIGTERM");
  expect(await started.ended).toBe(0);
});
