import { Health } from "../../model/api.ts";
import { route } from "./route.ts";

/** For a container's health check: 503 while the store does not answer. */
export const health = route({
  method: "get",
  path: "/api/health",
  summary: "Whether the server and its store answer",
  answer: Health,
  problems: [503],
  async handle({ response, signal }, { store, log }) {
    const answers = await store.read("RETURN 1 AS one", {}, { timeout: 5_000, signal }).then(
      () => true,
      (error: unknown) => {
        log.warn({ err: error }, "the store does not answer");
        return false;
      },
    );
    if (!answers) response.status(503);
    return { status: answers ? "ok" : "down", store: store.name, version: store.version };
  },
});
