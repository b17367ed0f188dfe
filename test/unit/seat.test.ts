import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { Request } from "../../server/store/builtIn/messages.ts";
import { EngineDied, type EngineProcess, type Reply } from "../../server/store/builtIn/process.ts";
import { seat } from "../../server/store/builtIn/seat.ts";

const reply: Reply = { id: 1, columns: [], rows: "[]", truncated: null, epoch: 0 };
const query = (cypher: string): Request => ({ do: "ask", cypher, params: "{}", rows: 1, bytes: 1 });
const opening = 5_000;
let engines: { ended: boolean; kill(): Promise<void> }[];
let tooLarge: boolean;
/** Milliseconds from the order to kill an engine until it is gone. */
let dying: number;
const kill = () => void engines.at(-1)?.kill();

/** An engine that takes five seconds to open, answers at once, never answers "endless", and nothing beside "blocking". */
function start(): EngineProcess {
  const asked: ((error: Error) => void)[] = [];
  const inHand: { request: Request; since: number }[] = [];
  const engine = {
    pid: engines.length,
    ended: false,
    ready: new Promise<{ version: string; epoch: number; notes: string[] }>((resolve) =>
      setTimeout(() => resolve({ version: "0", epoch: 0, notes: [] }), opening),
    ),
    ask(request: Request) {
      if (engine.ended) return Promise.reject(new EngineDied("ended"));
      const cypher = "cypher" in request ? request.cypher : "";
      const isHeldUp = inHand.some(({ request }) => "cypher" in request && request.cypher === "blocking");
      if (!isHeldUp && cypher !== "endless" && cypher !== "blocking") return Promise.resolve(reply);
      inHand.push({ request, since: performance.now() });
      return new Promise<Reply>((_, reject) => asked.push(reject));
    },
    oldest: () => inHand[0] && { request: inHand[0].request, for: performance.now() - inHand[0].since },
    async kill() {
      engine.ended = true;
      if (dying > 0) await new Promise((resolve) => setTimeout(resolve, dying));
      for (const reject of asked) reject(new EngineDied("killed", tooLarge, asked.length));
    },
  };
  engines.push(engine);
  return engine;
}

