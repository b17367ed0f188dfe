import type { NodeView, Subgraph } from "../../model/api.ts";
import { api } from "./api.ts";
import { plan } from "./arrange.ts";
import { breath, painted } from "./breath.ts";
import { useStart } from "./features/start/open.ts";
import { around, forgetForeseen, layOut } from "./foresight.ts";
import { loadAtlas } from "./graph/atlas/load.ts";
import * as command from "./graph/commands.ts";
import { bureau } from "./graph/layout/bureau.ts";
import type { Place } from "./graph/layout/layout.ts";
import { type Ends, edgeEntries } from "./graph/palette.ts";
import { emptyView, type Selection, type View } from "./graph/view.ts";
import { attempt, fail, library, stage, useSession } from "./session.ts";

/** Steps that need the server or the worker. Each is one entry of the history, taken when all is there. */

export const stepSize = 10;

/** The picture nobody asked for yet: the busiest tie with what is around it. */
export function start(): Promise<void> {
  return attempt(async (signal) => {
    const answer = await around([], signal);
    const selection = opening(answer);
    // Nothing is drawn yet, and the front page tells of it at once.
    useStart.setState({ lead: selection.edge });
    library.learn(answer);
    const view = await picture(answer, "start", signal);
    useSession.getState().open({ ...view, selection });
    useSession.getState().fit();
    complete(answer);
  });
}

/** A picture around these nodes, instead of the present one. */
export function centre(ids: readonly string[], selection: Selection = { nodes: ids }): Promise<void> {
  return attempt(async (signal) => {
    const answer = await around(ids, signal);
    const { opening, open, take, fit, say } = useSession.getState();
    const unknown = ids.filter((id) => !answer.nodes.some((node) => node.id === id));
    if (unknown.length > 0) say({ key: "notice.unknown", values: { count: unknown.length } });
    if (unknown.length === ids.length) return opening ? start() : undefined;
    const next = await picture(answer, "search", signal);
    library.learn(answer);
    if (opening) open({ ...next, selection });
    else take({ name: "centre", about: ids }, () => ({ ...next, selection }));
    fit();
    complete(answer);
  });
}

/** Adds nodes to the picture without moving anything. */
export function bring(ids: readonly string[], name: "add" | "path" | "common" = "add"): Promise<void> {
  return attempt(async (signal) => {
    const places = await settled(ids, "", signal);
    const reason = name === "add" ? "search" : name;
    useSession
      .getState()
      .take({ name, about: ids }, (view) => command.select(command.add(view, places, reason), { nodes: ids }));
    reveal(places);
  });
}

/** Ten more neighbours, of any type or of one, those with most evidence first. */
export function expand(id: string, types: readonly string[] = [], count = stepSize): Promise<void> {
  return attempt(async (signal) => {
    const { view } = useSession.getState();
    const found: NodeView[] = [];
    const page = 100;
    for (let offset = 0; found.length < count; offset += page) {
      const answer = await api.neighbours(id, { types, limit: page, offset }, signal);
      found.push(
        ...answer.nodes.filter((node) => node.id !== id && (!view.nodes[node.id] || view.hidden.includes(node.id))),
      );
      if (answer.edges.length < page) break;
    }
    const ids = [...new Set(found.map((node) => node.id))].slice(0, count);
    if (ids.length === 0) return useSession.getState().say({ key: "notice.nothingMore" });
    const places = await settled(ids, id, signal);
    const step = { name: "expand", about: [id, ...types], count: ids.length } as const;
    useSession.getState().take(step, (now) => command.add(now, places, `expand:${id}`));
    reveal(places);
  });
}

/**
 * Draws what a query answered: instead of the picture, with ties of the answer's types alone, or added to it.
 * What the answer holds is learnt even where the graph's own routes do not know it.
 */
export function draw(answer: Pick<Subgraph, "nodes" | "edges">, how: "replace" | "add", title: string): Promise<void> {
  return attempt(async (signal) => {
    const ids = answer.nodes.map((node) => node.id);
    if (ids.length === 0) return useSession.getState().say({ key: "notice.nothingToDraw" });
    library.learn(answer);
    const told = new Set(answer.edges.map((edge) => edge.type));
    if (how === "add") {
      const places = await settled(ids, "", signal);
      useSession.getState().take({ name: "add", about: [title] }, (view) => {
        const types = view.filters.types.filter((type) => !told.has(type));
        return command.filter(command.select(command.add(view, places, "search"), { nodes: [] }), { types });
      });
      return reveal(places);
    }
    library.learn(await api.among(ids, signal));
    const known = Object.keys(edgeEntries);
    const found = library.among(new Set(ids)).map((edge) => edge.type);
    // With all other types of the vocabulary left out, the filter says which alone are seen.
    const all = new Set([...(known.some((type) => told.has(type)) ? known : []), ...found]);
    const types = told.size > 0 ? [...all].filter((type) => !told.has(type)) : [];
    const next = command.filter(command.unfilter(await picture(answer, "search", signal)), { types });
    const { opening, open, take, fit } = useSession.getState();
    if (opening) open(next);
    else take({ name: "centre", about: [title] }, () => next);
    fit();
  });
}

/** All shortest ways between two nodes, by ties of any type or of these alone. */
export function paths(from: string, to: string, types: readonly string[] = []): Promise<void> {
  return attempt(async (signal) => {
    const answer = await api.paths(from, to, types, signal);
    if (answer.paths.length === 0) return useSession.getState().say({ key: "notice.noPath" });
    const ids = answer.nodes.map((node) => node.id);
    const places = await settled(ids, from, signal);
    useSession
      .getState()
      .take({ name: "path", about: [from, to], count: answer.paths.length }, (view) =>
        command.select(command.add(view, places, "path"), { nodes: ids }),
      );
    reveal(places);
  });
}

