import { CircleDot, Waypoints } from "lucide-react";
import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { arrange, arrangeOnMap } from "../../arrange.ts";
import { type GroupBy, groups, layouts, type SizeBy, sizes } from "../../graph/view.ts";
import { direction, languages, ownName, useMessages } from "../../language.ts";
import { blocs, seen } from "../../picture.ts";
import { useSession } from "../../session.ts";
import { IconButton } from "../../ui/controls.tsx";
import { landmark } from "../../ui/landmark.ts";
import { useNames } from "../../ui/names.tsx";

/** How the picture is laid out. */
export function LayoutMenu(): ReactNode {
  const t = useMessages();
  const layout = useSession((session) => session.view.layout);
  return (
    <DropdownMenu.Root dir={direction()} modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t("tool.layout")}>
          <Waypoints size={17} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content className="menu" side="top" sideOffset={8} collisionPadding={8}>
          {layouts.map((kind) => (
            <DropdownMenu.CheckboxItem
              key={kind}
              className="menu-item"
              checked={layout === kind}
              onCheckedChange={() => void (kind === "map" ? arrangeOnMap() : arrange(kind))}
            >
              {t(`layout.${kind}`)}
            </DropdownMenu.CheckboxItem>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

/** What the size of a node says, which nodes belong together, and, where the page's head has no room, their names' language. */
export function SizeMenu(): ReactNode {
  const t = useMessages();
  const { sizeBy, groupBy } = useSession((session) => session.view);
  const take = useSession((session) => session.take);
  const size = (to: string): void => take({ name: "size", about: [to] }, (view) => ({ ...view, sizeBy: to as SizeBy }));
  const group = (to: string): void => {
    take({ name: "group", about: [to] }, (view) => ({ ...view, groupBy: to as GroupBy }));
    const { view, say } = useSession.getState();
    if (to === "bloc" && blocs(seen(view)).size === 0) say({ key: "notice.noBlocs" });
  };
  return (
    <DropdownMenu.Root dir={direction()} modal={false} defaultOpen>
      <DropdownMenu.Trigger asChild>
        <IconButton label={t("tool.size")}>
          <CircleDot size={17} aria-hidden="true" />
        </IconButton>
      </DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
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
          {matchMedia("(max-width: 560px)").matches && <NamesGroup />}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function NamesGroup(): ReactNode {
  const t = useMessages();
  const [names, write] = useNames();
  return (
    <>
      <DropdownMenu.Separator className="menu-rule" />
      <DropdownMenu.Label className="menu-label">{t("masthead.names")}</DropdownMenu.Label>
      <DropdownMenu.RadioGroup value={names} onValueChange={write}>
        {languages.map((code) => (
          <DropdownMenu.RadioItem key={code} value={code} className="menu-item" lang={code}>
            {ownName(code)}
          </DropdownMenu.RadioItem>
        ))}
      </DropdownMenu.RadioGroup>
    </>
  );
}
