import { CalendarRange, PanelLeftClose, PanelLeftOpen, SquareTerminal, Table2, Waypoints, X } from "lucide-react";
import { lazy, type ReactNode, Suspense } from "react";
import { useConsole } from "./features/console/open.ts";
import { Evidence } from "./features/evidence/evidence.tsx";
import { FiltersButton } from "./features/filters/button.tsx";
import { useHover } from "./features/hover/open.ts";
import { Legend } from "./features/legend/legend.tsx";
import { useMenu } from "./features/menu/open.ts";
import { Chosen } from "./features/node/chosen.tsx";
import { NodePanel } from "./features/node/node.tsx";
import { Empty } from "./features/notices/empty.tsx";
import { Notices } from "./features/notices/notices.tsx";
import { focusStage } from "./features/stage/focus.ts";
import { softwareLimit } from "./features/stage/lite.ts";
import { Tools } from "./features/stage/tools.tsx";
import { Chips } from "./features/trail/chips.tsx";
import { Trail } from "./features/trail/trail.tsx";
import { select } from "./graph/commands.ts";
import { useMessages } from "./language.ts";
import { useSeen } from "./picture.ts";
import { usePreferences } from "./preferences.ts";
import { useSession } from "./session.ts";
import { IconButton, Skeleton } from "./ui/controls.tsx";

const Menu = lazy(() => import("./features/menu/menu.tsx"));
const Table = lazy(() => import("./features/table/table.tsx"));
const Timeline = lazy(() => import("./features/timeline/timeline.tsx"));
const Article = lazy(async () => ({ default: (await import("./features/article/article.tsx")).Article }));
const HoverCard = lazy(async () => ({ default: (await import("./features/hover/hover.tsx")).HoverCard }));
const Stage = lazy(async () => ({ default: (await import("./features/stage/stage.tsx")).Stage }));

/** How one got here, which filters hold, and what the graph is shown as. */
export function Strip(): ReactNode {
  const t = useMessages();
  return (
    <section className="strip" aria-label={t("page.strip")}>
      <Trail />
      <Chips />
      <FiltersButton />
      <Modes />
    </section>
  );
}

/** The picture or the table, and what lies over it. Under the front page nobody reaches it. */
export function View({ inert = false, embedded = false }: { inert?: boolean; embedded?: boolean }): ReactNode {
  const isGraph = useSession((session) => session.drawable && session.view.mode === "graph");
  const isTable = !isGraph && !embedded;
  return (
    <div className="view" inert={inert}>
      <Suspense key={isTable ? "table" : "stage"} fallback={isTable ? null : <div className="stage" />}>
        {isTable ? <Table /> : <Stage />}
      </Suspense>
      {!embedded && <Tools drawn={!isTable} />}
      <LegendPanel />
      <Empty />
      <Notices />
      <Summary />
    </div>
  );
}

/** What was chosen: an article, an edge's evidence, or a node; several nodes are listed. */
export function Panel(): ReactNode {
  const t = useMessages();
  const { nodes, edge, article, claim } = useSession((session) => session.view.selection);
  const take = useSession((session) => session.take);
  const node = nodes.at(-1);
  if (!edge && !node && !article) return null;
  const close = (): void => {
    take({ name: "select" }, (view) => select(view, { nodes: [] }));
    focusStage();
  };
  return (
    <aside className="panel" aria-label={t("panel.label")} tabIndex={-1}>
      <div className="panel-top">
        {nodes.length > 1 && <p className="small">{t("count.nodes", { count: nodes.length })}</p>}
        <IconButton label={t("panel.close")} className="panel-close" onClick={close}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="panel-body">
        {nodes.length > 1 && !article && !edge && <Chosen nodes={nodes} />}
        {article ? (
          <Suspense fallback={<Skeleton lines={8} />}>
            <Article key={article} id={article} claim={claim} />
          </Suspense>
        ) : edge ? (
          <Evidence key={edge} edge={edge} />
        ) : (
          node && <NodePanel key={node} id={node} />
        )}
      </div>
    </aside>
  );
}

