import { readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import * as api from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { EdgeTypeSchema } from "../../model/vocabulary.ts";
import { Problem } from "../problem.ts";

export type Question = z.infer<typeof api.Question>;

/**
 * The questions this server can answer, in the order they are shown. Each is a folder of its own beside this file:
 * `words.json` (title, description, parameters, how to draw) and `query.cypher`. Throws when one is not as described.
 */
export function questions(): Question[] {
  const here = new URL("./", import.meta.url);
  return readdirSync(here, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => {
      const words: unknown = JSON.parse(readFileSync(new URL(`${name}/words.json`, here), "utf8"));
      const query = readFileSync(new URL(`${name}/query.cypher`, here), "utf8").trim();
      const { order, ...question } = Words.parse(words);
      return { order, question: { ...question, name, query } };
    })
    .sort((a, b) => a.order - b.order)
    .map(({ question }) => question);
}

/**
 * The parameters of one question from an address's query part; what is missing or empty takes its default, else null.
 * Throws Problem for a name the question does not have and for a value of the wrong kind.
 */
export function parameters(question: Question, given: Record<string, unknown>): Record<string, unknown> {
  const stray = Object.keys(given).find((name) => !question.params.some((param) => param.name === name));
  if (stray !== undefined) {
    const known = question.params.map((param) => param.name).join(", ") || "none";
    throw new Problem(
      400,
      "Unknown parameter",
      `${question.name} has no parameter ${JSON.stringify(stray)}; it has ${known}.`,
      reason("request.parameter", { name: stray }),
    );
  }
  return Object.fromEntries(
    question.params.map(({ name, type, default: otherwise }) => {
      const value = given[name];
      if (value === undefined || value === "") return [name, otherwise ?? null];
      const read = kinds[type].safeParse(value);
      if (read.success) return [name, read.data];
      const detail = `${name} is ${JSON.stringify(value)}; expected ${expected[type]}.`;
      throw new Problem(400, "Wrong parameter", detail, reason("request.parameter", { name }));
    }),
  );
}

const Words = api.Question.omit({ name: true, query: true }).extend({ order: z.number() }).strict();

const kinds = {
  node: z.string().max(200),
  edgeType: EdgeTypeSchema,
  date: z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/),
  number: z
    .string()
    .regex(/^-?\d+(\.\d+)?$/)
    .transform(Number),
  text: z.string().max(500),
};
const expected = {
  node: "the id of a node",
  edgeType: "an edge type of the vocabulary",
  date: "a date such as 2024, 2024-05 or 2024-05-17",
  number: "a number",
  text: "a text",
};
