import { Fragment, type ReactNode } from "react";
import type { ClaimView } from "../../../../model/api.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { useMessages } from "../../language.ts";
import { typeColours } from "../../ui/samples.tsx";
import { marked } from "./marked.ts";

/** The sentence as it stands in the article, in its own script, with what the edge was read from marked. */
export function Quotation({ claim }: { claim: ClaimView }): ReactNode {
  const t = useMessages();
  return (
    <blockquote lang={claim.lang} dir="auto" className="quotation" style={typeColours(edgeEntries[claim.type])}>
      <p>
        {marked(claim).map(({ text, roles }, index) =>
          roles.length === 0 ? (
            <Fragment key={index}>{text}</Fragment>
          ) : (
            <mark
              key={index}
              className={roles.map((role) => `is-${role}`).join(" ")}
              title={roles.map((role) => t(`role.${role}`)).join(", ")}
            >
              {text}
            </mark>
          ),
        )}
      </p>
    </blockquote>
  );
}

/** What the three kinds of marks mean. */
export function MarkKey(): ReactNode {
  const t = useMessages();
  return (
    <p className="mark-key">
      {(["subject", "cue", "object"] as const).map((role) => (
        <mark key={role} className={`is-${role}`}>
          {t(`role.${role}`)}
        </mark>
      ))}
    </p>
  );
}
