import { lazy, type ReactNode, Suspense, useEffect } from "react";
import { useConsole } from "./features/console/open.ts";
import { printAtOnce } from "./features/share/atOnce.ts";
import { useShare } from "./features/share/open.ts";
import { useStart } from "./features/start/open.ts";
import Start from "./features/start/start.tsx";
import { useUpload } from "./features/upload/open.ts";

const Console = lazy(() => import("./features/console/console.tsx"));
const Share = lazy(() => import("./features/share/share.tsx"));
const Upload = lazy(() => import("./features/upload/dialog.tsx"));

/** What most see first: it comes with the page. */
export function FrontPage(): ReactNode {
  const open = useStart((state) => state.open);
  return open ? <Start /> : null;
}

/** What else comes over the picture or below it when it is wanted; none of it is loaded before. */
export function ConsoleDock(): ReactNode {
  const open = useConsole((state) => state.open);
  return open ? (
    <Suspense fallback={null}>
      <Console />
    </Suspense>
  ) : null;
}

export function Overlays(): ReactNode {
  const share = useShare((state) => state.open);
  const upload = useUpload((state) => state.open);
  useDrops();
  usePrintKey();
  return (
    <Suspense fallback={null}>
      {share && <Share />}
      {upload && <Upload />}
    </Suspense>
  );
}

/** Articles may be dropped anywhere on the page. */
function useDrops(): void {
  useEffect(() => {
    const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") === true;
    const over = (event: DragEvent): void => {
      if (hasFiles(event)) event.preventDefault();
    };
    const drop = (event: DragEvent): void => {
      if (event.defaultPrevented || !hasFiles(event)) return;
      event.preventDefault();
      useUpload.setState({ open: !useStart.getState().open, dropped: [...(event.dataTransfer?.files ?? [])] });
    };
    addEventListener("dragover", over);
    addEventListener("drop", drop);
    return () => {
      removeEventListener("dragover", over);
      removeEventListener("drop", drop);
    };
  }, []);
}

/** Printing waits for the sentences behind the ties, which a browser's own print cannot. */
function usePrintKey(): void {
  useEffect(printAtOnce, []);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key.toLowerCase() !== "p" || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey)
        return;
      event.preventDefault();
      useShare.setState({ open: true, print: true });
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}
