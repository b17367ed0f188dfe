import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { language, number, useMessages } from "../../language.ts";
import { useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";

/** The nodes of the picture, with what the canvas lets one do with them behind a button each. */
export function NodeTable(): ReactNode {
  const t = useMessages();
  const { nodes, edges } = useSeen();
  const { view, take } = useSession();
  const shown = new Set(Object.keys(view.nodes));
  const ties = new Map<string, number>();
  for (const { from, to } of edges) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const order = new Intl.Collator(language());
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, view.names);
  const rows = nodes.toSorted((a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || order.compare(name(a), name(b)));
  return (
    <div className="table">
      <table>
        <caption className="unseen">{t("table.nodesLabel")}</caption>
        <thead>
          <tr>
            {(["name", "kind", "ties", "more", "state", "menu"] as const).map((column) => (
              <th key={column} scope="col" className={`cell-${column}`}>
                {column === "menu" ? <span className="unseen">{t("table.menu")}</span> : t(`table.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, 2000).map((id) => {
            const node = library.nodes.get(id);
            if (!node) return null;
            const more = Object.values(library.more(id, shown)).reduce((sum, count) => sum + count, 0);
            const isChosen = view.selection.nodes.includes(id);
            return (
              <tr key={id} aria-current={isChosen ? "true" : undefined}>
                <td className="cell-name">
                  <span className="cell-node">
                    <NodeSample type={node.type} />
                    <button
                      type="button"
                      className="text-button"
                      onClick={() => take({ name: "select", about: [id] }, (now) => select(now, { nodes: [id] }))}
                    >
                      <NodeName node={node} />
                    </button>
                  </span>
                </td>
                <td>{nodeTypeLabel(node.type)}</td>
                <td className="cell-sources">{number(ties.get(id) ?? 0)}</td>
                <td className="cell-sources">{more > 0 ? t("node.more", { count: more }) : "–"}</td>
                <td>{view.nodes[id]?.pinned ? t("table.pinned") : ""}</td>
                <td>
                  <button
                    type="button"
                    className="icon"
                    aria-haspopup="menu"
                    aria-label={t("table.menuOf", { name: name(id) })}
                    onClick={({ currentTarget }) => {
                      const box = currentTarget.getBoundingClientRect();
                      openMenu(id, { x: box.left, y: box.bottom });
                    }}
                  >
                    <Ellipsis size={16} aria-hidden="true" />
                  </button>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
