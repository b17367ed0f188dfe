import type { ReactNode } from "react";
import { date, useMessages } from "../../language.ts";
import { useMore, useTies } from "../../picture.ts";
import { library } from "../../session.ts";
import { NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { EdgeSample, NodeSample } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { useHover } from "./open.ts";

/** A few words beside the pointer. What they say is in the panel too; nobody needs a pointer to read it. */
export function HoverCard(): ReactNode {
  const { id, point } = useHover();
  if (!id) return null;
  // Beside the pointer where there is room; on a narrow page as near to that as the page is wide.
  const across = point.x > innerWidth - 320 ? `max(8px, calc(${point.x - 14}px - 100%))` : `${point.x + 16}px`;
  const place = `translate(${across}, ${Math.min(point.y + 14, innerHeight - 110)}px)`;
  return (
    <div className="hover-card" style={{ transform: place }} aria-hidden="true">
      {library.edges.has(id) ? <EdgeCard id={id} /> : <NodeCard id={id} />}
    </div>
  );
}

function EdgeCard({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const edge = library.edges.get(id);
  if (!edge) return null;
  return (
    <>
      <p className="hover-tie">
        <TieWords {...edge} />
      </p>
      <p className="small kicker">
        <EdgeSample type={edge.type} stance={edge.stance} /> {t(`stance.${edge.stance}`)}
      </p>
      <p className="small">
        {t("count.claims", { count: edge.claims })} · {t("count.sources", { count: edge.sources })}
        {edge.last && <> · {date(edge.last)}</>}
      </p>
    </>
  );
}

function NodeCard({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const ties = useTies();
  const outside = useMore();
  const node = library.nodes.get(id);
  if (!node) return null;
  const more = outside(id);
  return (
    <>
      <p>
        <strong>
          <NodeName node={node} />
        </strong>
      </p>
      <p className="small kicker">
        <NodeSample type={node.type} /> {nodeTypeLabel(node.type)} · {t("count.ties", { count: ties.get(id) ?? 0 })}
        {more > 0 && <> · {t("hover.more", { count: more })}</>}
      </p>
    </>
  );
}
