import type { Answer, Kind, Place, Plan, Request } from "./layout.ts";

type Task<R = Request> = R extends Request ? Omit<R, "job"> : never;

/** The worker seen from the page: ask, and wait. Started with the first question, shared by all. */
class Bureau {
  #worker: Worker | undefined;
  #waiting = new Map<number, { resolve(answer: Answer): void; reject(reason: Error): void }>();
  #jobs = 0;

  async layout(kind: Kind, plan: Plan): Promise<Place[]> {
    return this.#places({ task: "layout", kind, plan });
  }

  async settle(plan: Plan, parent: string): Promise<Place[]> {
    return this.#places({ task: "settle", plan, parent });
  }

  async measure(measure: "betweenness" | "pagerank", plan: Plan): Promise<Map<string, number>> {
    return this.#scores({ task: "measure", measure, plan });
  }

  async communities(plan: Plan): Promise<Map<string, number>> {
    return this.#scores({ task: "communities", plan });
  }

  async #places(task: Task): Promise<Place[]> {
    const answer = await this.#ask(task);
    return "places" in answer ? answer.places : [];
  }

  async #scores(task: Task): Promise<Map<string, number>> {
    const answer = await this.#ask(task);
    return new Map("scores" in answer ? answer.scores : []);
  }

  async #ask(task: Task): Promise<Answer> {
    const job = ++this.#jobs;
    const answer = await new Promise<Answer>((resolve, reject) => {
      this.#waiting.set(job, { resolve, reject });
      this.#start().postMessage({ ...task, job });
    });
    if ("error" in answer) throw new Error(answer.error);
    return answer;
  }

  #start(): Worker {
    if (this.#worker) return this.#worker;
    const worker = new Worker(new URL("./worker.ts", import.meta.url), { type: "module" });
    worker.addEventListener("message", ({ data }: MessageEvent<Answer>) => {
      this.#waiting.get(data.job)?.resolve(data);
      this.#waiting.delete(data.job);
    });
    worker.addEventListener("error", (event) => {
      for (const { reject } of this.#waiting.values()) reject(new Error(event.message));
      this.#waiting.clear();
      this.#worker = undefined;
    });
    this.#worker = worker;
    return worker;
  }
}

export const bureau = new Bureau();
