import { openBuiltIn } from "../../server/store/builtIn.ts";

/**
 * A process to be killed: writes one batch after another into the folder it is given and says the number of each as soon
 * as it is acknowledged. A batch is whole when all its parts and the chain between them are there.
 */
const [folder = "", first = "0"] = process.argv.slice(2);
const store = await openBuiltIn({ folder });
process.stdout.write("open\n");
for (let batch = Number(first); ; batch++) {
  const parts = Array.from({ length: 20 }, (_, part) => ({ id: `${batch}/${part}`, batch, text: "x".repeat(200) }));
  await store.write([
    { cypher: "UNWIND $parts AS part MERGE (p:Part {id: part.id}) SET p += part", params: { parts } },
    {
      cypher: "MATCH (a:Part {id: $a}), (b:Part {id: $b}) MERGE (a)-[c:CHAIN {batch: $batch}]->(b)",
      params: { a: `${batch}/0`, b: `${batch}/19`, batch },
    },
    { cypher: "MERGE (c:Counter {id: 'counter'}) SET c.count = coalesce(c.count, 0) + 1" },
  ]);
  process.stdout.write(`${batch}\n`);
}
