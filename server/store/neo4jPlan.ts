import type { Plan } from "neo4j-driver";
import { QueryRefused } from "./store.ts";

/**
 * Operators of Neo4j's plans that only read (Cypher manual, "Operators in detail"). What is not named here does not run:
 * a new way to write, or LoadCSV, is refused before anyone has thought of it.
 */
const reading = new Set(
  `Aggregation AllNodesScan AntiConditionalApply AntiSemiApply Anti Apply Argument ArgumentTracker AssertSameNode AssertSameRelationship AssertingMultiNodeIndexSeek
  AssertingMultiRelationshipIndexSeek BFSPruningVarLengthExpand BidirectionalTraversal CacheProperties CartesianProduct ConditionalApply DirectedAllRelationshipsScan
  DirectedRelationshipByElementIdSeek DirectedRelationshipByIdSeek DirectedRelationshipIndexContainsScan DirectedRelationshipIndexEndsWithScan DirectedRelationshipIndexScan
  DirectedRelationshipIndexSeek DirectedRelationshipIndexSeekByRange DirectedRelationshipTypeScan DirectedUnionRelationshipTypesScan DirectedRelationshipUniqueIndexSeek
  Distinct Eager EmptyResult EmptyRow ErrorPlan Expand ExhaustiveLimit Filter Input IntersectionNodeByLabelsScan LeftOuterHashJoin LetAntiSemiApply LetSelectOrAntiSemiApply
  LetSelectOrSemiApply LetSemiApply Limit MultiNodeIndexSeek NestedPlanExpression NodeByElementIdSeek NodeByIdSeek NodeByLabelScan NodeCountFromCountStore NodeHashJoin
  NodeIndexContainsScan NodeIndexEndsWithScan NodeIndexScan NodeIndexSeek NodeIndexSeekByRange NodeUniqueIndexSeek NodeUniqueIndexSeekByRange OptionalExpand Optional
  OrderedAggregation OrderedDistinct OrderedUnion PartialSort PartialTop PartitionedAllNodesScan PartitionedNodeByLabelScan PartitionedNodeIndexScan PartitionedNodeIndexSeek
  PartitionedUnwind PathPropagatingBFS PreserveOrder ProduceResults ProjectEndpoints Projection PruningVarLengthExpand Repeat RelationshipCountFromCountStore RightOuterHashJoin
  RollUpApply RunQueryAt SelectOrAntiSemiApply SelectOrSemiApply SemiApply ShortestPath SimulatedExpand SimulatedFilter SimulatedNodeScan Skip Sort StatefulShortestPath
  SubqueryForeach SubtractionNodeByLabelsScan Top TopLevel Top1WithTies TransactionApply Trail TriadicBuild TriadicFilter TriadicSelection UndirectedAllRelationshipsScan
  UndirectedRelationshipByElementIdSeek UndirectedRelationshipByIdSeek UndirectedRelationshipIndexContainsScan UndirectedRelationshipIndexEndsWithScan
  UndirectedRelationshipIndexScan UndirectedRelationshipIndexSeek UndirectedRelationshipIndexSeekByRange UndirectedRelationshipTypeScan UndirectedUnionRelationshipTypesScan
  UndirectedRelationshipUniqueIndexSeek Union UnionNodeByLabelsScan Unwind ValueHashJoin VarLengthExpand`.split(/\s+/),
);
for (const unsafe of ["RunQueryAt", "SubqueryForeach", "TransactionApply"]) reading.delete(unsafe);

/** Procedures that tell about the data and touch nothing else. */
const procedures = [
  "db.labels",
  "db.relationshipTypes",
  "db.propertyKeys",
  "db.schema.visualization",
  "db.schema.nodeTypeProperties",
  "db.schema.relTypeProperties",
  "db.index.fulltext.queryNodes",
  "db.index.fulltext.queryRelationships",
];

/** Rejects with QueryRefused unless every step of the plan only reads. `queryType` is the server's own word: r, rw, w or s. */
export function refusePlan(plan: Plan, queryType: string): void {
  if (queryType !== "r")
    throw new QueryRefused("Only reading is allowed here; this query writes or changes the schema.");
  for (const { operatorType, arguments: details } of steps(plan)) {
    const operator = operatorType.replace(/@.*$/, "").replace(/\(.*$/, "");
    if (operator === "ProcedureCall") refuseProcedure(String(details.Details ?? ""));
    else if (!reading.has(operator))
      throw new QueryRefused(`Only reading is allowed here; the step ${operator} is not allowed.`);
  }
}

function refuseProcedure(details: string): void {
  const name = details.split("(")[0]?.trim() ?? "";
  if (!procedures.includes(name)) {
    throw new QueryRefused(`The procedure ${name} may not be called here; these may: ${procedures.join(", ")}.`);
  }
}

/** The plan as indented lines, the last step first, as the server tells it. */
export function writtenPlan(plan: Plan, depth = 0): string {
  const details = plan.arguments.Details ? ` ${plan.arguments.Details}` : "";
  const rows =
    plan.arguments.EstimatedRows === undefined
      ? ""
      : ` (about ${Math.round(Number(plan.arguments.EstimatedRows))} rows)`;
  const line = `${"  ".repeat(depth)}${plan.operatorType.replace(/@.*$/, "")}${details}${rows}`;
  return [line, ...plan.children.map((child) => writtenPlan(child, depth + 1))].join("\n");
}

function steps(plan: Plan): Plan[] {
  return [plan, ...plan.children.flatMap(steps)];
}
