import type { Atlas } from "./atlas.ts";

let known: Promise<Atlas> | undefined;

/** The world, fetched with the first map that is wanted. */
export function loadAtlas(): Promise<Atlas> {
  known ??= import("./atlas.ts").then(({ atlas }) => atlas());
  return known;
}
