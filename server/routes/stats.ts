import { Stats } from "../../model/api.ts";
import { stats } from "../graph/read.ts";
import { route } from "./route.ts";

export const numbers = route({
  method: "get",
  path: "/api/stats",
  summary: "The graph in numbers",
  answer: Stats,
  problems: [503],
  cached: true,
  handle: (_asked, { store }) => stats(store),
});
