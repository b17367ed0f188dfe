import { StoreError } from "../store.ts";

/** Parameters as JSON text; what JSON would silently change (NaN, a number past 2^53, a function) is refused. */
export function jsonText(value: unknown): string {
  return JSON.stringify(value, (key, each) => {
    if (each === undefined) return null;
    const unfit = typeof each === "function" || typeof each === "symbol" || typeof each === "bigint";
    const inexact =
      typeof each === "number" && (!Number.isFinite(each) || (Number.isInteger(each) && Math.abs(each) > 2 ** 53));
    if (unfit || inexact)
      throw new StoreError(
        `The parameter ${key} holds ${String(each)}, which no store keeps exactly. Pass it as text.`,
      );
    return each;
  });
}
