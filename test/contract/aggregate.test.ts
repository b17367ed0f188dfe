import { expect, it } from "vitest";
import { aggregate, type Evidence } from "../../server/graph/aggregate.ts";

const one = (more: Partial<Evidence> = {}): Evidence => ({
  ...{ modality: "asserted", denied: false, confidence: 0.5, lang: "en", origin: "a1" },
  ...more,
});
const edge = (...evidence: Evidence[]) => aggregate("Q1 SUPPLIED Q2", evidence);

it.each([
  [["alleged", "alleged"], "alleged"],
  [["alleged", "conditional"], "conditional"],
  [["conditional", "requested"], "requested"],
  [["requested", "announced"], "announced"],
  [["announced", "alleged", "asserted"], "asserted"],
] as const)("an edge of %j claims is %s", (modalities, stance) => {
  expect(edge(...modalities.map((modality) => one({ modality }))).stance).toBe(stance);
});

it("an edge is denied when a party denies all of its claims, and not when one stands undenied", () => {
  expect(edge(one({ denied: true, modality: "alleged" }), one({ denied: true })).stance).toBe("denied");
  expect(edge(one({ denied: true }), one({ modality: "alleged" })).stance).toBe("asserted");
});

it("counts origins, not articles", () => {
  expect(edge(one(), one(), one({ origin: "a2" }))).toMatchObject({ claims: 3, sources: 2 });
});

it("says what is said most, and among equals what comes first in order", () => {
  expect(edge(one({ what: "grain" }), one({ what: "fuel" }), one({ what: "grain" }), one()).what).toBe("grain");
  expect(edge(one({ what: "grain" }), one({ what: "fuel" })).what).toBe("fuel");
  expect(edge(one()).what).toBeUndefined();
});

it("spans from the first date to the last, of the event before that of the report", () => {
  const spanned = edge(one({ eventDate: "2022-09", reported: "2024-01-01" }), one({ reported: "2023-05-06" }));
  expect(spanned).toMatchObject({
    first: "2022-09",
    last: "2023-05-06",
    eventDates: ["2022-09"],
    reportDates: ["2023-05-06", "2024-01-01"],
  });
  expect(edge(one())).toMatchObject({ first: undefined, last: undefined, eventDates: [], reportDates: [] });
});

it("does not depend on the order of the evidence", () => {
  const evidence = Array.from({ length: 40 }, (_, i) =>
    one({
      what: `w${i % 3}`,
      confidence: i / 41,
      lang: `l${i % 4}`,
      outlet: `o${i % 5}`,
      speaker: `s${i % 2}`,
      origin: `a${i % 7}`,
    }),
  );
  const shuffled = evidence.map((_, i) => evidence[(i * 17) % 40] ?? one());
  expect(JSON.stringify(edge(...shuffled))).toBe(JSON.stringify(edge(...evidence)));
});

it("is never made of nothing", () => {
  expect(() => edge()).toThrow();
});
