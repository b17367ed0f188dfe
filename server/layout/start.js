// A worker does not share its starter's TypeScript loader, so this one line of JavaScript fetches one.
import { tsImport } from "tsx/esm/api";

await tsImport("./worker.ts", import.meta.url);
