import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import type { NodeView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { type Key, language, number, useMessages } from "../../language.ts";
import { useMeasures, useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";

const rowsAtMost = 2000;

/**
 * The nodes of the picture, with what the canvas lets one do with them behind a button each: boxes choose several, as
 * Shift does there, and what sizes and colours say there stands here in columns.
 */
export function NodeTable(): ReactNode {
  const t = useMessages();
  const { nodes, edges } = useSeen();
  const names = useSession((session) => session.view.names);
  const sizeBy = useSession((session) => session.view.sizeBy);
  const { scores, groups } = useMeasures();
  const ties = new Map<string, number>();
  for (const { from, to } of edges) for (const end of [from, to]) ties.set(end, (ties.get(end) ?? 0) + 1);
  const order = new Intl.Collator(language());
  const placed = useSession((session) => session.view.nodes);
  const shown = new Set(Object.keys(placed));
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, names);
  const rows = nodes.toSorted((a, b) => (ties.get(b) ?? 0) - (ties.get(a) ?? 0) || order.compare(name(a), name(b)));
  const columns: Key[] = ["table.name", "table.kind", "table.ties", "table.more"];
  if (scores.size > 0) columns.push(`size.${sizeBy}`);
  if (groups.size > 0) columns.push("table.group");
  return (
    <div className="table">
      <table>
        <caption className="unseen">{t("table.nodesLabel")}</caption>
        <thead>
          <tr>
            <th scope="col">
              <span className="unseen">{t("table.selection")}</span>
            </th>
            {columns.map((column) => (
              <th key={column} scope="col" className={column === "table.name" ? undefined : "cell-short"}>
                {t(column)}
              </th>
            ))}
            <th scope="col">{t("table.state")}</th>
            <th scope="col">
              <span className="unseen">{t("table.menu")}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.slice(0, rowsAtMost).map((id) => {
            const node = library.nodes.get(id);
            return node ? (
              <Row
                key={id}
                node={node}
                name={name(id)}
                ties={ties.get(id) ?? 0}
                more={Object.values(library.more(id, shown)).reduce((sum, count) => sum + count, 0)}
                score={scores.size > 0 ? (scores.get(id) ?? 0) : undefined}
                group={groups.size > 0 ? (groups.get(id) ?? -1) : undefined}
              />
            ) : null;
          })}
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  node: NodeView;
  name: string;
  ties: number;
  /** Ties that lead out of the picture. */
  more: number;
  /** 0…1 of the most central, where that was measured. */
  score: number | undefined;
  /** Its group's number, −1 in none; undefined where nodes are not grouped. */
  group: number | undefined;
}

function Row({ node, name, ties, more, score, group }: RowProps): ReactNode {
  const t = useMessages();
  const { view, take } = useSession();
  const { id } = node;
  const { nodes } = view.selection;
  const isChosen = nodes.includes(id);
  const choose = (chosen: readonly string[]): void =>
    take({ name: "select", about: chosen }, (now) => select(now, { nodes: chosen }));
  return (
    <tr
      aria-current={isChosen ? "true" : undefined}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(id, { x: event.clientX, y: event.clientY });
      }}
    >
      <td>
        <input
          type="checkbox"
          aria-label={t("table.select", { name })}
          checked={isChosen}
          onChange={() => choose(isChosen ? nodes.filter((each) => each !== id) : [...nodes, id])}
        />
      </td>
      <td className="cell-name">
        <span className="cell-node">
          <NodeSample type={node.type} />
          <button type="button" className="text-button" onClick={() => choose([id])}>
            <NodeName node={node} />
          </button>
        </span>
      </td>
      <td>{nodeTypeLabel(node.type)}</td>
      <td className="cell-sources">{number(ties)}</td>
      <td className="cell-sources">{more > 0 ? t("node.more", { count: more }) : "–"}</td>
      {score !== undefined && <td className="cell-sources">{number(score, language(), { style: "percent" })}</td>}
      {group !== undefined && (
        <td>{group >= 0 && <span className={`swatch group-${group % 8}`}>{number(group + 1)}</span>}</td>
      )}
      <td>{view.nodes[id]?.pinned ? t("table.pinned") : ""}</td>
      <td>
        <button
          type="button"
          className="icon"
          aria-haspopup="menu"
          aria-label={t("table.menuOf", { name })}
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
}
