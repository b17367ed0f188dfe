import { useQuery } from "@tanstack/react-query";
import { api } from "../../api.ts";
import { useLearnt } from "../../picture.ts";
import { library } from "../../session.ts";

/** Has the library learn of speakers that no picture has shown yet, so that a filter can call them by their names. */
export function useSpeakers(ids: readonly string[]): void {
  useLearnt();
  const unknown = ids.filter((id) => !library.nodes.has(id)).sort();
  useQuery({
    queryKey: ["speakers", unknown],
    enabled: unknown.length > 0,
    async queryFn({ signal }) {
      const { nodes } = await api.among(unknown, signal);
      library.learn({ nodes, edges: [] });
      return nodes.length;
    },
  });
}
