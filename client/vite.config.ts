import { fileURLToPath } from "node:url";
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

/** Until its face is there, a script that the machine has no face for is better left out than shown as boxes. */
const lettersNotBoxes: Plugin = {
  name: "letters-not-boxes",
  enforce: "pre",
  transform: (code, id) =>
    /noto-\w+-(devanagari|bengali)\/.*\.css$/.test(id)
      ? code.replaceAll("font-display: swap", "font-display: block")
      : undefined,
};

/** Builds the browser's part to dist/client; `vite client` serves it with the API of a running server behind it. */
export default defineConfig(({ command }) => {
  // Where a shell or a test runner says otherwise, React would be built for development: larger and slower.
  if (command === "build") process.env.NODE_ENV = "production";
  return {
    root: fileURLToPath(new URL(".", import.meta.url)),
    plugins: [withoutDialog, lettersNotBoxes, react()],
    build: {
      outDir: fileURLToPath(new URL("../dist/client", import.meta.url)),
      emptyOutDir: true,
      target: "es2022",
      // Data addresses would need a wider content security policy for fonts and workers.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
    },
    worker: { format: "es" },
    server: { host: "127.0.0.1", proxy: { "/api": process.env.API ?? "http://127.0.0.1:4400" } },
  };
});
