import { CircleDot, Maximize, Minus, Plus, Redo2, Undo2, Waypoints } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { arrange } from "../../explore.ts";
import { type GroupBy, groups, layouts, type SizeBy, sizes } from "../../graph/view.ts";
import { useMessages } from "../../language.ts";
import { stage, useSession } from "../../session.ts";
import { IconButton } from "../../ui/controls.tsx";

/** Undo, redo, zoom, layout and size: what one reaches for while looking at the picture. */
export function Tools(): ReactNode {
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
      <span className="tools-rule" />
      <IconButton label={t("tool.zoomOut")} className="wide-only" onClick={() => stage.canvas?.zoom(1.4)}>
        <Minus size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t("tool.zoomIn")} className="wide-only" onClick={() => stage.canvas?.zoom(1 / 1.4)}>
        <Plus size={17} aria-hidden="true" />
      </IconButton>
      <IconButton label={t("tool.fit")} onClick={() => stage.canvas && look(stage.canvas.fitting())}>
        <Maximize size={16} aria-hidden="true" />
      </IconButton>
      <span className="tools-rule" />
      <LayoutMenu />
      <SizeMenu />
    </div>
  );
}

function LayoutMenu(): ReactNode {
  const t = useMessages();
  const layout = useSession((session) => session.view.layout);
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t("tool.layout")}>
          <Waypoints size={17} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" sideOffset={8} collisionPadding={8}>
          {layouts.map((kind) =>
            kind === "map" ? null : (
              <DropdownMenu.CheckboxItem
                key={kind}
                className="menu-item"
                checked={layout === kind}
                onCheckedChange={() => void arrange(kind)}
              >
                {t(`layout.${kind}`)}
              </DropdownMenu.CheckboxItem>
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function SizeMenu(): ReactNode {
  const t = useMessages();
  const { sizeBy, groupBy } = useSession((session) => session.view);
  const take = useSession((session) => session.take);
  const size = (to: string): void => take({ name: "size", about: [to] }, (view) => ({ ...view, sizeBy: to as SizeBy }));
  const group = (to: string): void =>
    take({ name: "group", about: [to] }, (view) => ({ ...view, groupBy: to as GroupBy }));
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t("tool.size")}>
          <CircleDot size={17} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" side="top" sideOffset={8} collisionPadding={8}>
          <DropdownMenu.Label className="menu-label">{t("tool.sizeBy")}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={sizeBy} onValueChange={size}>
            {sizes.map((each) => (
              <DropdownMenu.RadioItem key={each} value={each} className="menu-item">
                {t(`size.${each}`)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Label className="menu-label">{t("tool.groupBy")}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup value={groupBy} onValueChange={group}>
            {groups.map((each) => (
              <DropdownMenu.RadioItem key={each} value={each} className="menu-item">
                {t(`group.${each}`)}
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
