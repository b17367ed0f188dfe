import { VocabularySchema } from "../../model/api.ts";
import { vocabulary } from "../../model/vocabulary.ts";
import { route } from "./route.ts";

export const words = route({
  method: "get",
  path: "/api/vocabulary",
  summary: "The types of nodes and edges, with their words, colours and lines",
  answer: VocabularySchema,
  handle: async () => vocabulary,
});
