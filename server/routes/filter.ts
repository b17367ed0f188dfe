import { z } from "zod";
import { Stance } from "../../model/api.ts";
import { EdgeTypeSchema } from "../../model/vocabulary.ts";

const date = z.string().regex(/^\d{4}(-\d{2}(-\d{2})?)?$/, "expected a date such as 2024, 2024-05 or 2024-05-17");

/** Several values of one name: `types=REFUSED,SUPPLIED` or `types=REFUSED&types=SUPPLIED`. */
export function several<T extends z.ZodType>(one: T, most = 100) {
  return z.preprocess((given) => split(given, /,/), z.array(one).max(most)).optional();
}

/** The same for texts that may hold a comma: only repeated. */
function repeated(most = 100) {
  return z.preprocess((given) => split(given), z.array(z.string().min(1).max(200)).max(most)).optional();
}

/** A whole number in the query part. */
export function whole(least: number, most: number) {
  return z
    .string()
    .regex(/^\d{1,9}$/, "expected a whole number")
    .transform(Number)
    .pipe(z.number().min(least).max(most));
}

/** Which edges an answer is made of; what is absent does not filter. */
export const edgeFilter = {
  types: several(EdgeTypeSchema),
  stances: several(Stance),
  since: date.optional(),
  until: date.optional(),
  sources: whole(1, 1_000_000).optional(),
  langs: several(z.string().min(1).max(20)),
  outlets: repeated(),
  speakers: several(z.string().min(1).max(200)),
};

export const page = { limit: whole(1, 500).optional(), offset: whole(0, 10_000_000).optional() };

function split(given: unknown, separator?: RegExp): unknown {
  if (given === undefined || given === "") return undefined;
  const all = Array.isArray(given) ? given : [given];
  return separator ? all.flatMap((one) => String(one).split(separator)).filter((one) => one !== "") : all;
}
