import { type QueryClient, useQueryClient } from "@tanstack/react-query";
import { type ReactNode, type RefObject, useEffect, useRef, useState } from "react";
import { expand } from "../../explore.ts";
import { loadAtlas } from "../../graph/atlas/load.ts";
import { GraphCanvas } from "../../graph/canvas.ts";
import { move, select } from "../../graph/commands.ts";
import { palette } from "../../graph/palette.ts";
import type { Handlers } from "../../graph/pointer.ts";
import { same, type View } from "../../graph/view.ts";
import { number, useMessages } from "../../language.ts";
import { useLook, useSeen } from "../../picture.ts";
import { usePreferences } from "../../preferences.ts";
import { library, stage, useSession } from "../../session.ts";
import { claimsQuery } from "../evidence/query.ts";
import { useHover } from "../hover/open.ts";
import { openMenu } from "../menu/open.ts";
import { describe } from "./describe.ts";
import { useKeys } from "./keys.ts";
import { lightened } from "./lite.ts";

/** The view as it was while only the camera went on: looking around is no reason to draw anything anew. */
function useStill(view: View): View {
  const last = useRef(view);
  const { current } = last;
  const isSame = (["nodes", "hidden", "selection", "filters", "names"] as const).every(
    (part) => view[part] === current[part],
  );
  if (!isSame) last.current = view;
  return last.current;
}

/** The drawn graph in its frame: the one tab stop that holds it all, and the words for who cannot see it. */
export function Stage(): ReactNode {
  const t = useMessages();
  const frame = useRef<HTMLDivElement>(null);
  const canvas = useCanvas(frame);
  const picture = useSeen();
  const view = useSession((session) => session.view);
  const [cursor, setCursor] = useState<string>();
  const theme = usePreferences((preferences) => preferences.theme);
  const { weight, group } = useLook();
  const still = useStill(view);

  useEffect(() => {
    const drawn = canvas?.isSoftware ? lightened(picture, still.selection.edge) : picture;
    canvas?.show({
      view: still,
      nodes: drawn.nodes,
      edges: drawn.edges.map((edge) => edge.id),
      isCut: drawn.edges.length < picture.edges.length,
      count: (value) => number(value),
      weight,
      group,
    });
  }, [canvas, still, picture, weight, group]);

  useEffect(() => {
    if (canvas) useSession.setState({ software: canvas.isSoftware });
  }, [canvas]);

  useEffect(() => {
    canvas?.lens.look(view.camera);
  }, [canvas, view.camera]);

  useEffect(() => {
    if (!canvas) return;
    let isCurrent = true;
    if (view.layout !== "map") canvas.atlas = undefined;
    else
      void loadAtlas().then((atlas) => {
        if (isCurrent) canvas.atlas = atlas;
      });
    return () => {
      isCurrent = false;
    };
  }, [canvas, view.layout]);

  /** What was fitted last: a panel that opens or widens beside it must not push a part of the picture out of sight. */
  const fitted = useRef<View["camera"]>(undefined);
  useEffect(() => {
    const element = frame.current;
    if (!canvas || !element) return;
    const watcher = new ResizeObserver(() => {
      const { current } = fitted;
      const { view, settle, fitTo, isReturned } = useSession.getState();
      // Who moves the camera meanwhile keeps it, also before the view has heard of it.
      if (isReturned || !current || !same(view.camera, current) || !same(canvas.lens.goal, current)) return;
      const camera = canvas.fitting(fitTo);
      canvas.lens.look(camera, false);
      settle(camera);
      fitted.current = camera;
    });
    watcher.observe(element);
    return () => watcher.disconnect();
  }, [canvas]);
  useCovers(canvas, frame, picture.nodes.length > 0);
  const fits = useSession((session) => session.fits);
  const legend = usePreferences((preferences) => preferences.legend);
  useEffect(() => {
    if (!canvas || !frame.current) return;
    const start = getComputedStyle(frame.current).direction === "rtl" ? -1 : 1;
    canvas.lens.covered = legend && !matchMedia("(max-width: 760px)").matches ? start * 248 : 0;
  }, [canvas, legend]);
  useEffect(() => {
    if (!canvas || fits === 0) return;
    const before = canvas.lens.goal;
    // Two frames: the panel beside the canvas opens with the first, the canvas takes its new size with the second.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        canvas.resize();
        const { view, settle, fitTo, isReturned } = useSession.getState();
        if (isReturned || !same(canvas.lens.goal, before)) return;
        const camera = canvas.fitting(fitTo);
        if (!same(view.camera, camera)) {
          canvas.lens.look(camera, fits > 1);
          settle(camera);
        }
        fitted.current = camera;
      });
    });
    return () => cancelAnimationFrame(frame);
  }, [canvas, fits]);

  useEffect(() => {
    const repaint = (): void => {
      // A theme that was just chosen is in the stylesheet with the next frame.
      requestAnimationFrame(() => {
        if (canvas && frame.current) canvas.palette = palette(frame.current);
      });
    };
    if (theme) repaint();
    const media = ["(prefers-color-scheme: dark)", "(forced-colors: active)"].map((query) => matchMedia(query));
    for (const each of media) each.addEventListener("change", repaint);
    return () => {
      for (const each of media) each.removeEventListener("change", repaint);
    };
  }, [canvas, theme]);

  const keys = useKeys(canvas, cursor, setCursor);
  return (
    <>
      <div
        id="stage"
        ref={frame}
        className="stage"
        role="application"
        aria-roledescription={t("stage.role")}
        aria-label={t("stage.label")}
        aria-describedby="stage-keys"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the graph is one widget with a keyboard of its own
        tabIndex={0}
        onKeyDown={keys.press}
        onPointerDown={() => {
          keys.release();
          // Sigma keeps the browser from doing so.
          frame.current?.focus({ preventScroll: true });
        }}
        onBlur={() => setCursor(undefined)}
      />
      <p id="stage-keys" className="unseen">
        {t("stage.keys")}
      </p>
      <p className="unseen" aria-live="polite">
        {cursor ? describe(cursor, picture, t) : ""}
      </p>
    </>
  );
}

