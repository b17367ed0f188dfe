import { queryOptions } from "@tanstack/react-query";
import { api } from "../../api.ts";

/** How much the graph holds. */
export const statsQuery = queryOptions({ queryKey: ["stats"], queryFn: ({ signal }) => api.stats(signal) });
