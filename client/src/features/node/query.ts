import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api.ts";

/** A node with its ties, its claims over time and its newest articles. */
export function nodeQuery(id: string) {
  return queryOptions({ queryKey: ["node", id], queryFn: ({ signal }) => api.node(id, signal) });
}
