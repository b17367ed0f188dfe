import { existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Hits } from "../../ingest/eval/tally.ts";

/** Measured counts by name, as they were frozen last. */
export type Counts = Record<string, Hits>;

/** True when the run is to write what it measures instead of comparing. */
export const freezing = process.env.UPDATE_SCORES === "1";

/** What was frozen, or undefined before the first time. */
export function frozen<T>(file: string): T | undefined {
  return existsSync(file) ? (JSON.parse(readFileSync(file, "utf8")) as T) : undefined;
}

export function freeze(file: string, value: unknown): void {
  writeFileSync(file, `${JSON.stringify(value, null, 2)}\n`);
}

/** Sentences on what fell: fewer right, or more false, than frozen. A count never frozen has to be. */
export function falls(before: Counts | undefined, now: Counts): string[] {
  return Object.entries(now).flatMap(([name, { right, wrong }]) => {
    const old = before?.[name] ?? (before ? { right: 0, wrong: 0, missed: 0 } : undefined);
    if (!old) return [`${name}: not frozen yet`];
    const said = [];
    if (right < old.right) said.push(`${name}: ${right} right, ${old.right} when frozen`);
    if (wrong > old.wrong) said.push(`${name}: ${wrong} false, ${old.wrong} when frozen`);
    return said;
  });
}

/** True when nothing fell and something is better than frozen. */
export function rose(before: Counts | undefined, now: Counts): boolean {
  const better = Object.entries(now).some(([name, { right, wrong }]) => {
    const old = before?.[name] ?? { right: 0, wrong: 0 };
    return right > old.right || wrong < old.wrong;
  });
  return better && falls(before, now).length === 0;
}

export const howToFreeze = "if it is meant so, freeze again: UPDATE_SCORES=1 npx vitest run test/golden test/quality";
