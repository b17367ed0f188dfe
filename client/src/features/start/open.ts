import { create } from "zustand";
import { useSession } from "../../session.ts";

/**
 * Whether the front page lies over the picture. It gives way to whatever is done. `lead` is the tie it leads with as long
 * as the picture behind it has no places yet.
 */
export const useStart = create<{ open: boolean; lead?: string }>(() => ({ open: false }));

/** Opens the front page for an address that asks for nothing, and closes it with the first step. */
export function followStart(asks: () => boolean): void {
  if (asks()) return;
  useStart.setState({ open: true });
  useSession.subscribe((now, before) => {
    if (now.view === before.view || !useStart.getState().open) return;
    // The picture that waits underneath is no step of the reader's.
    const waits = now.past.length === 0 && Object.values(now.view.nodes).every(({ by }) => by[0] === "start");
    if (!waits) useStart.setState({ open: false });
  });
  addEventListener("popstate", () => {
    if (!asks()) useStart.setState({ open: true });
  });
}
