import { existsSync } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

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
 * Builds the client where it is missing or older than what it is made from. Without the builder (an installation for
 * production) what was built before is served as it is. Rejects with BuildError.
 */
export async function buildClient(say: (sentence: string) => void): Promise<void> {
  const built = await stat(join(clientFolder, "index.html")).catch(() => undefined);
  if (built && built.mtimeMs >= (await newest(["client", "model", "package.json"]))) return;
  if (!existsSync(join(root, "node_modules", "vite"))) {
    if (built) return;
    throw new BuildError(
      "The page is not built and its builder is not installed. Run `npm install`, then start again.",
    );
  }
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
