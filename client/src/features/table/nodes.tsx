import { Ellipsis } from "lucide-react";
import type { ReactNode } from "react";
import type { NodeView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import type { NodeColumn } from "../../graph/view.ts";
import { language, number, useMessages } from "../../language.ts";
import { useMeasures, useMore, useSeen, useTies } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { NodeSample } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";
import { Heading } from "./heading.tsx";

const rowsAtMost = 2000;
/** Columns of numbers, which end below each other. */
const counted: ReadonlySet<NodeColumn> = new Set(["ties", "more", "score"]);

/**
 * The nodes of the picture, with what the canvas lets one do with them behind a button each: boxes choose several, as
 * Shift does there, and what sizes and colours say there stands here in columns.
 */
export function NodeTable(): ReactNode {
  const t = useMessages();
  const { nodes } = useSeen();
  const ties = useTies();
  const outside = useMore();
  const names = useSession((session) => session.view.names);
  const sizeBy = useSession((session) => session.view.sizeBy);
  const { scores, groups } = useMeasures();
  const placed = useSession((session) => session.view.nodes);
  const { by, up } = useSession((session) => session.view.order.nodes);
  const alphabet = new Intl.Collator(language());
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, names);
  const kind = (id: string): string => nodeTypeLabel(library.nodes.get(id)?.type ?? "");
  const counts: Record<Exclude<NodeColumn, "name" | "kind">, (id: string) => number> = {
    ties: (id) => ties.get(id) ?? 0,
    more: outside,
    score: (id) => scores.get(id) ?? 0,
    // Those in no group come last.
    group: (id) => groups.get(id) ?? Number.MAX_VALUE,
    state: (id) => (placed[id]?.pinned ? 1 : 0),
  };
  const compare = (a: string, b: string): number =>
    by === "name" ? 0 : by === "kind" ? alphabet.compare(kind(a), kind(b)) : counts[by](a) - counts[by](b);
  const rows = nodes.toSorted(
    (a, b) =>
      (up ? 1 : -1) * compare(a, b) ||
      (by === "name" && !up ? -1 : 1) * alphabet.compare(name(a), name(b)) ||
      (a < b ? -1 : 1),
  );
  const columns: NodeColumn[] = ["name", "kind", "ties", "more"];
  if (scores.size > 0) columns.push("score");
  if (groups.size > 0) columns.push("group");
  columns.push("state");
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
              <Heading
                key={column}
                list="nodes"
                column={column}
                label={t(column === "score" ? `size.${sizeBy}` : `table.${column}`)}
                className={counted.has(column) ? "cell-sources" : undefined}
              />
            ))}
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
                more={outside(id)}
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
