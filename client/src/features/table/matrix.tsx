import { defaultRangeExtractor, type Range, useVirtualizer, type VirtualItem } from "@tanstack/react-virtual";
import { type KeyboardEvent, type ReactNode, useLayoutEffect, useMemo, useRef, useState } from "react";
import type { EdgeView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { direction, list, useMessages } from "../../language.ts";
import { useMeasures, useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";
import { NodeSample, TieSign } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";
import { axis, cells } from "./grid.ts";

/** Row and column, from 1; 0 is the heading. */
type Place = readonly [row: number, column: number];

/** In pixels: the sides of a cell and of its signs, the heads above and beside them. */
const side = 28;
const sign = 20;
const wide = { above: 140, beside: 176 };
const narrow = { above: 96, beside: 112 };
const shownSigns = 3;

/**
 * Who stands how with whom, as a grid: those in the rows act, those in the columns are acted on. One tab stop; the
 * arrows go from cell to cell, Enter opens the evidence of one tie after the other. All nodes of the picture stand in
 * it; only what is near the eye, or holds the tab stop, is in the page.
 */
export function Matrix(): ReactNode {
  const t = useMessages();
  const { nodes, edges } = useSeen();
  const { names, selection } = useSession((session) => session.view);
  const take = useSession((session) => session.take);
  const groups = useMeasures((measures) => measures.groups);
  const ids = useMemo(() => axis(nodes, edges, groups), [nodes, edges, groups]);
  const ties = useMemo(() => cells(ids, edges), [ids, edges]);
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, names);
  const at = ([row, column]: Place): readonly EdgeView[] => ties.get(`${ids[row - 1]} ${ids[column - 1]}`) ?? [];
  const { frame, present, hold, focus, rows, columns, above, beside } = useWindow(ids, ties);

  const open = (own: readonly EdgeView[]): void => {
    const next = own[(own.findIndex(({ id }) => id === selection.edge) + 1) % own.length];
    if (next) take({ name: "select", about: [next.id] }, (view) => select(view, { nodes: [], edge: next.id }));
  };
  const openNode = (id: string | undefined): void => {
    if (id) take({ name: "select", about: [id] }, (view) => select(view, { nodes: [id] }));
  };
  const press = (event: KeyboardEvent): void => {
    const step = stepOf(event, present, ids.length);
    const [row, column] = present;
    const head = row === 0 ? ids[column - 1] : column === 0 ? ids[row - 1] : undefined;
    if (step) focus(step);
    else if (event.key === "Enter" || event.key === " ") {
      if (head) openNode(head);
      else open(at(present));
    } else if ((event.key === "m" || event.key === "ContextMenu") && event.target instanceof Element) {
      const own = at(present);
      const about = head ?? (own.find(({ id }) => id === selection.edge) ?? own[0])?.id;
      const box = event.target.getBoundingClientRect();
      if (about) openMenu(about, { x: box.left, y: box.bottom });
    } else return;
    event.preventDefault();
  };
  const stop = (row: number, column: number) => ({
    "data-at": `${row} ${column}`,
    "aria-colindex": column + 1,
    onFocus: () => hold([row, column]),
  });
  const tab = (row: number, column: number): 0 | -1 => (row === present[0] && column === present[1] ? 0 : -1);

  return (
    <div ref={frame} className="table">
      {/* biome-ignore-start lint/a11y/noNoninteractiveElementToInteractiveRole: a table one walks by arrows is a grid */}
      <table
        className="matrix"
        role="grid"
        aria-label={t("table.matrixLabel")}
        aria-rowcount={ids.length + 1}
        aria-colcount={ids.length + 1}
        onKeyDown={press}
      >
        <thead>
          <tr aria-rowindex={1} style={{ height: above }}>
            <td style={{ width: beside }} />
            {columns.map((column) =>
              typeof column === "number" ? (
                <Gap key={`gap ${column}`} width={column} />
              ) : (
                <th
                  key={column.key}
                  scope="col"
                  style={{ width: column.size }}
                  {...stop(0, column.index + 1)}
                  tabIndex={tab(0, column.index + 1)}
                  onClick={() => openNode(ids[column.index])}
                >
                  <Head id={ids[column.index]} />
                </th>
              ),
            )}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            if (typeof row === "number")
              return (
                <tr key={`gap ${row}`}>
                  <td className="matrix-gap" aria-hidden="true" style={{ height: row }} />
                </tr>
              );
            const from = ids[row.index]!;
            return (
              <tr key={row.key} aria-rowindex={row.index + 2} style={{ height: row.size }}>
                <th
                  scope="row"
                  {...stop(row.index + 1, 0)}
                  tabIndex={tab(row.index + 1, 0)}
                  onClick={() => openNode(from)}
                >
                  <Head id={from} />
                </th>
                {columns.map((column) => {
                  if (typeof column === "number") return <Gap key={`gap ${column}`} />;
                  const to = ids[column.index]!;
                  const own = ties.get(`${from} ${to}`) ?? [];
                  return (
                    // biome-ignore lint/a11y/useKeyWithClickEvents: the grid listens for all its cells
                    <td
                      key={column.key}
                      role="gridcell"
                      {...stop(row.index + 1, column.index + 1)}
                      tabIndex={tab(row.index + 1, column.index + 1)}
                      className={from === to ? "matrix-self" : undefined}
                      aria-selected={own.some(({ id }) => id === selection.edge)}
                      onClick={() => open(own)}
                      onContextMenu={(event) => {
                        if (!own[0]) return;
                        event.preventDefault();
                        openMenu(own[0].id, { x: event.clientX, y: event.clientY });
                      }}
                    >
                      <Cell ends={t("table.cell", { from: name(from), to: name(to) })} own={own} />
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
      </table>
      {/* biome-ignore-end lint/a11y/noNoninteractiveElementToInteractiveRole: as above */}
    </div>
  );
}

/** The part of the grid that is in the page, and which of its cells is the tab stop. */
function useWindow(ids: readonly string[], ties: ReadonlyMap<string, readonly EdgeView[]>) {
  const frame = useRef<HTMLDivElement>(null);
  const [held, setHeld] = useState<Place>([0, 1]);
  const present: Place = [Math.min(held[0], ids.length), Math.min(held[1], ids.length)];
  const wanted = useRef(false);
  const { above, beside } = matchMedia("(max-width: 760px)").matches ? narrow : wide;
  const widths = useMemo(() => widthsOf(ids, ties), [ids, ties]);
  // The tab stop stays in the page wherever it is scrolled to, or the keys would lose their place.
  const kept = (index: number) => (range: Range) =>
    [...new Set([...defaultRangeExtractor(range), ...(index >= 0 ? [index] : [])])].sort((a, b) => a - b);
  const shared = { count: ids.length, getScrollElement: () => frame.current, overscan: 6 };
  const down = useVirtualizer({
    ...shared,
    estimateSize: () => side,
    paddingStart: above,
    scrollPaddingStart: above,
    rangeExtractor: kept(present[0] - 1),
  });
  const across = useVirtualizer({
    ...shared,
    horizontal: true,
    isRtl: direction() === "rtl",
    estimateSize: (index) => widths[index] ?? side,
    paddingStart: beside,
    scrollPaddingStart: beside,
    rangeExtractor: kept(present[1] - 1),
  });
  // What a size was measured by has changed.
  useLayoutEffect(() => across.measure(), [widths]);
  useLayoutEffect(() => {
    if (!wanted.current) return;
    wanted.current = false;
    frame.current?.querySelector<HTMLElement>(`[data-at="${held[0]} ${held[1]}"]`)?.focus({ preventScroll: true });
  }, [held]);
  return {
    ...{ frame, present, above, beside },
    hold: (place: Place): void => {
      if (place[0] !== held[0] || place[1] !== held[1]) setHeld(place);
    },
    focus: ([row, column]: Place): void => {
      wanted.current = true;
      setHeld([row, column]);
      if (row > 0) down.scrollToIndex(row - 1);
      if (column > 0) across.scrollToIndex(column - 1);
    },
    rows: withGaps(down.getVirtualItems(), above, down.getTotalSize()),
    columns: withGaps(across.getVirtualItems(), beside, across.getTotalSize()),
  };
}

/** A column is as wide as the most signs in one of its cells. */
function widthsOf(ids: readonly string[], ties: ReadonlyMap<string, readonly EdgeView[]>): number[] {
  const most = new Map<string, number>();
  for (const [place, own] of ties) {
    const to = place.slice(place.indexOf(" ") + 1);
    most.set(to, Math.max(most.get(to) ?? 0, own.length));
  }
  return ids.map((id) => {
    const signs = most.get(id) ?? 0;
    return Math.max(side, 8 + sign * (signs > shownSigns ? shownSigns + 1.5 : signs));
  });
}

/** The items in their order, and in pixels what is left out before, between and behind them. */
function withGaps(items: readonly VirtualItem[], from: number, to: number): (VirtualItem | number)[] {
  const found: (VirtualItem | number)[] = [];
  let end = from;
  for (const item of items) {
    if (item.start > end) found.push(item.start - end);
    found.push(item);
    end = item.end;
  }
  if (to > end) found.push(to - end);
  return found;
}

/** Where a key leads; the corner says nothing. */
function stepOf({ key, ctrlKey }: KeyboardEvent, [row, column]: Place, last: number): Place | undefined {
  const steps: Record<string, Place> = {
    ArrowUp: [row - 1, column],
    ArrowDown: [row + 1, column],
    ArrowLeft: [row, column - 1],
    ArrowRight: [row, column + 1],
    PageUp: [row - 10, column],
    PageDown: [row + 10, column],
    Home: ctrlKey ? [0, 1] : [row, 0],
    End: ctrlKey ? [last, last] : [row, last],
  };
  const step = steps[key];
  if (!step) return undefined;
  const [to, along] = step.map((value) => Math.min(last, Math.max(0, value))) as [number, number];
  return to > 0 || along > 0 ? [to, along] : [row, column];
}

/** In a table of fixed layout the heads' widths hold for all rows. */
function Gap({ width }: { width?: number }): ReactNode {
  return <td className="matrix-gap" aria-hidden="true" style={width === undefined ? undefined : { width }} />;
}

/** What stands in a cell: its ends and ties in words, and a sign a tie. */
function Cell({ ends, own }: { ends: string; own: readonly EdgeView[] }): ReactNode {
  const t = useMessages();
  const told = own.map(({ type, stance }) =>
    t("table.cellTie", { label: edgeLabel(type), stance: t(`stance.${stance}`) }),
  );
  return (
    <>
      <span className="unseen">
        {ends}: {own.length > 0 ? list(told) : t("table.cellNone")}
      </span>
      {own.slice(0, shownSigns).map((edge) => (
        <TieSign key={edge.id} type={edge.type} stance={edge.stance} />
      ))}
      {own.length > shownSigns && <span className="small">{t("node.more", { count: own.length - shownSigns })}</span>}
    </>
  );
}

function Head({ id }: { id: string | undefined }): ReactNode {
  const node = id === undefined ? undefined : library.nodes.get(id);
  return node ? (
    <span className="matrix-head">
      <NodeSample type={node.type} size={11} /> <NodeName node={node} />
    </span>
  ) : null;
}
