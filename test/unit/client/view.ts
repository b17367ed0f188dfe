import { emptyView, noFilters, type View } from "../../../client/src/graph/view.ts";

/** A view with something in every part of it. */
export const fullView: View = {
  ...emptyView,
  nodes: {
    Q668: { x: 0.1234, y: -0.5, by: ["start"] },
    Q902: { x: -1, y: 1, pinned: true, by: ["expand:Q668", "search"] },
    "black-sea-grain-talks": { x: 0.3333, y: 0, by: ["expand:Q902"] },
  },
  hidden: ["Q902"],
  selection: { nodes: [], edge: "Q668 REFUSED Q902", article: "पहला लेख", claim: "c-1" },
  filters: {
    ...noFilters,
    types: ["CALLED"],
    stances: ["denied"],
    sources: 3,
    langs: ["hi"],
    outlets: ["নদীর কথা"],
    time: { clock: "event", from: "2022-02-01", to: "2022-03-31" },
  },
  names: "bn",
  layout: "circular",
  sizeBy: "pagerank",
  groupBy: "community",
  mode: "table",
  order: { ties: { by: "last", up: true }, nodes: { by: "group", up: false } },
  camera: { x: 0.4821, y: 0.5103, ratio: 1.2345 },
};
