import { type ReactNode, useId } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import type { Step } from "../../../../model/trace.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { languageName, number, useMessages } from "../../language.ts";
import { edgeLabel, NodeName } from "../../ui/names.tsx";

/** Why a sentence was read so, step by step in the reader's words; what the rules call a step stands small behind it. */
export function Why({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  const id = useId();
  const precision =
    claim.precision === null ? t("claim.notMeasured") : number(claim.precision, undefined, { style: "percent" });
  return (
    <details className="why">
      <summary>{t("claim.why")}</summary>
      <ol>
        {claim.steps.map((step, index) => (
          <li key={`${id} ${index}`}>
            <Told step={step} claim={claim} />
          </li>
        ))}
      </ol>
      <dl className="facts">
        <div>
          <dt>{t("claim.rule")}</dt>
          <dd>
            <code>{claim.rule}</code>
          </dd>
        </div>
        <div>
          <dt>{t("claim.confidence")}</dt>
          <dd>{number(claim.confidence, undefined, { style: "percent" })}</dd>
        </div>
        <div>
          <dt>
            {t("claim.precision", {
              type: edgeEntries[claim.type] ? edgeLabel(claim.type) : claim.type,
              language: languageName(claim.lang),
            })}
          </dt>
          <dd>{precision}</dd>
        </div>
      </dl>
    </details>
  );
}

function Told({ step, claim }: { step: Step; claim: ClaimView }): ReactNode {
  const t = useMessages();
  const { kind, words = "", place, via, modality, technical } = step;
  if (kind === "other") return <span lang="en">{technical}</span>;
  const small = technical && <code lang="en">{technical}</code>;
  if (kind === "subject" || kind === "object")
    return (
      <>
        <NodeName node={claim[kind]} />: {t(`why.place.${place ?? "special"}`)}
        {via && `; ${t(`why.via.${via}`)}`} {small}
      </>
    );
  if (kind === "read") return modality && t(`why.read.${modality}`);
  return (
    <>
      {t(`why.${kind}`, { words })} {small}
    </>
  );
}
