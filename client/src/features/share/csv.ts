/** Rows as CSV (RFC 4180, UTF-8 with a byte order mark, so that spreadsheets read every script). */
export function csv(columns: readonly string[], rows: readonly (readonly unknown[])[]): string {
  return `\uFEFF${[columns, ...rows].map((row) => `${row.map(cell).join(",")}\r\n`).join("")}`;
}

/** A text that a spreadsheet would run as a formula gets an apostrophe in front, which spreadsheets do not show. */
function cell(value: unknown): string {
  if (value === null || value === undefined) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  const list = Array.isArray(value) && value.every((each) => typeof each === "string") ? value.join("|") : undefined;
  const text = list ?? (typeof value === "string" ? value : JSON.stringify(value));
  const safe = /^[=+\-@\t\r\n＝＋－＠]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
