/** What the API reads: each answer in the shape of model/api.ts. Every function rejects with StoreError when the store fails. */
export { type ArticleOptions, article, articles } from "./articles.ts";
export { claim, claimsWhere, edgeClaims, type Page } from "./claims.ts";
export type { EdgeFilter } from "./filter.ts";
export { type NeighbourOptions, neighbours } from "./neighbours.ts";
export { node } from "./node.ts";
export { type PathOptions, paths } from "./paths.ts";
export { graphVersion, stats } from "./stats.ts";
export { busiest, edgesAmong, type SubgraphOptions, subgraph } from "./subgraph.ts";
export { articleColumns, articleSummary, asNode, edgeView, nodeView } from "./views.ts";
