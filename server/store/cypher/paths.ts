import type { Check, Scope } from "./check.ts";
import { equality } from "./conditions.ts";
import { trustedFacts } from "./facts.ts";
import { kind, of, orNull, type Type, trusted } from "./kinds.ts";
import type { EdgePattern, Expression, NodePattern, Path } from "./syntax.ts";
import { typeOf } from "./types.ts";

/** Checks a pattern and puts its variables into scope. */
export function checkPath(check: Check, path: Path, scope: Scope, optional: boolean, writes = false): void {
  for (const item of path.items) {
    if (item.is === "edge") checkTypes(check, item);
    const type = item.is === "node" ? nodeType(item, scope) : edgeType(item);
    if (item.variable && !scope.has(item.variable)) scope.set(item.variable, optional ? orNull(type) : type);
    if (item.properties) checkProperties(check, item, scope, writes);
  }
  if (path.shortest) checkShortest(check, path);
  if (!path.variable) return;
  if (path.items.length === 1) {
    check.refuse("a path of one node is not available in the built-in store: use the node itself", path);
  }
  scope.set(path.variable, of(kind.path | (optional ? kind.null : 0)));
}

/** The engine counts a loop twice where its edge is known already and the pattern has no direction. */
export function refuseBoundEdges(check: Check, path: Path, scope: Scope): void {
  for (const item of path.items) {
    if (item.is !== "edge" || !item.variable || !scope.has(item.variable)) continue;
    const { variable } = item;
    check.refuse(
      `an edge that is bound already cannot stand in COUNT { } in the built-in store: write \`startNode(${variable}) = a AND endNode(${variable}) = b\``,
      item,
    );
  }
}

function nodeType({ variable, labels }: NodePattern, scope: Scope): Type {
  const known = variable ? scope.get(variable) : undefined;
  return of(kind.node, { owners: [...(known?.owners ?? []), ...labels] });
}

function edgeType({ types, hops }: EdgePattern): Type {
  const one = of(kind.edge, { owners: types });
  return hops ? of(kind.list, { item: one }) : one;
}

/** `{key: value}` in a pattern asks for equality. */
function checkProperties(check: Check, item: NodePattern | EdgePattern, scope: Scope, writes: boolean): void {
  const { properties } = item;
  if (properties?.is === "parameter" && writes) {
    const name = item.variable ?? "n";
    check.refuse(
      `all properties from one parameter are not available here in the built-in store: write \`SET ${name} = $${properties.name}\` after it`,
      properties,
    );
  }
  if (properties?.is !== "map") check.refuse("the properties of a pattern are written out: {key: value}", item);
  const owners = item.is === "node" ? nodeType(item, scope).owners : item.types;
  for (const { key, value } of properties.entries) {
    refuseReserved(check, key, item);
    const type = typeOf(check, value as Expression, scope);
    if (writes) continue;
    if (type.kinds === kind.null) {
      check.refuse(`nothing is equal to null: write \`WHERE n.${key} IS NULL\` if that is what is meant`, item);
    }
    equality(check, propertyType(check, item.is, owners ?? [], key), type, value as Expression);
  }
}

/** A property's type; the graph is asked about it only when something depends on it. */
export function propertyType(check: Check, of: "node" | "edge", owners: string[], key: string): Type {
  const { facts } = check;
  if (facts === trustedFacts) return trusted;
  let found: Type | undefined;
  const asked = () => {
    found ??= facts.property(of, owners, key);
    return found;
  };
  return {
    get kinds() {
      return asked().kinds | kind.null;
    },
    get item() {
      return asked().item;
    },
    from: { of, owners, key },
  };
}

/** The engine's rows use these names for what it knows of a node or edge itself. */
export function refuseReserved(check: Check, key: string, at: { start: number; end: number }): void {
  if (["_id", "_labels", "_type", "_source", "_target"].includes(key)) {
    check.refuse(`a property may not be called ${key} in the built-in store`, at);
  }
}

/** The engine finds edges by their type in any case of letters, Neo4j only as it is written. */
function checkTypes(check: Check, edge: EdgePattern): void {
  const { edgeTypes } = check.facts;
  if (!edgeTypes) return;
  for (const type of edge.types) {
    const other = [...edgeTypes].find((each) => each !== type && each.toLowerCase() === type.toLowerCase());
    if (other) check.refuse(`there is an edge type ${other}; ${type} differs from it in its capitals only`, edge);
  }
}

function checkShortest(check: Check, path: Path): void {
  const [from, edge, to] = path.items;
  if (path.items.length !== 3 || edge?.is !== "edge") {
    check.refuse(`${path.shortest} takes one edge pattern between two nodes`, path);
  }
  if (from?.variable && from.variable === to?.variable) {
    check.refuse("a shortest path needs two nodes that differ", path);
  }
}
