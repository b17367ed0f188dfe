import { ledger } from "./graph/ledger.ts";
import type { GraphStore } from "./store/store.ts";

export interface Version {
  /** The graph's version as text. Rejects with StoreError. */
  now(): Promise<string>;
  /** Makes the next `now` ask the store: this server has just written. */
  forget(): void;
}

/**
 * Over the network every request would pay a second round trip to learn that nothing changed, so there the version is
 * asked for at most once a second. The built-in store is asked once after each write.
 */
export function versionOf(store: GraphStore): Version {
  const lasting = store.name === "built-in" ? 0 : 1_000;
  let known: { version: Promise<string>; until: number } | undefined;
  return {
    now() {
      if (known && Date.now() < known.until) return known.version;
      const version = ledger(store).then((found) => String(found.version));
      known = { version, until: Date.now() + lasting };
      version.catch(() => {
        known = undefined;
      });
      return version;
    },
    forget() {
      known = undefined;
    },
  };
}
