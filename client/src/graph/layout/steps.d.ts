/** The single steps of two layouts; their packages type only what wraps them in a graph. */
declare module "graphology-layout-forceatlas2/iterate.js" {
  export default function iterate(
    settings: Readonly<Record<string, unknown>>,
    nodes: Float32Array,
    edges: Float32Array,
  ): object;
}
declare module "graphology-layout-noverlap/iterate.js" {
  export default function iterate(
    settings: Readonly<Record<string, unknown>>,
    nodes: Float32Array,
  ): { converged: boolean };
}
