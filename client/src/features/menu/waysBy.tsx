import { useQuery } from "@tanstack/react-query";
import { DropdownMenu } from "radix-ui";
import { type ReactNode, useState } from "react";
import { paths } from "../../explore.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { number, useMessages } from "../../language.ts";
import { landmark } from "../../ui/landmark.ts";
import { edgeLabel } from "../../ui/names.tsx";
import { EdgeSample } from "../../ui/samples.tsx";
import { statsQuery } from "../masthead/query.ts";

/** Ways between two nodes that lead by chosen types of ties alone: of all that the graph holds, not of the picture's. */
export function WaysBy({ from, to }: { from: string; to: string }): ReactNode {
  const t = useMessages();
  const { data } = useQuery(statsQuery);
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const counts: Partial<Record<string, number>> = data?.edges ?? {};
  const held = Object.keys(edgeEntries).filter((type) => (counts[type] ?? 0) > 0);
  if (held.length < 2) return null;
  const flip = (type: string): void =>
    setChosen(chosen.includes(type) ? chosen.filter((each) => each !== type) : [...chosen, type]);
  return (
    <DropdownMenu.Sub>
      <DropdownMenu.SubTrigger className="menu-item">{t("menu.pathsBy")}</DropdownMenu.SubTrigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.SubContent className="menu ways" collisionPadding={8} sideOffset={overlap()}>
          <div className="ways-types">
            {held.map((type) => (
              <DropdownMenu.CheckboxItem
                key={type}
                className="menu-item"
                checked={chosen.includes(type)}
                onCheckedChange={() => flip(type)}
                // Several can be chosen before the ways are asked for.
                onSelect={(event) => event.preventDefault()}
              >
                <EdgeSample type={type} /> {edgeLabel(type)}
                <span className="legend-count">{number(counts[type] ?? 0)}</span>
              </DropdownMenu.CheckboxItem>
            ))}
          </div>
          <DropdownMenu.Separator className="menu-rule" />
          <DropdownMenu.Item
            className="menu-item"
            disabled={chosen.length === 0}
            onSelect={() => void paths(from, to, chosen)}
          >
            {t("menu.pathsFind", { count: chosen.length })}
          </DropdownMenu.Item>
        </DropdownMenu.SubContent>
      </DropdownMenu.Portal>
    </DropdownMenu.Sub>
  );
}

/** How far a menu stands from the one it belongs to, in pixels: on a narrow page over it, where both have no room. */
export function overlap(): number {
  return matchMedia("(max-width: 760px)").matches ? -170 : 0;
}
