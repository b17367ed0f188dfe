import { CalendarRange, PanelLeftClose, PanelLeftOpen, SquareTerminal, Table2, Waypoints, X } from "lucide-react";
import { lazy, type ReactNode, Suspense, useEffect, useState } from "react";
import { useConsole } from "./features/console/open.ts";
import { Evidence } from "./features/evidence/evidence.tsx";
import { FiltersButton } from "./features/filters/button.tsx";
import { useHelp } from "./features/help/open.ts";
import { useHover } from "./features/hover/open.ts";
import { Legend } from "./features/legend/legend.tsx";
import { Masthead } from "./features/masthead/masthead.tsx";
import { useMenu } from "./features/menu/open.ts";
import { NodePanel } from "./features/node/node.tsx";
import { Empty } from "./features/notices/empty.tsx";
import { Notices } from "./features/notices/notices.tsx";
import { focusStage } from "./features/stage/focus.ts";
import { softwareLimit } from "./features/stage/lite.ts";
import { Tools } from "./features/stage/tools.tsx";
import { useStart } from "./features/start/open.ts";
import { Chips } from "./features/trail/chips.tsx";
import { Trail } from "./features/trail/trail.tsx";
import { select } from "./graph/commands.ts";
import { useMessages } from "./language.ts";
import { isEmbedded } from "./location.ts";
import { ConsoleDock, FrontPage, Overlays } from "./overlays.tsx";
import { useSeen } from "./picture.ts";
import { usePreferences } from "./preferences.ts";
import { stage, useSession } from "./session.ts";
import { IconButton, Skeleton } from "./ui/controls.tsx";

const Menu = lazy(() => import("./features/menu/menu.tsx"));
const Table = lazy(() => import("./features/table/table.tsx"));
const Timeline = lazy(() => import("./features/timeline/timeline.tsx"));
const Article = lazy(async () => ({ default: (await import("./features/article/article.tsx")).Article }));
const HoverCard = lazy(async () => ({ default: (await import("./features/hover/hover.tsx")).HoverCard }));
/** The drawing is the largest part of the page, and the front page shows none of it. */
const stageParts = () => import("./features/stage/stage.tsx");
const Stage = lazy(async () => ({ default: (await stageParts()).Stage }));
const Help = lazy(() => import("./features/help/help.tsx"));

/** The page: head, trail, the picture with its legend, and beside it what was chosen. */
export function App(): ReactNode {
  const t = useMessages();
  const mode = useSession((session) => (session.drawable ? session.view.mode : "table"));
  const help = useHelp((state) => state.open);
  const front = useStart((state) => state.open);
  usePageKeys();
  if (isEmbedded) return <Embedded />;
  return (
    <div className={front ? "page front" : "page"}>
      <a className="skip" href="#desk">
        {t("page.skip")}
      </a>
      <Masthead />
      <section className="strip" aria-label={t("page.strip")}>
        <Trail />
        <Chips />
        <FiltersButton />
        <Modes />
      </section>
      <main id="desk" className="desk" tabIndex={-1}>
        <div className="view" inert={front}>
          {mode === "table" ? (
            <Suspense fallback={null}>
              <Table />
            </Suspense>
          ) : (
            <StageWhenSeen front={front} />
          )}
          <Tools drawn={mode !== "table"} />
          <LegendPanel />
          <Empty />
          <Notices />
          <Summary />
        </div>
        {!front && <Panel />}
        <ConsoleDock />
        <FrontPage />
      </main>
      {!front && <TimelineRow />}
      <MenuOnDemand />
      <Overlays />
      <HoverOnDemand />
      {help && (
        <Suspense fallback={null}>
          <Help />
        </Suspense>
      )}
    </div>
  );
}

