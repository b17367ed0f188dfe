/** Cypher as a tree, as far as the built-in store runs it. Offsets are UTF-16 code units into the query. */
export interface At {
  start: number;
  end: number;
}

export type Expression = At &
  (
    | { is: "literal"; value: null | boolean | number | string; float: boolean }
    | { is: "brackets"; of: Expression }
    | { is: "parameter"; name: string }
    | { is: "variable"; name: string }
    | { is: "property"; of: Expression; key: string }
    | { is: "index"; of: Expression; index: Expression }
    | { is: "slice"; of: Expression; from?: Expression; to?: Expression }
    | { is: "call"; name: string; distinct: boolean; star: boolean; inputs: Expression[] }
    | { is: "list"; items: Expression[] }
    | { is: "map"; entries: MapEntry[] }
    | { is: "projection"; of: Expression; entries: MapEntry[] }
    | { is: "comprehension"; variable: string; list: Expression; where?: Expression; each?: Expression }
    | { is: "patternList"; path: Path; where?: Expression; each: Expression }
    | { is: "quantifier"; which: Quantifier; variable: string; list: Expression; where: Expression }
    | { is: "reduce"; accumulator: string; first: Expression; variable: string; list: Expression; each: Expression }
    | { is: "case"; subject?: Expression; branches: { when: Expression; result: Expression }[]; otherwise?: Expression }
    | { is: "unary"; operator: "NOT" | "+" | "-"; of: Expression }
    | { is: "binary"; operator: string; left: Expression; right: Expression }
    | { is: "comparison"; operators: string[]; operands: Expression[] }
    | { is: "isNull"; of: Expression; not: boolean }
    | { is: "hasLabels"; of: Expression; labels: string[] }
    | { is: "pattern"; path: Path }
    | { is: "exists" | "count"; paths: Path[]; where?: Expression }
  );
export type Quantifier = "any" | "all" | "none" | "single";
/** `value` is absent in `.key` and `.*` of a projection. */
export interface MapEntry {
  key: string;
  value?: Expression;
}

export interface Path extends At {
  variable?: string;
  shortest?: "shortestPath" | "allShortestPaths";
  items: (NodePattern | EdgePattern)[];
}
export interface NodePattern extends At {
  is: "node";
  variable?: string;
  labels: string[];
  properties?: Expression;
}
export interface EdgePattern extends At {
  is: "edge";
  variable?: string;
  types: string[];
  hops?: { min?: number; max?: number };
  properties?: Expression;
}

export type Clause = At &
  (
    | { is: "match"; optional: boolean; paths: Path[]; where?: Expression }
    | { is: "unwind"; list: Expression; variable: string }
    | ({ is: "with" | "return" } & Projection)
    | {
        is: "procedure";
        name: string;
        inputs: Expression[];
        yields?: { name: string; alias: string }[];
        where?: Expression;
      }
    | { is: "subquery"; imports?: string[]; query: Query }
    | { is: "create"; paths: Path[] }
    | { is: "merge"; path: Path; onCreate: Change[]; onMatch: Change[] }
    | { is: "set" | "remove"; changes: Change[] }
    | { is: "delete"; values: Expression[] }
    | { is: "foreach"; variable: string; list: Expression; clauses: Clause[] }
  );
/** The expressions of one kind. */
export type Of<Is extends Expression["is"]> = Extract<Expression, { is: Is }>;

export interface Projection {
  distinct: boolean;
  star?: At;
  items: { value: Expression; alias?: string }[];
  order: Expression[];
  skip?: Expression;
  limit?: Expression;
  where?: Expression;
}
/** `n.key = value`, `n = value`, `n += value`, `n:Label`. */
export interface Change {
  target: Expression;
  value?: Expression;
}

export interface Query extends At {
  /** The parts between UNION and UNION ALL. */
  parts: Clause[][];
}
