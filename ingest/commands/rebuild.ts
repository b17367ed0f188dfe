import { rebuild } from "../../server/graph/rebuild.ts";
import { print } from "./print.ts";
import { withStore } from "./withStore.ts";

/** `entente rebuild`: makes all edges anew from the claims. Answers the exit code. */
export async function rebuildEdges(): Promise<number> {
  const edges = await withStore(rebuild);
  await print(`${edges} ${edges === 1 ? "edge" : "edges"} made from the claims.\n`);
  return 0;
}
