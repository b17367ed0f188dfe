import type { Plan } from "neo4j-driver";
import { reason } from "../../model/problem.ts";
import { readingProcedures } from "./guard.ts";
import { QueryRefused } from "./store.ts";

/**
 * Steps of Neo4j's plans that only read (Cypher manual, "Operators in detail"). What is not named here does not run: a new
 * way to write, or LoadCSV, is refused before anyone has thought of it.
 */
const reading = new Set(
  `Aggregation EagerAggregation OrderedAggregation Distinct OrderedDistinct Limit ExhaustiveLimit Skip Sort PartialSort Top PartialTop Top1WithTies
  Filter Projection CacheProperties PreserveOrder Argument ArgumentTracker Input Eager EmptyResult EmptyRow ErrorPlan ProduceResults Optional Unwind PartitionedUnwind
  Expand OptionalExpand VarLengthExpand BFSPruningVarLengthExpand PathPropagatingBFS ShortestPath StatefulShortestPath ProjectEndpoints Repeat BidirectionalRepeat Trail
  Apply SemiApply AntiSemiApply LetSemiApply LetAntiSemiApply SelectOrSemiApply SelectOrAntiSemiApply LetSelectOrSemiApply LetSelectOrAntiSemiApply ConditionalApply
  AntiConditionalApply RollUpApply Anti NestedPlanExpression CartesianProduct Union OrderedUnion TriadicBuild TriadicFilter TriadicSelection`.split(
    /\s+/,
  ),
);
/** Ways to find nodes and edges, and to join what was found: they come in some sixty kinds and all of them read. */
const finding = /^[A-Za-z]+(Scan|Seek|SeekByRange|FromCountStore|HashJoin)$/;

/** Rejects with QueryRefused unless every step of the plan only reads. `queryType` is the server's own word: r, rw, w or s. */
export function refusePlan(plan: Plan, queryType: string): void {
  if (queryType !== "r")
    throw new QueryRefused(
      "Only reading is allowed here; this query writes or changes the schema.",
      reason("query.writes"),
    );
  for (const { operatorType, arguments: details } of steps(plan)) {
    const operator = operatorType.replace(/@.*$/, "").replace(/\(.*$/, "");
    if (operator === "ProcedureCall") refuseProcedure(String(details.Details ?? ""));
    else if (!reading.has(operator) && !finding.test(operator)) {
      const because = reason("query.step", { name: operator });
      throw new QueryRefused(`Only reading is allowed here; the step ${operator} is not allowed.`, because);
    }
  }
}

function refuseProcedure(details: string): void {
  const name = details.split("(")[0]?.trim() ?? "";
  if (!readingProcedures.has(name)) {
    throw new QueryRefused(
      `The procedure ${name} may not be called here; these may: ${[...readingProcedures].join(", ")}.`,
      reason("query.procedure", { name }),
    );
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
