import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import { arrange } from "../../arrange.ts";
import { centre, common, expand, paths, stepSize } from "../../explore.ts";
import { bringTo, collapse, dismiss, hide, keep, pin, select, show } from "../../graph/commands.ts";
import { direction, useMessages } from "../../language.ts";
import { library, stage, useSession } from "../../session.ts";
import { landmark } from "../../ui/landmark.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";
import { EdgeSample } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { focusStage } from "../stage/focus.ts";
import { useMenu } from "./open.ts";
import { overlap, WaysBy } from "./waysBy.tsx";

/** What can be done with a node, an edge or the whole picture; opened by pointer, finger or key. */
export default function Menu(): ReactNode {
  const { open, about, point } = useMenu();
  const setOpen = (next: boolean): void => useMenu.setState({ open: next });
  return (
    <DropdownMenu.Root dir={direction()} open={open} onOpenChange={setOpen} modal={false}>
      <DropdownMenu.Trigger
        className="menu-anchor"
        style={{ left: point.x, top: point.y }}
        tabIndex={-1}
        aria-hidden="true"
      />
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content
          className="menu"
          side="bottom"
          align="start"
          collisionPadding={8}
          onCloseAutoFocus={(event) => {
            event.preventDefault();
            // In the table it goes back to its row, if that is still there.
            const { from } = useMenu.getState();
            if (from instanceof HTMLElement && from !== document.body && from.isConnected) from.focus();
            else focusStage();
          }}
        >
          {about === undefined ? (
            <StageItems />
          ) : library.edges.has(about) ? (
            <EdgeItems id={about} />
          ) : (
            <NodeItems id={about} />
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}

function Item({
  onSelect,
  children,
  disabled,
}: {
  onSelect(): void;
  children: ReactNode;
  disabled?: boolean;
}): ReactNode {
  return (
    <DropdownMenu.Item className="menu-item" onSelect={onSelect} disabled={disabled}>
      {children}
    </DropdownMenu.Item>
  );
}

function NodeItems({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const { view, take } = useSession();
  const node = library.nodes.get(id);
  const chosen = view.selection.nodes.includes(id) ? view.selection.nodes : [id];
  const pinned = view.nodes[id]?.pinned === true;
  const other = view.selection.nodes.find((each) => each !== id);
  const grown = Object.values(view.nodes).some(({ by }) => by.includes(`expand:${id}`));
  const more = Object.entries(library.more(id, new Set(Object.keys(view.nodes)))).sort((a, b) => b[1] - a[1]);
  const total = more.reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <DropdownMenu.Label className="menu-label">
        {chosen.length > 1 ? t("count.nodes", { count: chosen.length }) : node && <NodeName node={node} />}
      </DropdownMenu.Label>
      <Item onSelect={() => void expand(id)} disabled={total === 0}>
        {total > stepSize
          ? t("menu.expandOf", { count: stepSize, total })
          : total > 0
            ? t("menu.expand", { count: total })
            : t("menu.nothingMore")}
      </Item>
      {more.length > 1 && (
        <DropdownMenu.Sub>
          <DropdownMenu.SubTrigger className="menu-item">{t("menu.expandBy")}</DropdownMenu.SubTrigger>
          <DropdownMenu.Portal container={landmark()}>
            <DropdownMenu.SubContent className="menu" collisionPadding={8} sideOffset={overlap()}>
              {more.map(([type, count]) => (
                <Item key={type} onSelect={() => void expand(id, [type])}>
                  <EdgeSample type={type} /> {edgeLabel(type)}{" "}
                  <span className="legend-count">{t("node.more", { count })}</span>
                </Item>
              ))}
            </DropdownMenu.SubContent>
          </DropdownMenu.Portal>
        </DropdownMenu.Sub>
      )}
      {grown && (
        <Item onSelect={() => take({ name: "collapse", about: [id] }, (now) => collapse(now, id))}>
          {t("menu.collapse")}
        </Item>
      )}
      <Item onSelect={() => void centre([id])}>{t("menu.centre")}</Item>
      {other && (
        <>
          <DropdownMenu.Separator className="menu-rule" />
          <Item onSelect={() => void paths(other, id)}>{t("menu.paths")}</Item>
          <WaysBy from={other} to={id} />
          <Item onSelect={() => void common(other, id)}>{t("menu.common")}</Item>
        </>
      )}
      <DropdownMenu.Separator className="menu-rule" />
      <Item
        onSelect={() => take({ name: pinned ? "unpin" : "pin", about: chosen }, (now) => pin(now, chosen, !pinned))}
      >
        {pinned ? t("menu.unpin") : t("menu.pin")}
      </Item>
      <Item onSelect={() => take({ name: "hide", about: chosen, count: chosen.length }, (now) => hide(now, chosen))}>
        {t("menu.hide")}
      </Item>
      <Item
        onSelect={() => take({ name: "dismiss", about: chosen, count: chosen.length }, (now) => dismiss(now, chosen))}
      >
        {t("menu.dismiss")}
      </Item>
      <Item onSelect={() => take({ name: "keep", about: chosen, count: chosen.length }, (now) => keep(now, chosen))}>
        {t("menu.keep")}
      </Item>
    </>
  );
}

function EdgeItems({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const { view, take } = useSession();
  const edge = library.edges.get(id);
  if (!edge) return null;
  const { from, to, type } = edge;
  const { types } = view.filters;
  return (
    <>
      <DropdownMenu.Label className="menu-label">
        <TieWords {...edge} />
      </DropdownMenu.Label>
      <Item onSelect={() => take({ name: "select", about: [id] }, (now) => select(now, { nodes: [], edge: id }))}>
        {t("menu.evidence")}
      </Item>
      <Item onSelect={() => take({ name: "select", about: [from, to] }, (now) => select(now, { nodes: [from, to] }))}>
        {t("menu.ends")}
      </Item>
      <Item onSelect={() => void common(from, to)}>{t("menu.common")}</Item>
      <Item
        onSelect={() =>
          take({ name: "filter", about: [type], of: "types" }, (now) => ({
            ...now,
            filters: { ...now.filters, types: [...types, type] },
          }))
        }
      >
        {t("menu.withoutType", { type: edgeLabel(type) })}
      </Item>
    </>
  );
}

function StageItems(): ReactNode {
  const t = useMessages();
  const { view, take, look } = useSession();
  const { nodes } = view.selection;
  const place = usePlace();
  return (
    <>
      <Item onSelect={() => stage.canvas && look(stage.canvas.fitting())}>{t("tool.fit")}</Item>
      <Item onSelect={() => void arrange("force")}>{t("layout.force")}</Item>
      {view.hidden.length > 0 && (
        <Item onSelect={() => take({ name: "show", count: view.hidden.length }, (now) => show(now))}>
          {t("menu.show", { count: view.hidden.length })}
        </Item>
      )}
      {place && (
        <Item onSelect={() => stage.canvas && look(stage.canvas.lens.centred(place))}>{t("menu.lookHere")}</Item>
      )}
      {nodes.length > 0 && (
        <>
          {place && (
            <Item onSelect={() => take({ name: "move", about: nodes }, (now) => bringTo(now, nodes, place))}>
              {t("menu.moveHere")}
            </Item>
          )}
          <Item onSelect={() => take({ name: "select" }, (now) => select(now, { nodes: [] }))}>
            {t("menu.deselect")}
          </Item>
        </>
      )}
    </>
  );
}

/** Where in the graph the menu was opened: what is dragged there otherwise can be sent there by a click. */
function usePlace(): { x: number; y: number } | undefined {
  const { point } = useMenu();
  const box = document.getElementById("stage")?.getBoundingClientRect();
  return box && stage.canvas?.lens.placeAt({ x: point.x - box.left, y: point.y - box.top });
}
