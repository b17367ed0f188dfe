import type { z } from "zod";
import type { ArticleDetail, ClaimView } from "../../model/api.ts";
import { article, claim } from "../../server/graph/read.ts";
import { explain, explainSkipped } from "../explain.ts";
import { extraction } from "../line.ts";
import { print } from "./print.ts";
import { withStore } from "./withStore.ts";

/** `entente explain`: why a claim was read so; for an article, its claims and what was left out and why. Answers the exit code. */
export async function explainStored(id: string): Promise<number> {
  const found = await withStore(async (store) => (await claim(store, id)) ?? (await article(store, id)));
  if (!found) {
    process.stderr.write(
      `There is no claim and no article "${id}" in the store. List them: entente query "MATCH (c:Claim) RETURN c.id"\n`,
    );
    return 1;
  }
  const lines = "text" in found ? await ofArticle(found) : ofClaim(found);
  await print(`${lines.join("\n")}\n`);
  return 0;
}

function ofClaim(view: ClaimView): string[] {
  const name = (node: ClaimView["subject"] | undefined) => node?.names.en;
  const names = {
    subject: view.subject.names.en,
    object: view.object.names.en,
    speaker: name(view.speaker),
    target: name(view.target),
    deniedBy: name(view.deniedBy),
  };
  return [
    ...explain(view, names),
    `article: ${view.article.id}${view.article.published ? ` (${view.article.published})` : ""}`,
  ];
}

/** What was left out is not stored: the article's text is read again. */
async function ofArticle({ article, text, claims }: z.infer<typeof ArticleDetail>): Promise<string[]> {
  const { id, title, published, lang } = article;
  const { skipped } = await extraction({ id, from: id, format: "text", content: text, title, published, lang });
  return [...claims.flatMap((each) => [...ofClaim(each), ""]), ...explainSkipped(skipped)];
}
