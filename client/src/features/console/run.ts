import { create } from "zustand";
import { ApiProblem, api, type CypherAnswer } from "../../api.ts";
import { draw } from "../../explore.ts";
import { useSession } from "../../session.ts";
import { remember } from "./memory.ts";
import { type Query, readParams } from "./open.ts";

interface Run {
  /** Under way: since when, and how to stop it; the server stops too. */
  running: { since: number; cancel(): void } | undefined;
  /** The last answer stays until there is another. */
  answer: CypherAnswer | undefined;
  asked: Query | undefined;
  /** What went wrong, in the server's words; `params` where what is written as parameters is no object. */
  problem: ApiProblem | "params" | "stopped" | undefined;
}

export const useRun = create<Run>(() => ({
  running: undefined,
  answer: undefined,
  asked: undefined,
  problem: undefined,
}));

export type Drawing = "replace" | "add" | "none";
const rows = 1_000;

/** Asks a query, or for its plan. A new one stops the old one. Draws the answer where it holds nodes and one wants it. */
export async function run(asked: Query, how: Drawing | "plan"): Promise<void> {
  useRun.getState().running?.cancel();
  let params: Record<string, unknown>;
  try {
    params = readParams(asked.params);
  } catch {
    return useRun.setState({ problem: "params" });
  }
  const controller = new AbortController();
  const running = { since: performance.now(), cancel: () => controller.abort() };
  useRun.setState({ running, problem: undefined });
  try {
    const answer = await (how === "plan"
      ? api.explain(asked.query, params, controller.signal)
      : api.cypher(asked.query, params, rows, controller.signal));
    if (controller.signal.aborted) return;
    useRun.setState({ answer, asked, running: undefined });
    if (how === "plan") return;
    remember(asked);
    if (how !== "none" && answer.graph.nodes.length > 0) await draw(answer.graph, how, titleOf(asked.query));
  } catch (error) {
    if (useRun.getState().running !== running) return;
    const told = error instanceof ApiProblem ? error : new ApiProblem({ status: -1, title: "", detail: String(error) });
    useRun.setState({ problem: controller.signal.aborted ? "stopped" : told });
  } finally {
    if (useRun.getState().running === running) useRun.setState({ running: undefined });
    // A link to a query that draws nothing must not wait for a picture for ever.
    if (useSession.getState().opening) useSession.setState({ opening: false });
  }
}

/** The first words of a query: what a step of the history calls it. */
export function titleOf(query: string): string {
  const line = query
    .replace(/\/\/.*$/gm, "")
    .replace(/\s+/g, " ")
    .trim();
  return line.length > 44 ? `${line.slice(0, 43).trimEnd()}…` : line;
}
