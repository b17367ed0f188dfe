import { existsSync } from "node:fs";
import { mkdir, readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import lock from "proper-lockfile";

const root = fileURLToPath(new URL("..", import.meta.url));
/** Where the built client lies. */
export const clientFolder = join(root, "dist", "client");

/** The page could not be built: what to do. */
export class BuildError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "BuildError";
  }
}

/**
 * Builds the client where it is missing or older than what it is made from; of several starts at once one builds and the
 * others wait. Without the builder (an installation for production) what was built before is served as it is.
 * Rejects with BuildError.
 */
export async function buildClient(say: (sentence: string) => void): Promise<void> {
  // Asked first: where the builder is missing, so may be what the page is made from.
  if (!existsSync(join(root, "node_modules", "vite"))) {
    if (existsSync(join(clientFolder, "index.html"))) return;
    throw new BuildError(
      "The page is not built and its builder is not installed. Run `npm install`, then start again.",
    );
  }
  if (await isBuilt()) return;
  await mkdir(join(root, "dist"), { recursive: true });
  const release = await lock.lock(join(root, "dist"), { retries: { retries: 900, minTimeout: 200, maxTimeout: 200 } });
  try {
    if (!(await isBuilt())) await build(say);
  } finally {
    await release();
  }
}

async function isBuilt(): Promise<boolean> {
  const built = await stat(join(clientFolder, "index.html")).catch(() => undefined);
  return built !== undefined && built.mtimeMs >= (await newest(["client", "model", "package.json"]));
}

async function build(say: (sentence: string) => void): Promise<void> {
  say("Building the page; this is done once and takes a few seconds …");
  const { build } = await import("vite");
  try {
    await build({ configFile: join(root, "client", "vite.config.ts"), logLevel: "silent" });
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n").slice(0, 4).join(" ") : String(error);
    throw new BuildError(`The page could not be built: ${why}. Run \`npm install\`, then start again.`, {
      cause: error,
    });
  }
}

/** When the youngest of the files was changed, in milliseconds. */
async function newest(names: string[]): Promise<number> {
  const times = names.map(async (name) => {
    const path = join(root, name);
    const entry = await stat(path);
    if (!entry.isDirectory()) return entry.mtimeMs;
    const below = (await readdir(path)).filter((one) => one !== "node_modules" && !one.startsWith("."));
    return newest(below.map((one) => join(name, one)));
  });
  return Math.max(0, ...(await Promise.all(times)));
}
