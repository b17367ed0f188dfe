import { type KeyboardEvent, type ReactNode, useMemo, useState } from "react";
import type { EdgeView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { type Sorting, type TieColumn, tieColumns } from "../../graph/view.ts";
import { date, language, number, useMessages } from "../../language.ts";
import { useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";
import { EdgeSample, NodeSample } from "../../ui/samples.tsx";
import { openMenu } from "../menu/open.ts";
import { Heading } from "./heading.tsx";
import { Matrix } from "./matrix.tsx";
import { NodeTable } from "./nodes.tsx";
import { Spacer, useRows } from "./rows.tsx";

/** The twin of the canvas: ties and nodes as rows, the same filters, the same evidence, the same menu. */
export default function Table(): ReactNode {
  const t = useMessages();
  const mode = useSession((session) => session.view.mode);
  const take = useSession((session) => session.take);
  // Where nothing can be drawn the table stands in for the picture, too.
  const part = mode === "graph" ? "table" : mode;
  const Part = parts[part];
  return (
    <div className="table-view">
      <fieldset className="modes">
        <legend className="unseen">{t("table.part")}</legend>
        {(Object.keys(parts) as (keyof typeof parts)[]).map((each) => (
          <button
            key={each}
            type="button"
            aria-pressed={part === each}
            onClick={() => take({ name: "mode", about: [each] }, (view) => ({ ...view, mode: each }))}
          >
            {t(names[each])}
          </button>
        ))}
      </fieldset>
      <Part />
    </div>
  );
}

const parts = { table: TieTable, nodes: NodeTable, matrix: Matrix };
const names = { table: "legend.ties", nodes: "legend.nodes", matrix: "table.matrix" } as const;

/** Everything the canvas shows, as rows: the same edges, the same filters, the same evidence behind each. */
function TieTable(): ReactNode {
  const t = useMessages();
  const { edges } = useSeen();
  const names = useSession((session) => session.view.names);
  const chosen = useSession((session) => session.view.selection.edge);
  const take = useSession((session) => session.take);
  const sorting = useSession((session) => session.view.order.ties);
  const [present, setPresent] = useState(0);
  const rows = useMemo(() => sorted(edges, sorting, names), [edges, sorting, names]);
  const { frame, virtual, items, above, below } = useRows(rows.length);
  const open = (edge: EdgeView): void =>
    take({ name: "select", about: [edge.id] }, (view) => select(view, { nodes: [], edge: edge.id }));
  const go = (index: number): void => {
    const next = Math.min(rows.length - 1, Math.max(0, index));
    setPresent(next);
    virtual.scrollToIndex(next);
    requestAnimationFrame(() =>
      frame.current?.querySelector<HTMLElement>(`[data-index="${next}"] .cell-type button`)?.focus(),
    );
  };
  const press = (event: KeyboardEvent): void => {
    const steps: Record<string, number> = {
      ArrowDown: 1,
      ArrowUp: -1,
      PageDown: 10,
      PageUp: -10,
      Home: -rows.length,
      End: rows.length,
    };
    const step = steps[event.key];
    const row = rows[present];
    if (step !== undefined) go(present + step);
    else if ((event.key === "ContextMenu" || event.key === "m") && row && event.target instanceof Element) {
      const box = event.target.getBoundingClientRect();
      openMenu(row.id, { x: box.left + 40, y: box.bottom });
    } else return;
    event.preventDefault();
  };

  return (
    <div ref={frame} className="table">
      <table aria-rowcount={rows.length + 1} onKeyDown={press}>
        <caption className="unseen">{t("table.label")}</caption>
        <thead>
          <tr aria-rowindex={1}>
            {tieColumns.map((column) => (
              <Heading
                key={column}
                list="ties"
                column={column}
                label={t(`table.${column}`)}
                className={`cell-${column}`}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          <Spacer height={above} columns={tieColumns.length} />
          {items.map(({ index }) => (
            <Row
              key={rows[index]!.id}
              edge={rows[index]!}
              measure={virtual.measureElement}
              index={index}
              isPresent={index === present}
              isChosen={rows[index]!.id === chosen}
              open={() => {
                setPresent(index);
                open(rows[index]!);
              }}
            />
          ))}
          <Spacer height={below} columns={tieColumns.length} />
        </tbody>
      </table>
    </div>
  );
}

interface RowProps {
  edge: EdgeView;
  /** Told of the row's element: names may take two lines. */
  measure(element: Element | null): void;
  index: number;
  isPresent: boolean;
  isChosen: boolean;
  open(): void;
}

/** One edge. Its button holds the keyboard's place; a click anywhere else in the row does the same. */
function Row({ edge, measure, index, isPresent, isChosen, open }: RowProps): ReactNode {
  const t = useMessages();
  return (
    <tr
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      aria-current={isChosen ? "true" : undefined}
      onClick={open}
      onContextMenu={(event) => {
        event.preventDefault();
        openMenu(edge.id, { x: event.clientX, y: event.clientY });
      }}
    >
      <NodeCell id={edge.from} column="from" />
      <td className="cell-type">
        <button type="button" tabIndex={isPresent ? 0 : -1} className="text-button">
          <EdgeSample type={edge.type} stance={edge.stance} /> {edgeLabel(edge.type)}
        </button>
      </td>
      <NodeCell id={edge.to} column="to" />
      <td className="cell-stance">{t(`stance.${edge.stance}`)}</td>
      <td className="cell-sources">{number(edge.sources)}</td>
      <td className="cell-last">{edge.last ? date(edge.last) : "–"}</td>
    </tr>
  );
}

function NodeCell({ id, column }: { id: string; column: "from" | "to" }): ReactNode {
  const node = library.nodes.get(id);
  const take = useSession((session) => session.take);
  if (!node) return <td className={`cell-${column}`} />;
  return (
    <td className={`cell-${column}`}>
      <span className="cell-node">
        <NodeSample type={node.type} />
        <button
          type="button"
          tabIndex={-1}
          className="text-button"
          onClick={(event) => {
            event.stopPropagation();
            take({ name: "select", about: [id] }, (view) => select(view, { nodes: [id] }));
          }}
        >
          <NodeName node={node} />
        </button>
      </span>
    </td>
  );
}

function sorted(edges: readonly EdgeView[], { by, up }: Sorting<TieColumn>, names: string): EdgeView[] {
  const order = new Intl.Collator(language());
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? {}, names);
  const compare: Record<TieColumn, (a: EdgeView, b: EdgeView) => number> = {
    from: (a, b) => order.compare(name(a.from), name(b.from)),
    to: (a, b) => order.compare(name(a.to), name(b.to)),
    type: (a, b) => order.compare(edgeLabel(a.type), edgeLabel(b.type)),
    stance: (a, b) => order.compare(a.stance, b.stance),
    sources: (a, b) => a.sources - b.sources,
    last: (a, b) => order.compare(a.last ?? "", b.last ?? ""),
  };
  return edges.toSorted((a, b) => (up ? 1 : -1) * compare[by](a, b) || (a.id < b.id ? -1 : 1));
}
