import { describe, expect, it } from "vitest";
import { inOneSentence } from "../../server/store/neo4jErrors.ts";

describe("what a Neo4j server has against a query", () => {
  it.each([
    [
      'Variable `n` not defined (line 1, column 16 (offset: 15))\n"EXPLAIN RETURN n AS x"\n                ^',
      "1:8: Variable `n` not defined",
    ],
    [
      'Variable `m` not defined (line 2, column 8 (offset: 26))\n"RETURN m"\n        ^',
      "2:8: Variable `m` not defined",
    ],
    ["/ by zero", "Something is divided by zero."],
    ["long overflow", "A number becomes larger than 64 bits hold."],
    [
      "Expected a numeric value for org.neo4j.cypher.NumericHelper$@425a7822, but got null",
      "Expected a number, but got null",
    ],
    [
      "Failed to invoke procedure `db.index.fulltext.queryNodes`: Caused by: org.example.ParseException: Cannot parse\n  'a('.",
      "Failed to invoke procedure `db.index.fulltext.queryNodes`: Cannot parse 'a('.",
    ],
  ])("is one sentence with its place in front", (said, told) => expect(inOneSentence(said)).toBe(told));
});
