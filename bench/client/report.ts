/** Prints one figure beside what it should be. */
export function report(what: string, value: string, goal = ""): void {
  process.stdout.write(`${what.padEnd(58)} ${value.padStart(24)}   ${goal}\n`);
}

/** The middle of the values and the one that nineteen in twenty stay under, in whole milliseconds. */
export function spread(values: readonly number[]): string {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (part: number): string =>
    (sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0).toFixed(0);
  return `${at(0.5)} ms, p95 ${at(0.95)} ms`;
}

export function middle(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
}
