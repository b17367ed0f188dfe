import { remove } from "../../server/graph/remove.ts";
import { print } from "./print.ts";
import { withStore } from "./withStore.ts";

/** `entente remove`: takes an article out of the store with all that only it says. Answers the exit code. */
export async function removeArticle(id: string): Promise<number> {
  const removed = await withStore((store) => remove(store, id));
  if (removed) await print(`${id} is removed.\n`);
  else
    process.stderr.write(
      `There is no article "${id}" in the store. List them: entente query "MATCH (a:Article) RETURN a.id"\n`,
    );
  return removed ? 0 : 1;
}