/** Tells the canvas what of the page lies over it, as often as that changes its size. */
function useCovers(canvas: GraphCanvas | undefined, frame: RefObject<HTMLDivElement | null>, isCounted: boolean): void {
  useEffect(() => {
    const element = frame.current;
    if (!canvas || !element) return;
    // What is seen is only counted where something is.
    const parts = isCounted ? ".legend, .tools, .summary" : ".legend, .tools";
    const over = [...(element.parentElement?.querySelectorAll(parts) ?? [])];
    const watcher = new ResizeObserver(() => {
      const whole = element.getBoundingClientRect();
      canvas.covers = over.map((each) => {
        const { left, top, right, bottom } = each.getBoundingClientRect();
        return {
          left: left - whole.left,
          top: top - whole.top,
          right: right - whole.left,
          bottom: bottom - whole.top,
        };
      });
    });
    for (const each of [element, ...over]) watcher.observe(each);
    return () => watcher.disconnect();
  }, [canvas, frame, isCounted]);
}

/** The canvas of an element: made when the element is there, killed when it goes. */
function useCanvas(frame: RefObject<HTMLDivElement | null>): GraphCanvas | undefined {
  const [canvas, setCanvas] = useState<GraphCanvas>();
  const client = useQueryClient();
  const [losses, setLosses] = useState(0);
  useEffect(() => {
    // A drawing that is lost is made anew, twice; then something is wrong with the machine.
    if (losses > 2) return giveUp();
    const lost = (): void => setLosses((count) => count + 1);
    const element = frame.current;
    if (!element) return;
    let made: GraphCanvas;
    try {
      made = new GraphCanvas(element, library, palette(element), handlers(client, lost));
    } catch {
      giveUp();
      return;
    }
    stage.canvas = made;
    setCanvas(made);
    const watcher = new ResizeObserver(() => made.resize());
    watcher.observe(element);
    return () => {
      watcher.disconnect();
      stage.canvas = undefined;
      setCanvas(undefined);
      made.kill();
    };
  }, [frame, client, losses]);
  return canvas;
}

function giveUp(): void {
  useSession.setState({ drawable: false });
  useSession.getState().say({ key: "notice.noDrawing" });
}

function handlers(client: QueryClient, lost: () => void): Handlers {
  let prefetch: ReturnType<typeof setTimeout> | undefined;
  const session = useSession.getState;
  const isEdge = (id: string): boolean => library.edges.has(id);
  return {
    select(id, more) {
      const { view, take } = session();
      if (isEdge(id)) return take({ name: "select", about: [id] }, (now) => select(now, { nodes: [], edge: id }));
      const { nodes } = view.selection;
      const chosen = more ? (nodes.includes(id) ? nodes.filter((each) => each !== id) : [...nodes, id]) : [id];
      take({ name: "select", about: chosen }, (now) => select(now, { nodes: chosen }));
    },
    expand: (id) => void expand(id),
    empty() {
      const { view, take } = session();
      const { nodes, edge, article } = view.selection;
      if (nodes.length > 0 || edge || article) take({ name: "select" }, (now) => select(now, { nodes: [] }));
    },
    menu: openMenu,
    moved(places) {
      session().take({ name: "move", about: places.map(({ id }) => id) }, (view) => move(view, places, true));
    },
    encircled(ids, more) {
      const { view, take } = session();
      const nodes = more ? [...new Set([...view.selection.nodes, ...ids])] : ids;
      take({ name: "select", about: nodes, count: nodes.length }, (now) => select(now, { nodes }));
    },
    hover(id, point) {
      useHover.setState({ id, point });
      clearTimeout(prefetch);
      // Who rests on an edge will want its evidence.
      if (id && isEdge(id)) prefetch = setTimeout(() => void client.prefetchInfiniteQuery(claimsQuery(id)), 120);
    },
    camera(camera) {
      session().look(camera);
    },
    lost,
  };
}
