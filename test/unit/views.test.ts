import { describe, expect, it } from "vitest";
import { nodeView } from "../../server/graph/views.ts";

const node = (labels: string[], properties: Record<string, unknown>) =>
  nodeView({ kind: "node", id: "n1", labels, properties });

describe("the type of a node", () => {
  it.each([
    ["an entity of two kinds", ["Entity", "Leader", "Country"], { type: "Country" }, ["Country", "Leader"]],
    ["a foreign node with a property of that name", ["Company"], { type: "limited" }, ["Company"]],
    ["a foreign Entity with one", ["Entity", "Company"], { type: "limited" }, ["Company"]],
    ["a claim, whose type is its edge's", ["Claim"], { type: "REFUSED" }, ["Claim"]],
    ["a type that is no text", ["Entity", "Region"], { type: 7 }, ["Region"]],
    ["a node without a label of its own", ["Entity"], { type: "limited" }, ["Entity"]],
  ])("is a label of it: %s", (_, labels, properties, expected) => {
    const view = node(labels, properties);
    expect([view.type, view.labels]).toEqual([expected[0], expected]);
  });
});
