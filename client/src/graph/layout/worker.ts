import { circular, hierarchical } from "./arranged.ts";
import { force } from "./force.ts";
import type { Answer, Request } from "./layout.ts";
import { centrality, communities } from "./measure.ts";
import { settle } from "./settle.ts";

/** Everything that takes longer than a frame happens here, off the page's thread. */
self.addEventListener("message", ({ data }: MessageEvent<Request>) => {
  self.postMessage(answer(data));
});

function answer(request: Request): Answer {
  const { job } = request;
  try {
    if (request.task === "settle") return { job, places: settle(request.plan, request.parent) };
    if (request.task === "measure") return { job, scores: centrality(request.plan, request.measure) };
    if (request.task === "communities") return { job, scores: communities(request.plan) };
    const arrange = { force, hierarchical, circular }[request.kind];
    return { job, places: arrange(request.plan) };
  } catch (error) {
    return { job, error: error instanceof Error ? error.message : String(error) };
  }
}
