import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import react from "@vitejs/plugin-react";
import { defineConfig, type Plugin } from "vite";

/** The combobox brings a dialog of its own that nobody here opens, and with it a twentieth of the first page's script. */
const withoutDialog: Plugin = {
  name: "without-dialog",
  enforce: "pre",
  resolveId: (source, importer) =>
    source === "@radix-ui/react-dialog" && importer?.includes("/cmdk/") ? "\0no-dialog" : undefined,
  load: (id) =>
    id === "\0no-dialog" ? "export const [Root, Portal, Overlay, Content] = Array(4).fill(() => null);" : undefined,
};

/**
 * Until its face is there, a script that the machine has no face for is better left out than shown as boxes. Each script
 * has one face, and no other brings its letters along: nobody fetches them twice, nor a Latin face more for a space.
 */
const ownLetters: Plugin = {
  name: "own-letters",
  enforce: "pre",
  transform(code, id) {
    const [, script] = /noto-(?:sans|serif)(-devanagari|-bengali)?\/[^/]*\.css$/.exec(id) ?? [];
    if (!id.includes("/noto-")) return;
    const others = script ? "latin(?:-ext)?" : "devanagari";
    const kept = code.replaceAll(new RegExp(`/\\* [a-z-]+-${others}-wght-normal \\*/\\s*@font-face {[^}]*}`, "g"), "");
    return script ? kept.replaceAll("font-display: swap", "font-display: block") : kept;
  },
};

/** Scripts and sheets lie compressed beside themselves: the server sends them as they are, and nobody waits for it. */
const compressed: Plugin = {
  name: "compressed",
  async writeBundle({ dir = "" }, bundle) {
    const names = Object.keys(bundle).filter((name) => /\.(js|css)$/.test(name));
    const params = { [constants.BROTLI_PARAM_QUALITY]: 10 };
    await Promise.all(
      names.map(async (name) => {
        const path = join(dir, name);
        const bytes = await readFile(path);
        await Promise.all([
          writeFile(`${path}.br`, await promisify(brotliCompress)(bytes, { params })),
          writeFile(`${path}.gz`, await promisify(gzip)(bytes, { level: 9 })),
        ]);
      }),
    );
  },
};

/** Builds the browser's part to dist/client; `vite client` serves it with the API of a running server behind it. */
export default defineConfig(({ command }) => {
  // Where a shell or a test runner says otherwise, React would be built for development: larger and slower.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    plugins: [withoutDialog, ownLetters, react(), compressed],
    build: {
      outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
      emptyOutDir: true,
      target: "es2022",
      // Browsers since May 2024 know light-dark(). What stands in for it in older ones is settled once for the page, and a
      // picture on light paper, made on a dark page, would have the names of the dark one.
      cssTarget: ["chrome123", "firefox120", "safari17.5"],
      // Data addresses would need a wider content security policy for fonts and workers.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      // Forty small files take longer to ask for than to read.
      rolldownOptions: { output: { codeSplitting: { groups: [{ name: "page", tags: ["$initial"] }] } } },
    },
    worker: { format: "es" },
    server: { host: "127.0.0.1", proxy: { "/api": process.env.API ?? "http://127.0.0.1:4400" } },
  };
});