export function TimelineRow(): ReactNode {
  const open = usePreferences((preferences) => preferences.timeline);
  const isEmpty = useSession((session) => Object.keys(session.view.nodes).length === 0);
  if (!open || isEmpty) return <div />;
  return (
    <Suspense fallback={<div className="timeline" />}>
      <Timeline />
    </Suspense>
  );
}

/** What comes beside the pointer: a menu that is asked for, a card that is not. */
export function Floating(): ReactNode {
  return (
    <>
      <MenuOnDemand />
      <HoverOnDemand />
    </>
  );
}

/** The menu and what it stands on are fetched with its first opening. */
function MenuOnDemand(): ReactNode {
  const wanted = useMenu((menu) => menu.open || menu.about !== undefined);
  return wanted ? (
    <Suspense fallback={null}>
      <Menu />
    </Suspense>
  ) : null;
}

/** What is said beside the pointer is fetched with the first thing it rests on. */
function HoverOnDemand(): ReactNode {
  const id = useHover((hover) => hover.id);
  return id ? (
    <Suspense fallback={null}>
      <HoverCard />
    </Suspense>
  ) : null;
}

/** The same graph as a picture or as a table. */
function Modes(): ReactNode {
  const t = useMessages();
  // Where nothing can be drawn, it is the table that is shown, whatever the view says.
  const isGraph = useSession((session) => session.drawable && session.view.mode === "graph");
  const take = useSession((session) => session.take);
  const { timeline, toggle } = usePreferences();
  const asking = useConsole((state) => state.open);
  const set = (to: "graph" | "table"): void => take({ name: "mode", about: [to] }, (view) => ({ ...view, mode: to }));
  return (
    <fieldset className="modes">
      <legend className="unseen">{t("mode.label")}</legend>
      <button type="button" aria-pressed={isGraph} onClick={() => set("graph")}>
        <Waypoints size={15} aria-hidden="true" /> <span>{t("mode.graph")}</span>
      </button>
      <button type="button" aria-pressed={!isGraph} onClick={() => isGraph && set("table")}>
        <Table2 size={15} aria-hidden="true" /> <span>{t("mode.table")}</span>
      </button>
      <button
        type="button"
        id="console-toggle"
        aria-pressed={asking}
        onClick={() => useConsole.setState(({ open }) => ({ open: !open }))}
      >
        <SquareTerminal size={15} aria-hidden="true" /> <span>{t("mode.console")}</span>
      </button>
      <button type="button" aria-pressed={timeline} onClick={() => toggle("timeline")}>
        <CalendarRange size={15} aria-hidden="true" /> <span>{t("mode.time")}</span>
      </button>
    </fieldset>
  );
}

function LegendPanel(): ReactNode {
  const t = useMessages();
  const { legend, toggle } = usePreferences();
  return (
    <section className={legend ? "legend" : "legend shut"} aria-label={t("legend.title")}>
      <button type="button" className="legend-toggle" aria-expanded={legend} onClick={() => toggle("legend")}>
        {legend ? <PanelLeftClose size={16} aria-hidden="true" /> : <PanelLeftOpen size={16} aria-hidden="true" />}
        {t("legend.title")}
      </button>
      {legend && <Legend />}
    </section>
  );
}

/** How much is seen, told aloud when it changes. */
function Summary(): ReactNode {
  const t = useMessages();
  const { nodes, edges, all } = useSeen();
  const mode = useSession((session) => session.view.mode);
  const coming = useSession((session) => session.coming > 0);
  const software = useSession((session) => session.software);
  if (nodes.length === 0) return null;
  return (
    <p className="summary" role="status" aria-busy={coming}>
      {t("count.nodes", { count: nodes.length })} · {t("count.ties", { count: edges.length })}
      {edges.length < all.length && <> {t("page.of", { count: all.length })}</>}
      {coming && <> · {t("page.coming")}</>}
      {mode === "graph" && software && (
        <>
          {nodes.length > softwareLimit.nodes && <> · {t("page.lite", { count: softwareLimit.nodes })}</>}
          {edges.length > softwareLimit.edges && <> · {t("page.liteTies", { count: softwareLimit.edges })}</>}
        </>
      )}
    </p>
  );
}
