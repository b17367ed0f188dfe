import { createHash } from "node:crypto";
import { z } from "zod";
import { SavedView, SaveView } from "../../model/api.ts";
import { reason } from "../../model/problem.ts";
import { Problem } from "../problem.ts";
import { route } from "./route.ts";

const bytes = 256_000;
/** More than people save by hand, few enough that nobody fills a disk with them. */
const most = 10_000;

/** Keeps a view that is too long for a URL. The same view always gets the same id. */
export const saveView = route({
  method: "post",
  path: "/api/views",
  summary: "Keep a view under a short id",
  body: SaveView,
  answer: SavedView,
  problems: [403, 413, 415, 429, 503, 507],
  perMinute: 30,
  maxBody: bytes,
  async handle({ body: { view } }, { store }) {
    const text = JSON.stringify(view);
    const id = createHash("sha256").update(text).digest("base64url").slice(0, 12);
    const { rows } = await store.read("MATCH (v:View) RETURN count(v) AS views");
    if (Number(rows[0]?.views) >= most) {
      throw new Problem(
        507,
        "No room for views",
        `This server keeps ${most} views and has them. Use the link with the view in it.`,
        reason("views.full", { most }),
      );
    }
    await store.write({ cypher: "MERGE (v:View {id: $id}) SET v.view = $text", params: { id, text } });
    return { id, view };
  },
});

export const savedView = route({
  method: "get",
  path: "/api/views/:id",
  summary: "A view that was kept",
  params: z.object({ id: z.string() }),
  answer: SavedView,
  problems: [404, 503],
  async handle({ params: { id } }, { store }) {
    const { rows } = await store.read("MATCH (v:View {id: $id}) RETURN v.view AS view", { id });
    const text = rows[0]?.view;
    if (typeof text !== "string")
      throw new Problem(
        404,
        "No such view",
        `There is no view ${JSON.stringify(id)} here.`,
        reason("view.unknown", { id }),
      );
    return { id, view: JSON.parse(text) as unknown };
  },
});
