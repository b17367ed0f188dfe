import type { ReactNode } from "react";
import { select } from "../../graph/commands.ts";
import { useMessages } from "../../language.ts";
import { useLearnt } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { NodeName } from "../../ui/names.tsx";

/** All nodes that are chosen; whichever is pressed is told of below, and the others stay chosen. */
export function Chosen({ nodes }: { nodes: readonly string[] }): ReactNode {
  const t = useMessages();
  useLearnt();
  const take = useSession((session) => session.take);
  const tell = (id: string): void =>
    take({ name: "select", about: [id] }, (view) =>
      select(view, { nodes: [...nodes.filter((each) => each !== id), id] }),
    );
  // Always in the same order: the one that is told of would otherwise jump to the end.
  const known = nodes.flatMap((id) => library.nodes.get(id) ?? []).sort((a, b) => (a.id < b.id ? -1 : 1));
  return (
    <ul className="chosen-nodes" aria-label={t("table.selection")}>
      {known.map((node) => (
        <li key={node.id}>
          <button
            type="button"
            className="chosen-node"
            aria-pressed={node.id === nodes.at(-1)}
            onClick={() => tell(node.id)}
          >
            <NodeName node={node} />
          </button>
        </li>
      ))}
    </ul>
  );
}
