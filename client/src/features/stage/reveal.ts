import type { GraphCanvas } from "../../graph/canvas.ts";
import { library, useSession } from "../../session.ts";

/** Brings a node or the middle of an edge into sight that the keyboard came to; what is seen already moves nothing. */
export function reveal({ lens }: GraphCanvas, id: string): void {
  const { view, look } = useSession.getState();
  const edge = library.edges.get(id);
  const places = (edge ? [edge.from, edge.to] : [id]).flatMap((end) => view.nodes[end] ?? []);
  if (places.length === 0) return;
  const mean = (axis: "x" | "y"): number => places.reduce((sum, each) => sum + each[axis], 0) / places.length;
  const middle = { x: mean("x"), y: mean("y") };
  if (!lens.shows([middle])) look(lens.centred(middle));
}
