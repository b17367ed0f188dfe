import { z } from "zod";
import { QuestionAnswer, Questions } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { Problem } from "../problem.ts";
import { parameters, questions } from "../questions/questions.ts";
import { answered, caps } from "./cypher.ts";
import { route } from "./route.ts";

const known = questions();

export const allQuestions = route({
  method: "get",
  path: "/api/questions",
  summary: "The ready questions, with their words, parameters and Cypher",
  answer: Questions,
  handle: async () => ({ questions: known }),
});

export const oneQuestion = route({
  method: "get",
  path: "/api/questions/:name",
  summary: "One ready question with its answer; its parameters stand in the query part",
  params: z.object({ name: z.string() }),
  query: z.object({}).catchall(z.string()),
  answer: QuestionAnswer,
  problems: [404, 503, 504],
  cached: true,
  async handle({ params: { name }, query, signal }, context) {
    const started = performance.now();
    const question = known.find((one) => one.name === name);
    if (!question) {
      const names = known.map((one) => one.name).join(", ");
      const detail = `There is no question ${JSON.stringify(name)}; there are ${names}.`;
      throw new Problem(404, "No such question", detail, reason("question.unknown", { name }));
    }
    const params = parameters(question, query);
    const rows = await context.store.read(question.query, params, { ...caps, signal });
    return { ...question, ...(await answered(rows, started, context, signal)) };
  },
});
