import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import { direction, useMessages } from "../../language.ts";
import { landmark } from "../../ui/landmark.ts";
import { citation, citationStyles } from "./citation.ts";
import { copy } from "./cite.tsx";

/** Copies the source of a claim in one of three styles. */
export default function CiteMenu({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  return (
    <DropdownMenu.Root dir={direction()} modal={false} defaultOpen>
      <DropdownMenu.Trigger className="text-button">{t("claim.cite")}</DropdownMenu.Trigger>
      <DropdownMenu.Portal container={landmark()}>
        <DropdownMenu.Content className="menu" align="start" sideOffset={4} collisionPadding={8}>
          {citationStyles.map((style) => (
            <DropdownMenu.Item key={style} className="menu-item" onSelect={() => void copy(citation(claim, style))}>
              {t(`cite.${style}`)}
            </DropdownMenu.Item>
          ))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
