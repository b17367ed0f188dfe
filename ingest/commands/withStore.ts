import { openStore } from "../../server/store/open.ts";
import type { GraphStore } from "../../server/store/store.ts";

/** Opens the store that the environment names, and closes it whatever happens in between. */
export async function withStore<T>(work: (store: GraphStore) => Promise<T>): Promise<T> {
  const store = await openStore();
  try {
    return await work(store);
  } finally {
    await store.close();
  }
}
