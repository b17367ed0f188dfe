import { useQuery } from "@tanstack/react-query";
import { ArrowLeft } from "lucide-react";
import { Fragment, type ReactNode, useEffect, useRef } from "react";
import { type ApiProblem, type ArticleDetail, api } from "../../api.ts";
import { openEdge } from "../../explore.ts";
import { select } from "../../graph/commands.ts";
import { edgeEntries, edgeOf } from "../../graph/palette.ts";
import { date, language, languageName, useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { Skeleton } from "../../ui/controls.tsx";
import { EdgeSample, typeColours } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { agencyName } from "../evidence/agency.ts";
import { Trouble } from "../notices/trouble.tsx";
import { Misses } from "./misses.tsx";
import { sliced } from "./sliced.ts";

/** An article's text as it was read, with every sentence that became an edge marked; opened at one of them. */
export function Article({ id, claim }: { id: string; claim: string | undefined }): ReactNode {
  const t = useMessages();
  const take = useSession((session) => session.take);
  const { data, error, isPending, refetch } = useQuery({
    queryKey: ["article", id],
    queryFn: ({ signal }) => api.article(id, signal),
  });
  const back = (): void =>
    take({ name: "open" }, (view) => {
      const { article: _article, ...selection } = view.selection;
      return select(view, selection);
    });
  return (
    <>
      <button type="button" className="text-button back" onClick={back}>
        <ArrowLeft size={15} aria-hidden="true" /> {t("article.back")}
      </button>
      {error && <Trouble error={error as ApiProblem} again={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={12} />}
      {data && <Text detail={data} claim={claim} />}
    </>
  );
}

function Text({
  detail: { article, text, claims },
  claim,
}: {
  detail: ArticleDetail;
  claim: string | undefined;
}): ReactNode {
  const t = useMessages();
  const target = useRef<HTMLElement>(null);
  useEffect(() => {
    target.current?.scrollIntoView({ block: "center" });
    target.current?.focus({ preventScroll: true });
  }, []);
  return (
    <>
      <header className="headline">
        <p className="kicker">{article.outlet ?? t("evidence.noOutlet")}</p>
        <h2 lang={article.lang}>{article.title ?? article.id}</h2>
        <p className="byline">
          {article.published && <time dateTime={article.published}>{date(article.published)}</time>}
          {article.agency && <> · {t("claim.agency", { agency: agencyName(article.agency) })}</>} ·{" "}
          {languageName(article.lang)} · {t("count.claims", { count: claims.length })}
        </p>
      </header>
      <Misses id={article.id} lang={article.lang} />
      <div className="article-text" lang={article.lang} dir="auto">
        {sliced(text, claims).map(({ text: part, claims: here }, index) => {
          if (here.length === 0) return <Fragment key={index}>{part}</Fragment>;
          const chosen = here.some((each) => each.id === claim);
          return (
            <mark
              key={index}
              ref={chosen ? target : undefined}
              tabIndex={-1}
              className={chosen ? "sentence chosen" : "sentence"}
            >
              {part}
              {here.map((each) => {
                const ends = edgeOf(each);
                if (!ends) return null;
                return (
                  <button
                    key={each.id}
                    type="button"
                    className="mark-edge"
                    style={typeColours(edgeEntries[ends.type])}
                    onClick={() => void openEdge(ends, each.id)}
                  >
                    <EdgeSample type={ends.type} stance={each.deniedBy ? "denied" : each.modality} />
                    <span className="mark-words" lang={language()}>
                      <TieWords
                        type={ends.type}
                        from={ends.from === each.subject.id ? each.subject : each.object}
                        to={ends.from === each.subject.id ? each.object : each.subject}
                      />
                    </span>
                  </button>
                );
              })}
            </mark>
          );
        })}
      </div>
    </>
  );
}
