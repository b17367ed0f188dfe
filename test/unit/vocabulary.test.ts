import { describe, expect, it } from "vitest";
import { type EdgeType, edgeTypes, vocabulary } from "../../model/vocabulary.ts";

/** What stands between a name and the verb in Hindi: where no name comes before it, it hangs in the air. */
const waiting = /^(का|की|के|को|से|में|पर|ने)\s/u;

describe.each(edgeTypes)("the words for %s", (type: EdgeType) => {
  const { alone, inverse } = vocabulary.edges[type];

  it("need no name before them where they stand alone", () => {
    expect(alone.hi).not.toMatch(waiting);
    expect(inverse.hi).not.toMatch(waiting);
    // The same of Bengali: a clause about somebody who is not named.
    expect(inverse.bn).not.toMatch(/^(যার|যাকে|যাতে)\s/u);
  });

  it("name no other type when they stand alone", () => {
    for (const lang of ["en", "hi", "bn"] as const)
      expect(edgeTypes.filter((other) => vocabulary.edges[other].alone[lang] === alone[lang])).toEqual([type]);
  });
});
