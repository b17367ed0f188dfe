import { describe, expect, it } from "vitest";
import { Term } from "../../model/api.ts";
import { termsOf } from "../../server/terms.ts";

describe("offices and memberships known beforehand", () => {
  it("are told from both ends with their days", () => {
    const [held] = termsOf("Q668").filter(({ role, side }) => role === "foreign_minister" && side === "held");
    expect(held?.from).toMatch(/^\d{4}/);
    const holds = termsOf(held?.node.id ?? "").filter(({ node, role }) => node.id === "Q668" && role === held?.role);
    expect(holds.map(({ from }) => from)).toContain(held?.from);
  });

  it("begin with those that have not ended", () => {
    const terms = termsOf("Q668");
    const firstEnded = terms.findIndex(({ to }) => to !== undefined);
    expect(firstEnded).toBeGreaterThan(0);
    expect(terms.slice(firstEnded).every(({ to }) => to !== undefined)).toBe(true);
  });

  it("have the shape of the API, and are none for a stranger", () => {
    for (const term of termsOf("Q1065")) Term.parse(term);
    expect(termsOf("nobody")).toEqual([]);
  });
});
