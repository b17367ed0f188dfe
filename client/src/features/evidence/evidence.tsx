import { useInfiniteQuery } from "@tanstack/react-query";
import { type ReactNode, useMemo } from "react";
import type { ClaimView, EdgeView } from "../../../../model/api.ts";
import type { ApiProblem } from "../../api.ts";
import { date, list, number, useMessages } from "../../language.ts";
import { library } from "../../session.ts";
import { Button, Skeleton } from "../../ui/controls.tsx";
import { EdgeSample } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { Trouble } from "../notices/trouble.tsx";
import { Claim } from "./claim.tsx";
import { claimsQuery } from "./query.ts";
import { MarkKey } from "./quotation.tsx";

/** Why an edge is drawn: every sentence behind it, newest first, and those that say the opposite beside them. */
export function Evidence({ edge: id }: { edge: string }): ReactNode {
  const t = useMessages();
  const { data, error, isPending, fetchNextPage, hasNextPage, isFetchingNextPage, refetch } = useInfiniteQuery(
    claimsQuery(id),
  );
  const edge = data?.pages[0]?.edge ?? library.edges.get(id);
  const claims = useMemo(() => data?.pages.flatMap((each) => each.claims) ?? [], [data]);
  const against = data?.pages[0]?.contradicting ?? [];
  return (
    <>
      {edge && <Headline edge={edge} />}
      {error && <Trouble error={error as ApiProblem} again={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={7} />}
      {claims.length > 0 && <MarkKey />}
      {against.length > 0 ? <Sides claims={claims} against={against} /> : <ByOutlet claims={claims} />}
      {hasNextPage && (
        <Button onClick={() => void fetchNextPage()} disabled={isFetchingNextPage}>
          {t("evidence.more", { count: (data?.pages[0]?.total ?? 0) - claims.length })}
        </Button>
      )}
    </>
  );
}

function Headline({ edge }: { edge: EdgeView }): ReactNode {
  const t = useMessages();
  const span = edge.first === edge.last ? [edge.first] : [edge.first, edge.last];
  return (
    <header className="headline">
      <p className="kicker">
        <EdgeSample type={edge.type} stance={edge.stance} />
        {t(`stance.${edge.stance}`)}
      </p>
      <h2>
        <TieWords {...edge} />
      </h2>
      {edge.what && <p className="standfirst">{edge.what}</p>}
      <p className="byline">
        {list([t("count.claims", { count: edge.claims }), t("count.sources", { count: edge.sources })])}
        {span[0] && <> · {span.flatMap((each) => (each ? [date(each)] : [])).join(" – ")}</>}
        {edge.confidence !== undefined && (
          <> · {t("evidence.confidence", { value: number(edge.confidence, undefined, { style: "percent" }) })}</>
        )}
      </p>
    </header>
  );
}

/** Newest first, each outlet's claims together under its name; with a heading, each says in words what it claims. */
function ByOutlet({ claims, heading }: { claims: readonly ClaimView[]; heading?: boolean }): ReactNode {
  const t = useMessages();
  const outlets = new Map<string, ClaimView[]>();
  for (const claim of claims) {
    const outlet = claim.article.outlet ?? "";
    outlets.set(outlet, [...(outlets.get(outlet) ?? []), claim]);
  }
  return [...outlets].map(([outlet, group]) => (
    <section key={outlet} className="outlet">
      <h3 lang={group[0]?.lang}>{outlet || t("evidence.noOutlet")}</h3>
      {group.map((claim) => (
        <Claim key={claim.id} claim={claim} heading={heading} />
      ))}
    </section>
  ));
}

/** Claims for and against stand side by side; nobody decides which is true. */
function Sides({ claims, against }: { claims: readonly ClaimView[]; against: readonly ClaimView[] }): ReactNode {
  const t = useMessages();
  return (
    <>
      <p className="contradiction">{t("evidence.contradicted", { count: against.length })}</p>
      <div className="sides">
        <section>
          <h3>{t("evidence.for")}</h3>
          <ByOutlet claims={claims} />
        </section>
        <section>
          <h3>{t("evidence.against")}</h3>
          <ByOutlet claims={against} heading />
        </section>
      </div>
    </>
  );
}
