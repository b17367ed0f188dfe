import { force } from "./force.ts";
import type { Answer, Request } from "./layout.ts";
import { settle } from "./settle.ts";

/** Everything that takes longer than a frame happens here, off the page's thread. */
self.addEventListener("message", async ({ data }: MessageEvent<Request>) => {
  self.postMessage(await answer(data));
});

/** Springs are what every page needs; the rest is fetched when it is first asked for. */
async function answer(request: Request): Promise<Answer> {
  const { job } = request;
  try {
    if (request.task === "settle") return { job, places: settle(request.plan, request.parent) };
    if (request.task === "measure") {
      const { centrality } = await import("./measure.ts");
      return { job, scores: centrality(request.plan, request.measure) };
    }
    if (request.task === "communities") {
      const { communities } = await import("./measure.ts");
      return { job, scores: communities(request.plan) };
    }
    if (request.kind === "force") return { job, places: force(request.plan) };
    const { circular, hierarchical } = await import("./arranged.ts");
    return { job, places: { hierarchical, circular }[request.kind](request.plan) };
  } catch (error) {
    return { job, error: error instanceof Error ? error.message : String(error) };
  }
}
