import { Ellipsis } from "lucide-react";
import { type ReactNode, useMemo } from "react";
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
import { Spacer, useRows } from "./rows.tsx";

/** Columns of numbers, which end below each other. */
const counted: ReadonlySet<NodeColumn> = new Set(["ties", "more", "score"]);

/**
 * The nodes of the picture, with what the canvas lets one do with them behind a button each: boxes choose several, as
 * Shift does there, and what sizes and colours say there stands here in columns.
 */
export function NodeTable(): ReactNode {
  const t = useMessages();
  const ties = useTies();
  const outside = useMore();
  const names = useSession((session) => session.view.names);
  const sizeBy = useSession((session) => session.view.sizeBy);
  const { scores, groups } = useMeasures();
  const rows = useSorted();
  const { frame, virtual, items, above, below } = useRows(rows.length);
  const columns: NodeColumn[] = ["name", "kind", "ties", "more"];
  if (scores.size > 0) columns.push("score");
  if (groups.size > 0) columns.push("group");
  columns.push("state");
  return (
    <div ref={frame} className="table">
      <table aria-rowcount={rows.length + 1}>
        <caption className="unseen">{t("table.nodesLabel")}</caption>
        <thead>
          <tr aria-rowindex={1}>
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
          <Spacer height={above} columns={columns.length + 2} />
          {items.map(({ index }) => {
            const id = rows[index]!;
            const node = library.nodes.get(id)!;
            return (
              <Row
                key={id}
                measure={virtual.measureElement}
                index={index}
                node={node}
                name={nameOf(node.names, names)}
                ties={ties.get(id) ?? 0}
                more={outside(id)}
                score={scores.size > 0 ? (scores.get(id) ?? 0) : undefined}
                group={groups.size > 0 ? (groups.get(id) ?? -1) : undefined}
              />
            );
          })}
          <Spacer height={below} columns={columns.length + 2} />
        </tbody>
      </table>
    </div>
  );
}

/** All nodes that are seen, in the order that was chosen; scrolling does not sort them again. */
function useSorted(): string[] {
  const { nodes } = useSeen();
  const ties = useTies();
  const outside = useMore();
  const { names, nodes: placed, order } = useSession((session) => session.view);
  const { scores, groups } = useMeasures();
  const { by, up } = order.nodes;
  const lang = language();
  return useMemo(() => {
    const alphabet = new Intl.Collator(lang);
    const known = nodes.filter((id) => library.nodes.has(id));
    const called = new Map(known.map((id) => [id, nameOf(library.nodes.get(id)?.names ?? {}, names)]));
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
    return known.sort(
      (a, b) =>
        (up ? 1 : -1) * compare(a, b) ||
        (by === "name" && !up ? -1 : 1) * alphabet.compare(called.get(a) ?? "", called.get(b) ?? "") ||
        (a < b ? -1 : 1),
    );
  }, [nodes, ties, outside, names, placed, scores, groups, by, up, lang]);
}

interface RowProps {
  /** Told of the row's element: names may take two lines. */
  measure(element: Element | null): void;
  index: number;
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

function Row({ measure, index, node, name, ties, more, score, group }: RowProps): ReactNode {
  const t = useMessages();
  const { view, take } = useSession();
  const { id } = node;
  const { nodes } = view.selection;
  const isChosen = nodes.includes(id);
  const choose = (chosen: readonly string[]): void =>
    take({ name: "select", about: chosen }, (now) => select(now, { nodes: chosen }));
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
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
