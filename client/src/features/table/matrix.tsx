import { type KeyboardEvent, type ReactNode, useEffect, useMemo, useRef } from "react";
import type { EdgeView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { list, useMessages } from "../../language.ts";
import { useMeasures, useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";
import { NodeSample, TieSign } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";
import { axis, cells } from "./grid.ts";

/** More than this nobody reads as a grid; the lists hold them all. */
const most = 60;

/**
 * Who stands how with whom, as a grid: those in the rows act, those in the columns are acted on. One tab stop; the
 * arrows go from cell to cell, Enter opens the evidence of one tie after the other.
 */
export function Matrix(): ReactNode {
  const t = useMessages();
  const { nodes, edges } = useSeen();
  const { names, selection } = useSession((session) => session.view);
  const take = useSession((session) => session.take);
  const groups = useMeasures((measures) => measures.groups);
  const ids = useMemo(() => axis(nodes, edges, groups, most), [nodes, edges, groups]);
  const ties = useMemo(() => cells(ids, edges), [ids, edges]);
  const table = useRef<HTMLTableElement>(null);
  const present = useRef<Place>([0, 1]);
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, names);
  const at = ([row, column]: Place): readonly EdgeView[] => ties.get(`${ids[row - 1]} ${ids[column - 1]}`) ?? [];

  /** The tab stop moves past React: thousands of cells are not to be gone through for each arrow. */
  const hold = (to: Place): HTMLElement | undefined => {
    for (const each of table.current?.querySelectorAll<HTMLElement>('[tabindex="0"]') ?? []) each.tabIndex = -1;
    const cell = table.current?.querySelector<HTMLElement>(`[data-at="${to[0]} ${to[1]}"]`) ?? undefined;
    if (cell) cell.tabIndex = 0;
    present.current = to;
    return cell;
  };
  useEffect(() => {
    const [row, column] = present.current;
    hold([Math.min(row, ids.length), Math.min(column, ids.length)]);
  }, [ids]);
  const open = (own: readonly EdgeView[]): void => {
    const next = own[(own.findIndex(({ id }) => id === selection.edge) + 1) % own.length];
    if (next) take({ name: "select", about: [next.id] }, (view) => select(view, { nodes: [], edge: next.id }));
  };
  const openNode = (id: string | undefined): void => {
    if (id) take({ name: "select", about: [id] }, (view) => select(view, { nodes: [id] }));
  };
  const press = (event: KeyboardEvent): void => {
    const [row, column] = present.current;
    const last = ids.length;
    const steps: Record<string, Place> = {
      ArrowUp: [row - 1, column],
      ArrowDown: [row + 1, column],
      ArrowLeft: [row, column - 1],
      ArrowRight: [row, column + 1],
      PageUp: [row - 10, column],
      PageDown: [row + 10, column],
      Home: event.ctrlKey ? [0, 1] : [row, 0],
      End: event.ctrlKey ? [last, last] : [row, last],
    };
    const step = steps[event.key];
    const head = row === 0 ? ids[column - 1] : column === 0 ? ids[row - 1] : undefined;
    if (step) {
      const [to, across] = step.map((value) => Math.min(last, Math.max(0, value))) as Place;
      // The corner says nothing.
      if (to > 0 || across > 0) hold([to, across])?.focus();
    } else if (event.key === "Enter" || event.key === " ") {
      if (head) openNode(head);
      else open(at(present.current));
    } else if ((event.key === "m" || event.key === "ContextMenu") && event.target instanceof Element) {
      const own = at(present.current);
      const about = head ?? (own.find(({ id }) => id === selection.edge) ?? own[0])?.id;
      const box = event.target.getBoundingClientRect();
      if (about) openMenu(about, { x: box.left, y: box.bottom });
    } else return;
    event.preventDefault();
  };
  const stop = (row: number, column: number) => ({
    "data-at": `${row} ${column}`,
    tabIndex: -1,
    onFocus: () => void hold([row, column]),
  });

  return (
    <div className="table">
      {nodes.length > ids.length && <p className="small">{t("table.matrixPart", { count: ids.length })}</p>}
      {/* biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table one walks by arrows is a grid */}
      <table ref={table} className="matrix" role="grid" aria-label={t("table.matrixLabel")} onKeyDown={press}>
        <thead>
          <tr>
            <td />
            {ids.map((id, index) => (
              <th key={id} scope="col" {...stop(0, index + 1)} onClick={() => openNode(id)}>
                <Head id={id} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {ids.map((from, row) => (
            <tr key={from}>
              <th scope="row" {...stop(row + 1, 0)} onClick={() => openNode(from)}>
                <Head id={from} />
              </th>
              {ids.map((to, column) => {
                const own = ties.get(`${from} ${to}`) ?? [];
                const told = own.map(({ type, stance }) =>
                  t("table.cellTie", { label: edgeLabel(type), stance: t(`stance.${stance}`) }),
                );
                const ends = t("table.cell", { from: name(from), to: name(to) });
                return (
                  // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens for all its cells
                  <td
                    key={to}
                    // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: so is its cell
                    role="gridcell"
                    {...stop(row + 1, column + 1)}
                    tabIndex={-1}
                    className={from === to ? "matrix-self" : undefined}
                    aria-selected={own.some(({ id }) => id === selection.edge)}
                    aria-label={own.length === 0 ? `${ends}: ${t("table.cellNone")}` : undefined}
                    onClick={() => open(own)}
                    onContextMenu={(event) => {
                      if (!own[0]) return;
                      event.preventDefault();
                      openMenu(own[0].id, { x: event.clientX, y: event.clientY });
                    }}
                  >
                    {own.length > 0 && (
                      <span className="unseen">
                        {ends}: {list(told)}
                      </span>
                    )}
                    {own.slice(0, shownSigns).map((edge) => (
                      <TieSign key={edge.id} type={edge.type} stance={edge.stance} />
                    ))}
                    {own.length > shownSigns && (
                      <span className="small">{t("node.more", { count: own.length - shownSigns })}</span>
                    )}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Row and column, from 1; 0 is the heading. */
type Place = [row: number, column: number];

const shownSigns = 3;

function Head({ id }: { id: string }): ReactNode {
  const node = library.nodes.get(id);
  return node ? (
    <span className="matrix-head">
      <NodeSample type={node.type} size={11} /> <NodeName node={node} />
    </span>
  ) : null;
}
