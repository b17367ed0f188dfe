import { DropdownMenu } from "radix-ui";
import type { ReactNode } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import { useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { citation, citationStyles } from "./citation.ts";

/** Copies the source of a claim in one of three styles. */
export function Cite({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger className="text-button">{t("claim.cite")}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
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

/** Puts text on the clipboard and says so; where the browser forbids it, says that. */
export async function copy(text: string): Promise<void> {
  const { say } = useSession.getState();
  try {
    await navigator.clipboard.writeText(text);
    say({ key: "notice.copied" });
  } catch {
    say({ key: "notice.notCopied" });
  }
}
