import { expect, it } from "vitest";
import { explainSkipped } from "../../ingest/explain.ts";

it("a sentence that was left out is told once, with every reason once", () => {
  const skipped = [
    { text: "Chad  accused nobody.", why: "ACCUSED: no object" },
    { text: "Mali went on.", why: "VISITED: no object" },
    { text: "Chad  accused nobody.", why: "ACCUSED: no object" },
    { text: "Chad  accused nobody.", why: "REQUESTED: no agent" },
  ];
  expect(explainSkipped(skipped)).toEqual([
    "left out: Chad accused nobody.\n  ACCUSED: no object\n  REQUESTED: no agent",
    "left out: Mali went on.\n  VISITED: no object",
  ]);
});
