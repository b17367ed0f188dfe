import { api } from "../../api.ts";
import { bring, start } from "../../explore.ts";
import { library, useSession } from "../../session.ts";

const most = { articles: 20, nodes: 60 };

/**
 * What the articles tell of comes into the picture: the graph grows before the reader's eyes. An article that is read
 * from a file of its own is called as the file is, without its ending.
 */
export async function grow(names: readonly string[]): Promise<number> {
  if (Object.keys(useSession.getState().view.nodes).length === 0) {
    await start();
    return library.nodes.size;
  }
  const found = await Promise.all(
    names
      .slice(0, most.articles)
      .map((name) => api.article(name.replace(/^.*[/\\]/, "").replace(/\.[^.]+$/, "")).catch(() => undefined)),
  );
  const ids = new Set(found.flatMap((each) => each?.claims.flatMap(({ subject, object }) => [subject.id, object.id])));
  const nodes = [...ids].flatMap((id) => (id ? [id] : [])).slice(0, most.nodes);
  if (nodes.length > 0) await bring(nodes);
  return nodes.length;
}