beforeEach(() => {
  [engines, tooLarge, dying] = [[], false, 0];
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

it("has a successor open when a query is stopped, so that the next one does not wait for an engine", async () => {
  const side = seat(start, { successor: true });
  const stopped = expect(side.ask(query("endless"), { timeout: 10_000 })).rejects.toThrow("took longer than 10 s");
  await vi.advanceTimersByTimeAsync(opening + 10_000);
  await stopped;
  let isAnswered = false;
  void side.ask(query("RETURN 1"), {}).then(() => {
    isAnswered = true;
  });
  await vi.advanceTimersByTimeAsync(100);
  expect(isAnswered).toBe(true);
  expect(engines.map(({ ended }) => ended)).toEqual([true, false]);
});

it("asks the successor what an engine does not come to, and whatever comes next", async () => {
  const side = seat(start, { successor: true });
  const stopped = expect(side.ask(query("blocking"), { timeout: 20_000 })).rejects.toThrow("took longer than 20 s");
  await vi.advanceTimersByTimeAsync(opening + 500);
  const answered: string[] = [];
  void side.ask(query("RETURN 1"), {}).then(() => answered.push("beside it"));
  await vi.advanceTimersByTimeAsync(500 + opening);
  expect(answered).toEqual(["beside it"]);
  void side.ask(query("RETURN 2"), {}).then(() => answered.push("after it"));
  await vi.advanceTimersByTimeAsync(1);
  expect(answered).toEqual(["beside it", "after it"]);
  await vi.advanceTimersByTimeAsync(14_500);
  await stopped;
  expect(engines.map(({ ended }) => ended)).toEqual([true, false]);
  await side.ask(query("RETURN 3"), {});
});

it("opens none for quick queries, and ends one that was not needed", async () => {
  const side = seat(start, { successor: true });
  const quick = side.ask(query("RETURN 1"), { timeout: 10_000 });
  await vi.advanceTimersByTimeAsync(opening + 5_000);
  await quick;
  expect(engines).toHaveLength(1);
  const caller = new AbortController();
  const cancelled = expect(side.ask(query("endless"), { signal: caller.signal })).rejects.toThrow("cancelled");
  await vi.advanceTimersByTimeAsync(2_000);
  expect(engines).toHaveLength(2);
  caller.abort();
  await cancelled;
  await vi.advanceTimersByTimeAsync(30_000);
  expect(engines.map(({ ended }) => ended)).toEqual([true, true]);
});

it("asks again first what had only just been asked when an engine died", async () => {
  const side = seat(start);
  const order: string[] = [];
  const long = side.ask(query("endless"), {}).catch(() => order.push("long"));
  await vi.advanceTimersByTimeAsync(opening + 2_000);
  const quick = side.ask(query("endless"), {}).catch(() => order.push("quick"));
  for (let death = 0; death < 6; death++) {
    await vi.advanceTimersByTimeAsync(death === 0 ? 100 : opening + 500);
    kill();
  }
  await Promise.all([quick, long]);
  expect(order).toEqual(["quick", "long"]);
});

it("does not ask again what alone made an engine too large, and asks again what stood beside others", async () => {
  tooLarge = true;
  const side = seat(start);
  const alone = expect(side.ask(query("endless"), {})).rejects.toThrow("more memory than it may have");
  await vi.advanceTimersByTimeAsync(opening + 100);
  kill();
  await alone;
  const both = [side.ask(query("endless"), {}), side.ask(query("endless"), {})].map((one) => one.catch(() => "ended"));
  await vi.advanceTimersByTimeAsync(opening + 100);
  kill();
  await vi.advanceTimersByTimeAsync(opening + 100);
  expect(engines.map(({ ended }) => ended)).toEqual([true, true, false]);
  for (let death = 0; death < 3; death++) {
    kill();
    await vi.advanceTimersByTimeAsync(opening + 100);
  }
  expect(await Promise.all(both)).toEqual(["ended", "ended"]);
});

it("starts no engine before the last one is gone: two on one folder would be one too many", async () => {
  dying = 1_000;
  const side = seat(start);
  const stopped = expect(side.ask(query("endless"), { timeout: 100 })).rejects.toThrow("took longer than 0.1 s");
  await vi.advanceTimersByTimeAsync(opening + 100);
  await stopped;
  const next = side.ask(query("RETURN 1"), {});
  await vi.advanceTimersByTimeAsync(500);
  expect(engines).toHaveLength(1);
  await vi.advanceTimersByTimeAsync(500 + opening);
  expect(engines).toHaveLength(2);
  expect(await next).toEqual(reply);
});

it("does not blame a query for memory that a newcomer beside it may have taken", async () => {
  tooLarge = true;
  const side = seat(start);
  const ended: string[] = [];
  const asked = () => side.ask(query("endless"), {}).catch(({ message }: Error) => void ended.push(message));
  const all = [asked(), asked()];
  await vi.advanceTimersByTimeAsync(opening + 100);
  kill();
  // The first of them runs again alone, when another comes to stand beside it.
  await vi.advanceTimersByTimeAsync(opening + 100);
  all.push(asked());
  await vi.advanceTimersByTimeAsync(100);
  kill();
  await vi.advanceTimersByTimeAsync(opening + 100);
  expect(ended).toEqual([]);
  for (let death = 0; death < 4; death++) {
    kill();
    await vi.advanceTimersByTimeAsync(opening + 100);
  }
  await Promise.all(all);
  expect(ended).toHaveLength(3);
  for (const message of ended) expect(message).toContain("more memory than it may have");
});

it("tells a stranger whose query ended every engine that was given it that the query did", async () => {
  const side = seat(start, { strange: true });
  const refused = expect(side.ask(query("endless"), {})).rejects.toThrow("falls over this query");
  for (let attempt = 0; attempt < 3; attempt++) {
    await vi.advanceTimersByTimeAsync(opening + 100);
    kill();
    await vi.advanceTimersByTimeAsync(100);
  }
  await refused;
});
