import "./rows.css";
import { useVirtualizer } from "@tanstack/react-virtual";
import { type ReactNode, useRef } from "react";
import type { CypherAnswer } from "../../api.ts";
import { useMessages } from "../../language.ts";
import { Cell } from "./cell.tsx";
import { kindOf } from "./value.ts";

/** The rows of an answer as a table; only those in sight are in the page. */
export function Rows({ answer: { columns, rows } }: { answer: Pick<CypherAnswer, "columns" | "rows"> }): ReactNode {
  const t = useMessages();
  const frame = useRef<HTMLElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => frame.current,
    estimateSize: () => 36,
    overscan: 10,
  });
  const items = virtual.getVirtualItems();
  const [above, below] = [items[0]?.start ?? 0, virtual.getTotalSize() - (items.at(-1)?.end ?? 0)];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section ref={frame} className="rows" tabIndex={0} aria-label={t("console.table")}>
      <table aria-rowcount={rows.length + 1}>
        <thead>
          <tr aria-rowindex={1}>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {above > 0 && <Gap height={above} />}
          {items.map(({ index }) => (
            <tr key={index} aria-rowindex={index + 2}>
              {rows[index]!.map((value, column) => (
                <td key={columns[column]} className={typeof value === "number" ? "is-number" : `is-${kindOf(value)}`}>
                  <Cell value={value} />
                </td>
              ))}
            </tr>
          ))}
          {below > 0 && <Gap height={below} />}
        </tbody>
      </table>
    </section>
  );
}

/** Room for the rows that are out of sight. */
function Gap({ height }: { height: number }): ReactNode {
  return (
    <tr style={{ height }}>
      <td className="gap" />
    </tr>
  );
}
