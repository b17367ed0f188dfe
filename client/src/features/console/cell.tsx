import { Fragment, type ReactNode } from "react";
import { bring } from "../../explore.ts";
import { select } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { number } from "../../language.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel } from "../../ui/names.tsx";
import { EdgeSample, NodeSample } from "../../ui/samples.tsx";
import { type EdgeValue, kindOf, type NodeValue, type PathValue } from "./value.ts";

/** One value of an answer. Nodes and edges lead into the picture. */
export function Cell({ value }: { value: unknown }): ReactNode {
  switch (kindOf(value)) {
    case "node":
      return <Node node={value as NodeValue} />;
    case "edge":
      return <Edge edge={value as EdgeValue} />;
    case "path":
      return <Path path={value as PathValue} />;
    case "list":
      return (value as unknown[]).slice(0, 20).map((each, index) => (
        <Fragment key={index}>
          {index > 0 && <span className="comma">, </span>}
          <Cell value={each} />
        </Fragment>
      ));
    case "map":
      return <code>{JSON.stringify(value)}</code>;
    default:
      return <Plain value={value} />;
  }
}

function Plain({ value }: { value: unknown }): ReactNode {
  if (value === null || value === undefined) return <span className="nothing">–</span>;
  if (typeof value === "number") return <span className="figure">{exactly(value)}</span>;
  return <bdi dir="auto">{String(value)}</bdi>;
}

/** A number with all its digits and nothing between them: it may be a year, and is not ours to round. */
function exactly(value: number): string {
  const size = Math.abs(value);
  if (size !== 0 && (size >= 1e21 || size < 1e-6)) return String(value);
  return number(value, undefined, { useGrouping: false, maximumFractionDigits: 20 });
}

function Node({ node: { id, labels, properties } }: { node: NodeValue }): ReactNode {
  const names = useSession((session) => session.view.names);
  const type = library.nodes.get(id)?.type ?? labels.find((label) => label !== "Entity") ?? labels[0] ?? "";
  const given = properties[`name_${names}`] ?? properties.name_en ?? properties.name ?? properties.title ?? id;
  const known = library.nodes.get(id);
  const go = (): void => {
    const { view, take } = useSession.getState();
    if (view.nodes[id]) take({ name: "select", about: [id] }, (now) => select(now, { nodes: [id] }));
    else void bring([id]);
  };
  return (
    <button type="button" className="text-button value-node" onClick={go}>
      <NodeSample type={type} />
      <bdi>{known ? nameOf(known.names, names) : String(given)}</bdi>
    </button>
  );
}

function Edge({ edge: { id, type, from, to } }: { edge: EdgeValue }): ReactNode {
  const isOurs = library.edges.has(id);
  const stance = library.edges.get(id)?.stance;
  const sample = (
    <>
      <EdgeSample type={type} stance={stance} /> {edgeLabel(type)}
    </>
  );
  if (!isOurs) return <span className="value-edge">{sample}</span>;
  const go = async (): Promise<void> => {
    const { view } = useSession.getState();
    if (!view.nodes[from] || !view.nodes[to]) await bring([from, to]);
    useSession.getState().take({ name: "select", about: [id] }, (now) => select(now, { nodes: [], edge: id }));
  };
  return (
    <button type="button" className="text-button value-edge" onClick={() => void go()}>
      {sample}
    </button>
  );
}

function Path({ path: { nodes, edges } }: { path: PathValue }): ReactNode {
  return nodes.map((node, index) => (
    <Fragment key={`${index} ${node.id}`}>
      {index > 0 && edges[index - 1] && <Edge edge={edges[index - 1]!} />}
      <Node node={node} />
    </Fragment>
  ));
}
