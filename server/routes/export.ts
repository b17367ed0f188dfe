import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { z } from "zod";
import { csvParts } from "../export/csv.ts";
import { formatNames, format as formatOf } from "../export/formats.ts";
import { route } from "./route.ts";

/** The whole graph as a file, sent while it is read. */
export const exportGraph = route({
  method: "get",
  path: "/api/export/:format",
  summary: "The whole graph as a file",
  params: z.object({ format: z.enum(formatNames) }),
  query: z.object({ part: z.enum(csvParts).optional() }),
  answer: [...formatNames.map((name) => formatOf(name).media), "text/csv"],
  problems: [503],
  perMinute: 30,
  cached: true,
  async handle({ params: { format }, query: { part }, response, signal }, { store }) {
    const { media, ending, write } = formatOf(format, part);
    const chunks = write(store);
    // The first piece is read before anything is sent: a store that fails is still told as a problem.
    const first = await chunks.next();
    const day = new Date().toISOString().slice(0, 10);
    response.set("Content-Type", media.startsWith("text/") ? `${media}; charset=utf-8` : media);
    response.set("Content-Disposition", `attachment; filename="entente-${day}${ending}"`);
    if (!first.done) await pipeline(Readable.from(following(first.value, chunks)), response, { signal });
    else response.end();
    return undefined;
  },
});

async function* following<T>(first: T, rest: AsyncGenerator<T>): AsyncGenerator<T> {
  yield first;
  yield* rest;
}
