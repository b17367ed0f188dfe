import type { z } from "zod";
import type { ArticleSummary, CypherEdge, CypherNode, EdgeView, NodeView, Stance } from "../../model/api.ts";

type Node = z.infer<typeof CypherNode>;
type Edge = z.infer<typeof CypherEdge>;

/**
 * What a store answered, as a node. The store has made it itself and says so by `kind`: to look through each of a page's
 * nodes and edges once more takes a tenth of the time of an answer.
 */
export function asNode(value: unknown): Node {
  if (!isOfKind<Node>(value, "node")) throw new Error("the store was asked for a node and answered something else");
  return value;
}

/** What a store answered, as an edge; see `asNode`. */
export function asEdge(value: unknown): Edge {
  if (!isOfKind<Edge>(value, "edge")) throw new Error("the store was asked for an edge and answered something else");
  return value;
}

function isOfKind<Of extends Node | Edge>(value: unknown, kind: Of["kind"]): value is Of {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === kind;
}

/** A node of the store as the API shows it; one that is none of ours keeps its labels and gets its best name. */
export function nodeView({ id, labels, properties }: Node): NodeView {
  const { type, name, aliases, degree, candidate } = properties;
  const own = labels.filter((label) => label !== "Entity");
  // In a foreign database a property of this name may say anything: only a label can be a node's type.
  const main = own.find((label) => label === type) ?? own[0] ?? "Entity";
  const names: NodeView["names"] = { en: id };
  for (const key in properties) {
    const value = properties[key];
    if (key.startsWith("name_") && typeof value === "string") names[key.slice("name_".length)] = value;
  }
  names.en = text(properties.name_en) ?? text(name) ?? text(properties.title) ?? id;
  const view: NodeView = {
    id,
    type: main,
    labels: own.length < 2 ? [main] : [main, ...own.filter((label) => label !== main).sort()],
    names,
    aliases: texts(aliases),
    degree: typeof degree === "number" ? degree : 0,
  };
  if (candidate === true) view.candidate = candidate;
  return view;
}

/** An edge of the store as the API shows it; one that is no aggregate has no claims. */
export function edgeView({ id, type, from, to, properties: p }: Edge): EdgeView {
  return {
    id,
    type,
    from,
    to,
    claims: Number(p.claims ?? 0),
    sources: Number(p.sources ?? 0),
    stance: (text(p.stance) ?? "asserted") as Stance,
    what: text(p.what),
    first: text(p.first),
    last: text(p.last),
    confidence: typeof p.confidence === "number" && p.confidence >= 0 && p.confidence <= 1 ? p.confidence : undefined,
    langs: texts(p.langs),
    outlets: texts(p.outlets),
    speakers: texts(p.speakers),
    eventDates: texts(p.eventDates),
    reportDates: texts(p.reportDates),
  };
}

/**
 * What `edgeColumns` answered, as the API shows it. For many edges at once: the values of a whole edge come out of the
 * built-in store one by one and twice as slowly.
 */
export function edgeRow(row: Record<string, unknown>): EdgeView {
  const [from, to, type] = [String(row.from), String(row.to), String(row.type)];
  return edgeView({ kind: "edge", id: text(row.id) ?? `${from} ${type} ${to}`, type, from, to, properties: row });
}

const edgeKeys = [
  ...["id", "claims", "sources", "stance", "what", "first", "last", "confidence"],
  ...["langs", "outlets", "speakers", "eventDates", "reportDates"],
];

/** Columns for `edgeRow` of an edge `r` from `n` to `m`. */
export const edgeColumns = [
  "n.id AS from, m.id AS to, type(r) AS type",
  ...edgeKeys.map((key) => `r.${key} AS ${key}`),
].join(", ");

/** What `articleColumns` answered, as the API shows it. */
export function articleSummary(row: Record<string, unknown>): ArticleSummary {
  return {
    id: String(row.id),
    ...{ title: text(row.title), outlet: text(row.outlet), url: text(row.url), published: text(row.published) },
    ...{ lang: text(row.lang) ?? "", agency: text(row.agency), origin: text(row.origin) ?? String(row.id) },
    claims: Number(row.claims ?? 0),
  };
}

/** Columns for `articleSummary` of an article `a`, as one map: its text stays in the store. */
export const articleColumns =
  "a {.id, .title, .outlet, .url, .published, .lang, .agency, .origin, claims: COUNT { (a)<-[:STATED_IN]-(:Claim) }}";

export function text(value: unknown): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

function texts(value: unknown): string[] {
  if (!Array.isArray(value)) return [];
  // Nearly all are: a page of edges has hundreds of lists, which need no copies.
  return value.every(isText) ? value : value.filter(isText);
}

function isText(value: unknown): value is string {
  return typeof value === "string";
}
