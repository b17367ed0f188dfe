import { ExternalLink } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import { select } from "../../graph/commands.ts";
import { date, languageName, useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";
import { EdgeSample } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { agencyName } from "./agency.ts";
import { Cite } from "./cite.tsx";
import { Quotation } from "./quotation.tsx";
import { Why } from "./why.tsx";

/** One piece of evidence: the sentence, who printed it when, how it is said, why it was read so. */
export function Claim({ claim, heading }: { claim: ClaimView; heading?: boolean }): ReactNode {
  const t = useMessages();
  const chosen = useSession((session) => session.view.selection.claim === claim.id);
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (chosen) element.current?.scrollIntoView({ block: "nearest" });
  }, [chosen]);
  const { article } = claim;
  return (
    <article
      ref={element}
      className={chosen ? "claim chosen" : "claim"}
      aria-label={t("claim.by", { outlet: article.outlet ?? article.title ?? article.id })}
    >
      {heading && (
        <p className="claim-says">
          <TieWords
            from={claim.subject}
            type={claim.type}
            to={claim.object}
            {...(claim.polarity === "negated"
              ? { label: t("claim.not", { label: edgeLabel(claim.type, "label") }) }
              : {})}
          />
        </p>
      )}
      <Quotation claim={claim} />
      {article.title && article.title !== claim.sentence && (
        <p className="claim-article" lang={article.lang} dir="auto">
          {article.title}
        </p>
      )}
      <p className="claim-source">
        <Stance claim={claim} />
        {article.published && <time dateTime={article.published}>{date(article.published)}</time>}
        <span>{languageName(claim.lang)}</span>
        {article.agency && <span>{t("claim.agency", { agency: agencyName(article.agency) })}</span>}
      </p>
      <Details claim={claim} />
      <div className="claim-actions">
        <button type="button" className="text-button" onClick={() => read(claim)}>
          {t("claim.read")}
        </button>
        <Cite claim={claim} />
        {article.url && /^https?:/.test(article.url) && (
          <a href={article.url} target="_blank" rel="noreferrer" className="text-button">
            {t("claim.original")} <ExternalLink size={13} aria-hidden="true" />
          </a>
        )}
      </div>
    </article>
  );
}

function Stance({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  const stance = claim.deniedBy ? "denied" : claim.modality;
  return (
    <span className="stance">
      <EdgeSample stance={stance} />
      {claim.polarity !== "negated"
        ? t(`stance.${stance}`)
        : stance === "asserted"
          ? t("claim.negated")
          : `${t(`stance.${stance}`)}, ${t("claim.negated")}`}
    </span>
  );
}

/** Who says so, when it happened, what it was about, and why it was read so. */
function Details({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  const rows: [string, ReactNode][] = [];
  if (claim.speaker) rows.push([t("claim.speaker"), <NodeName key="s" node={claim.speaker} />]);
  if (claim.deniedBy) rows.push([t("claim.deniedBy"), <NodeName key="d" node={claim.deniedBy} />]);
  if (claim.what)
    rows.push([
      t("claim.what"),
      <span key="w" lang={claim.lang}>
        {claim.what}
      </span>,
    ]);
  if (claim.target) rows.push([t("claim.target"), <NodeName key="t" node={claim.target} />]);
  if (claim.eventDate) rows.push([t("claim.happened"), date(claim.eventDate)]);
  return (
    <>
      {rows.length > 0 && (
        <dl className="facts">
          {rows.map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
      )}
      <Why claim={claim} />
    </>
  );
}

/** Opens the article's text at the sentence. */
export function read(claim: Pick<ClaimView, "id" | "article">): void {
  useSession
    .getState()
    .take({ name: "open", about: [claim.article.id] }, (view) =>
      select(view, { ...view.selection, article: claim.article.id, claim: claim.id }),
    );
}
