// A worker does not share its starter's TypeScript loader, so these lines of JavaScript fetch one.
import { tsImport } from "tsx/esm/api";

export const { read } = await tsImport("./worker.ts", import.meta.url);
