import { expect, it } from "vitest";
import { distance, fingerprint, NEAR } from "../../model/origin.ts";

const story = `Malta refused a request from Libya to share its coastal radar, the foreign ministry in Valletta said on Monday.
The request was made in March, when ministers of both countries met in Tripoli. Officials said that Malta would go on
training Libyan sailors, and that it had no wish to quarrel with its southern neighbour. A spokesman for the government
in Tripoli called the decision a disappointment and asked Tunisia for help. Tunisia has not answered yet.`;

it("a near copy of a story is near it: another headline, a sentence less, other punctuation", () => {
  const copy = `Radar denied\n${story.replace(" Tunisia has not answered yet.", "").replaceAll(",", " -")}`;
  expect(distance(fingerprint(story), fingerprint(copy))).toBeLessThanOrEqual(NEAR);
});

it("another story about the same countries is not", () => {
  const other = `Libya and Malta opened a ferry line on Sunday. The first ship took two hundred passengers from Tripoli to
    Valletta in eleven hours. Fares begin at forty euros, and the company hopes for tourists from Tunisia as well. A second
    ship is to follow in the spring, when a new quay is ready in the Grand Harbour.`;
  expect(distance(fingerprint(story), fingerprint(other))).toBeGreaterThan(NEAR);
});

it("only the blocks count when they are given", () => {
  const page = `Home World Sport\n${story}\nRelated: Egypt and Sudan quarrel about a dam again`;
  const start = page.indexOf("Malta");
  expect(fingerprint(page, [{ start, end: start + story.length }])).toBe(fingerprint(story));
});

it("a text of any length has sixteen hexadecimal digits", () => {
  for (const text of ["", "Malta", "Malta refuses", story.repeat(40)])
    expect(fingerprint(text)).toMatch(/^[0-9a-f]{16}$/);
});

it("a distance counts bits", () => {
  expect(distance("0000000000000000", "f00000000000000f")).toBe(8);
  expect(distance("ffffffffffffffff", "ffffffffffffffff")).toBe(0);
});
