import { ArrowDown, ArrowUp } from "lucide-react";
import type { ReactNode } from "react";
import { sort } from "../../graph/commands.ts";
import type { NodeColumn, Order, TieColumn } from "../../graph/view.ts";
import { useSession } from "../../session.ts";

interface HeadingProps<List extends keyof Order> {
  list: List;
  column: Order[List]["by"];
  label: string;
  className: string | undefined;
}

/** Of what is counted or dated most people want the most or the latest first. */
const falling: ReadonlySet<TieColumn | NodeColumn> = new Set(["sources", "last", "ties", "more", "score", "state"]);

/** The name of a column; pressed, it orders the rows by that, and once more the other way round: a step like any other. */
export function Heading<List extends keyof Order>({ list, column, label, className }: HeadingProps<List>): ReactNode {
  const { by, up } = useSession((session) => session.view.order[list]);
  const take = useSession((session) => session.take);
  const direction = by !== column ? "none" : up ? "ascending" : "descending";
  const next = by === column ? !up : !falling.has(column);
  const press = (): void =>
    take({ name: "sort", about: [column] }, (view) => sort(view, list, { by: column, up: next } as Order[List]));
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <button type="button" onClick={press}>
        {label}
        {direction === "ascending" && <ArrowUp size={13} aria-hidden="true" />}
        {direction === "descending" && <ArrowDown size={13} aria-hidden="true" />}
      </button>
    </th>
  );
}
