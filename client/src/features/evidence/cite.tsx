import { lazy, type ReactNode, Suspense, useState } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import { useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { focusFirstItem } from "../../ui/firstItem.ts";

const CiteMenu = lazy(() => import("./citeMenu.tsx"));

/** Copies the source of a claim; its menu is fetched with the first press. */
export function Cite({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className="text-button"
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={({ detail }) => {
        setWanted(true);
        // A click without a pointer is a key.
        if (detail === 0) focusFirstItem();
      }}
    >
      {t("claim.cite")}
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <CiteMenu claim={claim} />
    </Suspense>
  ) : (
    button
  );
}

/** Puts text on the clipboard and says so; where the browser forbids it, says that. */
export async function copy(text: string): Promise<void> {
  const { say } = useSession.getState();
  try {
    // Only pages from this machine, or that came encrypted, have a clipboard of their own.
    if (navigator.clipboard) await navigator.clipboard.writeText(text);
    else copySelected(text);
    say({ key: "notice.copied" });
  } catch {
    say({ key: "notice.notCopied" });
  }
}

/** Copies as a reader does: what is selected. In a dialog nothing outside of it can be. */
function copySelected(text: string): void {
  const from = document.activeElement;
  const field = document.createElement("textarea");
  field.value = text;
  field.className = "unseen";
  (from?.closest("dialog") ?? document.body).append(field);
  field.select();
  const isCopied = document.execCommand("copy");
  field.remove();
  if (from instanceof HTMLElement) from.focus();
  if (!isCopied) throw new Error("The browser does not copy.");
}
