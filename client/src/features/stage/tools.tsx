import { CircleDot, Maximize, Minus, Plus, Redo2, Undo2, Waypoints } from "lucide-react";
import { lazy, type ReactNode } from "react";
import { useMessages } from "../../language.ts";
import { stage, useSession } from "../../session.ts";
import { IconButton } from "../../ui/controls.tsx";
import { OnDemand } from "../../ui/ondemand.tsx";

const LayoutMenu = lazy(async () => ({ default: (await import("./menus.tsx")).LayoutMenu }));
const SizeMenu = lazy(async () => ({ default: (await import("./menus.tsx")).SizeMenu }));

/** Undo, redo, zoom, layout and size: what one reaches for while looking; the table has no zoom and no layout. */
export function Tools({ drawn }: { drawn: boolean }): ReactNode {
  const t = useMessages();
  const { undo, redo, look } = useSession.getState();
  const canUndo = useSession((session) => session.past.length > 0);
  const canRedo = useSession((session) => session.future.length > 0);
  return (
    <div className="tools" role="toolbar" aria-label={t("tool.label")}>
      <IconButton label={t("tool.undo")} onClick={undo} disabled={!canUndo}>
        <Undo2 size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t("tool.redo")} onClick={redo} disabled={!canRedo}>
        <Redo2 size={17} aria-hidden="true" />
      </IconButton>
      {drawn && (
        <>
          <span className="tools-rule" />
          <IconButton label={t("tool.zoomOut")} className="wide-only" onClick={() => stage.canvas?.lens.zoom(1.4)}>
            <Minus size={17} aria-hidden="true" />
          </IconButton>
          <IconButton label={t("tool.zoomIn")} className="wide-only" onClick={() => stage.canvas?.lens.zoom(1 / 1.4)}>
            <Plus size={17} aria-hidden="true" />
          </IconButton>
          <IconButton label={t("tool.fit")} onClick={() => stage.canvas && look(stage.canvas.fitting())}>
            <Maximize size={16} aria-hidden="true" />
          </IconButton>
        </>
      )}
      <span className="tools-rule" />
      {drawn && (
        <OnDemand label={t("tool.layout")} icon={<Waypoints size={17} aria-hidden="true" />} menu={LayoutMenu} />
      )}
      <OnDemand label={t("tool.size")} icon={<CircleDot size={17} aria-hidden="true" />} menu={SizeMenu} />
    </div>
  );
}
