import { Agent, get } from "node:http";
import neo4j from "neo4j-driver";
import { createApp } from "../../server/app.ts";
import { listen, stopListening } from "../../server/listen.ts";
import { params } from "../../server/store/neo4jValues.ts";
import type { GraphStore, Params } from "../../server/store/store.ts";
import type { Neo4jForTests } from "../../test/neo4j/server.ts";
import { beside, ratioOf } from "./measure.ts";

/** Runs one query with nothing of ours around it. */
export type Raw = (cypher: string, given: Params) => Promise<unknown>;

/**
 * The driver alone, in the way that costs it least: one statement, one round trip, every record made an object. The
 * built-in store has no thinner layer than its own.
 */
export function rawOf(store: GraphStore, server?: Pick<Neo4jForTests, "uri" | "user" | "password">) {
  if (!server)
    return { raw: ((cypher, given) => store.read(cypher, given)) satisfies Raw, close: async () => undefined };
  const driver = neo4j.driver(server.uri, neo4j.auth.basic(server.user, server.password));
  const raw: Raw = async (cypher, given) => {
    const session = driver.session({ defaultAccessMode: "READ" });
    try {
      return (await session.run(cypher, params(given))).records.map((record) => record.toObject());
    } finally {
      await session.close();
    }
  };
  return { raw, close: () => driver.close() };
}

/** Most that an answer over HTTP may take, as a multiple of its queries alone. */
const dearest = 1.3;

/** How often each address is asked within a block: of a hundred answers, five alone would decide the p95; more often takes minutes. */
const turns = 2;

/**
 * For each kind of address: p95 of asking the server over HTTP ÷ p95 of the very queries it then sends, run one after
 * another through the raw store, as a script would. (The server asks side by side what does not depend on one another: it
 * can be quicker than its queries.) Prints one line a kind.
 */
export async function overHttp(store: GraphStore, raw: Raw, kinds: Record<string, string[]>): Promise<void> {
  const { seen, watched } = watch(store);
  const app = createApp({ store: watched });
  const { server, url } = await listen(app.handler, "127.0.0.1", 0);
  const ask = (path: string) => asked(new URL(path, url));
  try {
    await app.warm();
    for (const [kind, paths] of Object.entries(kinds)) {
      const pairs: { path: string; queries: typeof seen }[] = [];
      for (const path of paths) {
        await ask(path);
        seen.length = 0;
        await ask(path);
        // The graph's version is asked for once a second at most: no part of an answer.
        const queries = seen.filter(({ cypher }) => !cypher.includes(":Entente"));
        for (const { cypher, given } of queries) await raw(cypher, given);
        // A hub's page is answered from memory the second time: it has no queries to stand beside.
        if (queries.length > 0) pairs.push({ path, queries });
      }
      const { ratio, first, second } = await ratioOf(
        pairs.length * turns,
        (round) => ask(pairs[round % pairs.length]?.path ?? ""),
        async (round) => {
          for (const { cypher, given } of pairs[round % pairs.length]?.queries ?? []) await raw(cypher, given);
        },
      );
      const each = `p95 ${first.toFixed(1)} and ${second.toFixed(1)} ms`;
      console.log(`  ${kind}: HTTP ÷ raw ${beside(dearest, ratio)}, ${each}`);
    }
  } finally {
    await stopListening(server);
    await app.close();
  }
}

/** p95 of one address ÷ p95 of another, over HTTP, in turns; `told` makes the line. `anew` differs in each round, so that nothing is answered from memory. */
export async function between(
  store: GraphStore,
  one: (anew: number) => string,
  other: (anew: number) => string,
  rounds: number,
): Promise<{ ratio: number; first: number; second: number }> {
  const app = createApp({ store });
  const { server, url } = await listen(app.handler, "127.0.0.1", 0);
  const ask = (path: string) => asked(new URL(path, url));
  try {
    await app.warm();
    for (let i = 0; i < 10; i++) for (const path of [one, other]) await ask(path(0));
    let anew = 0;
    return await ratioOf(
      rounds,
      () => ask(one(++anew)),
      () => ask(other(++anew)),
    );
  } finally {
    await stopListening(server);
    await app.close();
  }
}

/** One connection that stays open, as between a browser and the server. */
const agent = new Agent({ keepAlive: true });

/** Reads a whole answer in the way that costs the asking side least, as `rawOf` asks the driver. */
function asked(url: URL): Promise<void> {
  return new Promise((resolve, reject) => {
    get(url, { agent }, (response) => {
      let text = "";
      response.setEncoding("utf8").on("data", (part: string) => {
        text += part;
      });
      response.on("error", reject).on("end", () => {
        if (response.statusCode === 200) resolve();
        else reject(new Error(`${url.pathname} answers ${response.statusCode}: ${text.slice(0, 200)}`));
      });
    }).on("error", reject);
  });
}

function watch(store: GraphStore) {
  const seen: { cypher: string; given: Params }[] = [];
  const watched: GraphStore = {
    ...{ name: store.name, version: store.version, write: store.write, ask: store.ask, explain: store.explain },
    read(cypher, given = {}, limits) {
      seen.push({ cypher, given });
      return store.read(cypher, given, limits);
    },
    get writes() {
      return store.writes;
    },
    close: store.close,
  };
  return { seen, watched };
}
