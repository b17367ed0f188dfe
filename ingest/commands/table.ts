/** Rows as a table of text, one line a row. Nodes and edges are named, other structures are JSON. */
export function table(columns: string[], rows: Record<string, unknown>[]): string {
  const cells = rows.map((row) => columns.map((column) => cell(row[column])));
  const widths = columns.map((column, at) => Math.max(...[column, ...cells.map((row) => row[at]!)].map(width)));
  const line = (row: string[]) =>
    row
      .map((text, at) => text + " ".repeat(widths[at]! - width(text)))
      .join("  ")
      .trimEnd();
  const rule = widths.map((each) => "─".repeat(each)).join("  ");
  const count = `${rows.length} ${rows.length === 1 ? "row" : "rows"}`;
  return `${[line(columns), rule, ...cells.map(line), count].join("\n")}\n`;
}

function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value !== "object") return String(value).replace(/\s+/g, " ");
  const { kind, id, type, from, to, properties } = value as Record<string, unknown>;
  if (kind === "node") {
    const { name_en, title } = properties as Record<string, unknown>;
    return String(name_en ?? title ?? (properties as Record<string, unknown>).id ?? id);
  }
  if (kind === "edge") return `${from} -${type}-> ${to}`;
  return JSON.stringify(value);
}

/** Columns on a terminal: marks that stand above or below a letter take none. */
function width(text: string): number {
  return [...text.replace(/\p{Mn}/gu, "")].length;
}
