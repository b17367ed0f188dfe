import { infiniteQueryOptions } from "@tanstack/react-query";
import { api } from "../../api.ts";

const page = 30;

/** The claims behind an edge, a page at a time, newest first. */
export function claimsQuery(edge: string) {
  return infiniteQueryOptions({
    queryKey: ["claims", edge],
    queryFn: ({ pageParam, signal }) => api.claims(edge, { limit: page, offset: pageParam }, signal),
    initialPageParam: 0,
    getNextPageParam: (last, pages) => {
      const read = pages.reduce((sum, each) => sum + each.claims.length, 0);
      return last.claims.length > 0 && read < last.total ? read : undefined;
    },
  });
}
