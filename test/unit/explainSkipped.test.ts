import { expect, it } from "vitest";
import { explainSkipped } from "../../ingest/explain.ts";

it("a sentence that was left out is told once, with every reason once", () => {
  const left = (text: string, type: "ACCUSED" | "VISITED" | "REQUESTED", reason: string) => ({
    ...{ text, type, cue: "", reason },
    why: `${type}: ${reason}`,
  });
  const skipped = [
    left("Chad  accused nobody.", "ACCUSED", "no object"),
    left("Mali went on.", "VISITED", "no object"),
    left("Chad  accused nobody.", "ACCUSED", "no object"),
    left("Chad  accused nobody.", "REQUESTED", "no agent"),
  ];
  expect(explainSkipped(skipped)).toEqual([
    "left out: Chad accused nobody.\n  ACCUSED: no object\n  REQUESTED: no agent",
    "left out: Mali went on.\n  VISITED: no object",
  ]);
});
