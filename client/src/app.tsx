import { lazy, type ReactNode, Suspense, startTransition, useEffect, useState } from "react";
import { useHelp } from "./features/help/open.ts";
import { Masthead } from "./features/masthead/masthead.tsx";
import { focusStage } from "./features/stage/focus.ts";
import { useStart } from "./features/start/open.ts";
import { useMessages } from "./language.ts";
import { isEmbedded } from "./location.ts";
import { ConsoleDock, FrontPage, Overlays } from "./overlays.tsx";
import { useSession } from "./session.ts";

/** The desk with its picture is the largest part of the page, and the front page shows none of it. */
const desk = () => import("./desk.tsx");
const Strip = lazy(async () => ({ default: (await desk()).Strip }));
const View = lazy(async () => ({ default: (await desk()).View }));
const Panel = lazy(async () => ({ default: (await desk()).Panel }));
const TimelineRow = lazy(async () => ({ default: (await desk()).TimelineRow }));
const Floating = lazy(async () => ({ default: (await desk()).Floating }));
const Help = lazy(() => import("./features/help/help.tsx"));

/** Fetches the desk and the drawing together, before either is asked for. */
export function fetchDesk(): void {
  void Promise.allSettled([desk(), import("./features/stage/stage.tsx")]);
}

/** The page: head, trail, the picture with its legend, and beside it what was chosen. */
export function App(): ReactNode {
  const t = useMessages();
  const help = useHelp((state) => state.open);
  const front = useStart((state) => state.open);
  const wanted = useWanted(front);
  usePageKeys();
  if (isEmbedded) return <Embedded />;
  return (
    <div className={front ? "page front" : "page"}>
      <a className="skip" href="#desk">
        {t("page.skip")}
      </a>
      <Masthead />
      {!front && (
        <Suspense fallback={<div className="strip" />}>
          <Strip />
        </Suspense>
      )}
      <main id="desk" className="desk" tabIndex={-1}>
        <Suspense fallback={<div className="view" />}>{wanted && <View inert={front} />}</Suspense>
        <Suspense fallback={null}>{!front && <Panel />}</Suspense>
        <ConsoleDock />
        <FrontPage />
      </main>
      {!front && (
        <Suspense fallback={<div />}>
          <TimelineRow />
        </Suspense>
      )}
      <Suspense fallback={null}>{wanted && <Floating />}</Suspense>
      <Overlays />
      {help && (
        <Suspense fallback={null}>
          <Help />
        </Suspense>
      )}
    </div>
  );
}

/** Under the front page the desk waits for the first sign of somebody, so that it is there when it is wanted. */
function useWanted(front: boolean): boolean {
  const [wanted, setWanted] = useState(!front);
  useEffect(() => {
    // In parts: whoever gave the sign is about to do something.
    const want = (): void => startTransition(() => setWanted(true));
    if (wanted) return;
    if (!front) return want();
    const signs = ["pointermove", "pointerdown", "keydown", "scroll"] as const;
    for (const sign of signs) addEventListener(sign, want, { capture: true, once: true });
    return () => {
      for (const sign of signs) removeEventListener(sign, want, { capture: true });
    };
  }, [wanted, front]);
  return wanted || !front;
}

/** Inside another page: the picture with its legend, and the way to the whole. */
function Embedded(): ReactNode {
  const t = useMessages();
  const whole = new URL(location.href);
  whole.searchParams.delete("embed");
  return (
    <div className="page embed">
      <main className="desk">
        <Suspense fallback={<div className="view" />}>
          <View embedded />
        </Suspense>
      </main>
      <footer className="embed-foot">
        <a href={whole.href} target="_blank" rel="noreferrer">
          {t("share.whole")}
        </a>
      </footer>
    </div>
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
      // Under the front page nobody sees what a key would change.
      if (useStart.getState().open && event.key !== "?") return;
      if ((event.ctrlKey || event.metaKey) && key === "z") {
        if (event.shiftKey) redo();
        else undo();
      } else if ((event.ctrlKey || event.metaKey) && key === "y") redo();
      else if (event.key === "Escape" && target.closest(".panel")) focusStage();
      else if (event.key === "?") useHelp.setState({ open: true });
      else if (key === "t" && !event.ctrlKey && !event.metaKey && !event.altKey)
        take({ name: "mode" }, (view) => ({ ...view, mode: view.mode === "graph" ? "table" : "graph" }));
      else return;
      event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
