import {
  emptyView,
  type Filters,
  groups,
  layouts,
  modes,
  nodeColumns,
  noFilters,
  type Order,
  type Placed,
  type Sorting,
  sizes,
  tieColumns,
  type View,
} from "./view.ts";

/**
 * A view as text that fits in an address: short keys, defaults left out, positions as whole ten-thousandths,
 * deflated, in URL-safe base 64. `read(await write(view))` equals the view.
 */
export async function write(view: View): Promise<string> {
  return base64(
    await piped(new TextEncoder().encode(JSON.stringify(packed(view))), new CompressionStream("deflate-raw")),
  );
}

/** The view behind a text; throws where the text is not one of ours, whatever it is. */
export async function read(text: string): Promise<View> {
  try {
    const bytes = await piped(unbase64(text), new DecompressionStream("deflate-raw"));
    return unpacked(JSON.parse(new TextDecoder().decode(bytes)));
  } catch (cause) {
    throw new Error("The address holds no view of this program: it was cut or changed on the way.", { cause });
  }
}

type Packed = [version: 1, nodes: unknown[], rest: Record<string, unknown>];

export function packed(view: View): Packed {
  const reasons: string[] = [];
  const reason = (by: string): number => {
    if (!reasons.includes(by)) reasons.push(by);
    return reasons.indexOf(by);
  };
  const nodes = Object.entries(view.nodes).map(([id, { x, y, pinned, by }]) => [
    id,
    Math.round(x * 10_000),
    Math.round(y * 10_000),
    pinned ? 1 : 0,
    ...by.map(reason),
  ]);
  const { filters, selection, camera } = view;
  const rest: Record<string, unknown> = { r: reasons };
  if (view.hidden.length > 0) rest.h = view.hidden;
  if (selection.nodes.length > 0) rest.s = selection.nodes;
  if (selection.edge !== undefined) rest.e = selection.edge;
  if (selection.article !== undefined) rest.a = selection.article;
  if (selection.claim !== undefined) rest.q = selection.claim;
  const kept = Object.entries(filters).filter(([key, value]) => !same(value, noFilters[key as keyof typeof noFilters]));
  if (kept.length > 0) rest.f = Object.fromEntries(kept);
  if (view.names !== emptyView.names) rest.n = view.names;
  if (view.layout !== emptyView.layout) rest.l = layouts.indexOf(view.layout);
  if (view.sizeBy !== emptyView.sizeBy) rest.z = sizes.indexOf(view.sizeBy);
  if (view.groupBy !== emptyView.groupBy) rest.g = groups.indexOf(view.groupBy);
  if (view.mode !== emptyView.mode) rest.m = modes.indexOf(view.mode);
  const { ties, nodes: list } = view.order;
  if (!same(view.order, emptyView.order)) rest.o = [packedSorting(tieColumns, ties), packedSorting(nodeColumns, list)];
  if (!same(camera, emptyView.camera)) rest.c = [camera.x, camera.y, camera.ratio];
  return [1, nodes, rest];
}

export function unpacked(value: unknown): View {
  if (!Array.isArray(value) || value[0] !== 1 || !Array.isArray(value[1])) throw new Error("not a packed view");
  const [, list, rest] = value as Packed;
  const reasons = texts(rest.r);
  const nodes: Record<string, Placed> = {};
  for (const each of list) {
    const [id, x, y, pinned, ...by] = each as [string, number, number, number, ...number[]];
    if (typeof id !== "string" || !Number.isFinite(x) || !Number.isFinite(y)) throw new Error("not a packed node");
    nodes[id] = {
      x: x / 10_000,
      y: y / 10_000,
      ...(pinned ? { pinned: true as const } : {}),
      by: by.map((index) => reasons[index] ?? "start"),
    };
  }
  const filters = readFilters(rest.f);
  const camera = Array.isArray(rest.c) ? rest.c.map(Number) : [];
  return {
    nodes,
    hidden: texts(rest.h),
    selection: {
      nodes: texts(rest.s),
      ...(typeof rest.e === "string" ? { edge: rest.e } : {}),
      ...(typeof rest.a === "string" ? { article: rest.a } : {}),
      ...(typeof rest.q === "string" ? { claim: rest.q } : {}),
    },
    filters,
    names: typeof rest.n === "string" ? rest.n : emptyView.names,
    layout: layouts[Number(rest.l ?? 0)] ?? emptyView.layout,
    sizeBy: sizes[Number(rest.z ?? 0)] ?? emptyView.sizeBy,
    groupBy: groups[Number(rest.g ?? 0)] ?? emptyView.groupBy,
    mode: modes[Number(rest.m ?? 0)] ?? emptyView.mode,
    order: readOrder(rest.o),
    camera: camera.length === 3 ? { x: camera[0]!, y: camera[1]!, ratio: camera[2]! } : emptyView.camera,
  };
}

/** The number of the column from one on, below zero where the largest comes first. */
function packedSorting<Column>(columns: readonly Column[], { by, up }: Sorting<Column>): number {
  return (columns.indexOf(by) + 1) * (up ? 1 : -1);
}

function readOrder(value: unknown): Order {
  const [ties, nodes] = Array.isArray(value) ? value.map(Number) : [];
  return {
    ties: readSorting(tieColumns, ties) ?? emptyView.order.ties,
    nodes: readSorting(nodeColumns, nodes) ?? emptyView.order.nodes,
  };
}

function readSorting<Column>(columns: readonly Column[], packed = 0): Sorting<Column> | undefined {
  const by = columns[Math.abs(packed) - 1];
  return by === undefined ? undefined : { by, up: packed > 0 };
}

function readFilters(value: unknown): Filters {
  const given: Record<string, unknown> = value && typeof value === "object" ? { ...value } : {};
  const time: Record<string, unknown> = given.time && typeof given.time === "object" ? { ...given.time } : {};
  const sources = Number(given.sources ?? 1);
  return {
    types: texts(given.types),
    nodeTypes: texts(given.nodeTypes),
    stances: texts(given.stances),
    sources: Math.max(1, sources || 1),
    langs: texts(given.langs),
    outlets: texts(given.outlets),
    speakers: texts(given.speakers),
    time: {
      clock: time.clock === "event" ? "event" : "report",
      ...(typeof time.from === "string" ? { from: time.from } : {}),
      ...(typeof time.to === "string" ? { to: time.to } : {}),
    },
  };
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
}

function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

async function piped(
  bytes: Uint8Array<ArrayBuffer>,
  through: CompressionStream | DecompressionStream,
): Promise<Uint8Array> {
  const stream = new Blob([bytes]).stream().pipeThrough(through);
  return new Uint8Array(await new Response(stream).arrayBuffer());
}

function base64(bytes: Uint8Array): string {
  let binary = "";
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

function unbase64(text: string): Uint8Array<ArrayBuffer> {
  const binary = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(binary, (character) => character.charCodeAt(0));
}
