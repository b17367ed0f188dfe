import { list, message } from "../language.ts";

/** A list in words; of more than three things the first two are named and the others counted. */
export function few(items: readonly string[], say: typeof message = message): string {
  return list(items.length > 3 ? [...items.slice(0, 2), say("trail.others", { count: items.length - 2 })] : items);
}