/** Under the front page the drawing waits for the first sign of somebody, so that it is there when it is wanted. */
function StageWhenSeen({ front }: { front: boolean }): ReactNode {
  const [wanted, setWanted] = useState(!front);
  useEffect(() => {
    const want = (): void => setWanted(true);
    if (wanted) return;
    if (!front) return want();
    const signs = ["pointermove", "pointerdown", "keydown", "scroll"] as const;
    for (const sign of signs) addEventListener(sign, want, { capture: true, once: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, want, { capture: true });
    };
  }, [wanted, front]);
  if (!wanted && front) return null;
  return (
    <Suspense fallback={<div className="stage" />}>
      <Stage />
    </Suspense>
  );
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

/** The menu and what it stands on are fetched with its first opening. */
function MenuOnDemand(): ReactNode {
  const wanted = useMenu((menu) => menu.open || menu.about !== undefined);
  return wanted ? (
    <Suspense fallback={null}>
      <Menu />
    </Suspense>
  ) : null;
}

/** Inside another page: the picture with its legend, and the way to the whole. */
function Embedded(): ReactNode {
  const t = useMessages();
  const whole = new URL(location.href);
  whole.searchParams.delete("embed");
  return (
    <div className="page embed">
      <main className="desk">
        <div className="view">
          <StageWhenSeen front={false} />
          <LegendPanel />
          <Empty />
          <Notices />
          <Summary />
        </div>
      </main>
      <footer className="embed-foot">
        <a href={whole.href} target="_blank" rel="noreferrer">
          {t("share.whole")}
        </a>
      </footer>
    </div>
  );
}

/** The same graph as a picture or as a table. */
function Modes(): ReactNode {
  const t = useMessages();
  // Where nothing can be drawn, it is the table that is shown, whatever the view says.
  const mode = useSession((session) => (session.drawable ? session.view.mode : "table"));
  const take = useSession((session) => session.take);
  const { timeline, toggle } = usePreferences();
  const asking = useConsole((state) => state.open);
  const set = (to: "graph" | "table"): void => take({ name: "mode", about: [to] }, (view) => ({ ...view, mode: to }));
  return (
    <fieldset className="modes">
      <legend className="unseen">{t("mode.label")}</legend>
      <button type="button" aria-pressed={mode === "graph"} onClick={() => set("graph")}>
        <Waypoints size={15} aria-hidden="true" /> <span>{t("mode.graph")}</span>
      </button>
      <button type="button" aria-pressed={mode === "table"} onClick={() => set("table")}>
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

function TimelineRow(): ReactNode {
  const open = usePreferences((preferences) => preferences.timeline);
  const isEmpty = useSession((session) => Object.keys(session.view.nodes).length === 0);
  if (!open || isEmpty) return <div />;
  return (
    <Suspense fallback={<div className="timeline" />}>
      <Timeline />
    </Suspense>
  );
}

/** What was chosen: an article, an edge's evidence, or a node; several nodes are listed. */
function Panel(): ReactNode {
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
    <aside className="panel" aria-label={t("panel.label")}>
      <div className="panel-top">
        {nodes.length > 1 && <p className="small">{t("count.nodes", { count: nodes.length })}</p>}
        <IconButton label={t("panel.close")} className="panel-close" onClick={close}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </div>
      <div className="panel-body">
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

/** How much is seen, told aloud when it changes. */
function Summary(): ReactNode {
  const t = useMessages();
  const { nodes, edges, all } = useSeen();
  const mode = useSession((session) => session.view.mode);
  const coming = useSession((session) => session.coming > 0);
  if (nodes.length === 0) return null;
  return (
    <p className="summary" role="status" aria-busy={coming}>
      {t("count.nodes", { count: nodes.length })} · {t("count.ties", { count: edges.length })}
      {edges.length < all.length && <> {t("page.of", { count: all.length })}</>}
      {coming && <> · {t("page.coming")}</>}
      {mode === "graph" && stage.canvas?.isSoftware && (
        <>
          {nodes.length > softwareLimit.nodes && <> · {t("page.lite", { count: softwareLimit.nodes })}</>}
          {edges.length > softwareLimit.edges && <> · {t("page.liteTies", { count: softwareLimit.edges })}</>}
        </>
      )}
    </p>
  );
}

/** Keys that hold everywhere on the page, unless one is writing. */
function usePageKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const target = event.target instanceof Element ? event.target : document.body;
      if (target.closest("input, textarea, select, [contenteditable=true], dialog, [role=menu]")) return;
      const { undo, redo, take } = useSession.getState();
      const key = event.key.toLowerCase();
      if ((event.ctrlKey || event.metaKey) && key === "z") {
        if (event.shiftKey) redo();
        else undo();
      } else if ((event.ctrlKey || event.metaKey) && key === "y") redo();
      else if (event.key === "?") useHelp.setState({ open: true });
      else if (key === "t" && !event.ctrlKey && !event.metaKey && !event.altKey)
        take({ name: "mode" }, (view) => ({ ...view, mode: view.mode === "table" ? "graph" : "table" }));
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