/** Nodes tied to both. */
export function common(a: string, b: string): Promise<void> {
  return attempt(async (signal) => {
    const query =
      "MATCH (a:Entity {id: $a})--(n:Entity)--(b:Entity {id: $b}) WHERE n.id <> $a AND n.id <> $b RETURN DISTINCT n.id AS id";
    const { rows } = await api.cypher(query, { a, b }, 100, signal);
    const ids = rows.map(([id]) => String(id));
    if (ids.length === 0) return useSession.getState().say({ key: "notice.nothingCommon" });
    const places = await settled(ids, a, signal);
    useSession
      .getState()
      .take({ name: "common", about: [a, b], count: ids.length }, (view) =>
        command.select(command.add(view, places, "common"), { nodes: [a, b, ...ids] }),
      );
    reveal(places);
  });
}

/** Opens the evidence of an edge, wherever it is: both ends are brought in where they are missing. */
export async function openEdge({ from, type, to }: Ends, claim?: string): Promise<void> {
  const edge = `${from} ${type} ${to}`;
  const selection = { nodes: [], edge, ...(claim ? { claim } : {}) };
  const { view, take } = useSession.getState();
  if (view.nodes[from] && view.nodes[to])
    take({ name: "select", about: [edge] }, (now) => command.select(now, selection));
  else await centre([from, to], selection);
}

/** Nothing moves for those who come, but nobody comes unseen: the camera steps back until they are in sight, too. */
function reveal(places: readonly Place[]): void {
  const lens = stage.canvas?.lens;
  if (!lens || lens.shows(places)) return;
  const { view, fit } = useSession.getState();
  const seenBefore = Object.entries(view.nodes).filter(([, place]) => lens.shows([place]));
  fit([...seenBefore.map(([id]) => id), ...places.map(({ id }) => id)]);
}

/** A view that was told by a link: what it names is fetched, and drawn exactly where it was. */
export function restore(view: View): Promise<void> {
  return attempt(async (signal) => {
    const ids = Object.keys(view.nodes);
    if (ids.length > 0) {
      const answer = await api.among(ids, signal);
      await breath();
      library.learn(answer);
      await breath();
    }
    useSession.getState().open(
      view,
      ids.filter((id) => !library.nodes.has(id)),
    );
  });
}

/** The same nodes asked for again: more may have been read since. */
export function refresh(): Promise<void> {
  return attempt(async (signal) => {
    forgetForeseen();
    const ids = Object.keys(useSession.getState().view.nodes);
    if (ids.length > 0) library.learn(await api.among(ids, signal));
  });
}

/**
 * The weaker ties of a picture that was drawn without them. Whatever is done meanwhile does not stop them: later steps may
 * come back to these nodes.
 */
function complete({ nodes, partial }: Subgraph): void {
  if (!partial) return;
  const ask = async (): Promise<void> => {
    useSession.setState(({ coming }) => ({ coming: coming + 1 }));
    try {
      // First what was asked for is seen.
      await painted();
      const answer = await api.among(nodes.map((node) => node.id));
      await breath();
      library.learn(answer);
    } catch (error) {
      fail(error, () => {
        useSession.setState({ problem: undefined });
        void ask();
      });
    } finally {
      useSession.setState(({ coming }) => ({ coming: coming - 1 }));
    }
  };
  void ask();
}

/**
 * A view of what was answered. Who takes it has the library learn of the answer in the same breath: learnt before, the
 * picture that is still seen would be drawn once more.
 */
async function picture(answer: Pick<Subgraph, "nodes" | "edges">, reason: string, signal: AbortSignal): Promise<View> {
  const places = await layOut(answer);
  signal.throwIfAborted();
  const { names, filters, sizeBy, groupBy } = useSession.getState().view;
  const view = command.add({ ...emptyView, names, filters, sizeBy, groupBy }, places, reason);
  // Drawn at once as it will be seen: fitting it afterwards would draw everything twice.
  return { ...view, camera: stage.canvas?.lens.fitting(Object.values(view.nodes)) ?? view.camera };
}

/** Learns how newcomers hang together with what is there, and finds them places. */
async function settled(ids: readonly string[], parent: string, signal: AbortSignal): Promise<Place[]> {
  const { view } = useSession.getState();
  const present = Object.keys(view.nodes);
  library.learn(await api.among([...new Set([...present, ...ids])], signal));
  const all = new Set([...present, ...ids]);
  const edges = library.among(all);
  const places: Record<string, { x: number; y: number }> = Object.fromEntries(
    present.map((id) => [id, view.nodes[id]!]),
  );
  const ground = view.layout === "map" ? await loadAtlas() : undefined;
  for (const id of ids) {
    const at = view.nodes[id] ? undefined : ground?.at(id);
    if (at) places[id] = at;
  }
  const missing = ids.filter((id) => !places[id]);
  const found = await bureau.settle(plan([...all], edges, places), parent);
  signal.throwIfAborted();
  const known = new Map(found.map((place) => [place.id, place]));
  return ids.flatMap((id) => {
    const place = missing.includes(id) ? known.get(id) : places[id] && { id, ...places[id] };
    return place ? [{ id, x: place.x, y: place.y }] : [];
  });
}

/** On a wide page the first sight is an answer: the evidence of the busiest tie lies open. */
function opening({ centre, edges }: Subgraph): Selection {
  const busiest = edges
    .filter(({ from, to }) => centre.includes(from) && centre.includes(to))
    .sort((a, b) => b.claims - a.claims)[0];
  return busiest && matchMedia("(min-width: 900px)").matches ? { nodes: [], edge: busiest.id } : { nodes: [] };
}
