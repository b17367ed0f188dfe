import type { Claim, NodeId } from "../../model/stages.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { evidence } from "./evidence.ts";

/** "Country + title + name": who leads what, and who holds which office. A former office makes no claim. */
export function officeClaims(analysis: Analysis, reading: Reading): Claim[] {
  const heads = (person: NodeId, country: NodeId): boolean =>
    reading.gazetteer.offices(person).some((term) => term.country === country && term.office.startsWith("head_of"));
  return analysis.offices
    .filter(({ former, person, country, plain }) => !former && person !== country && (!plain || heads(person, country)))
    .map((office) => {
      const head = heads(office.person, office.country);
      const type = head || office.lead || office.plain ? "LEADS" : "HOLDS_OFFICE_IN";
      return evidence(analysis, reading, {
        type,
        subject: office.person,
        object: office.country,
        polarity: "affirmed",
        modality: "asserted",
        subjectSpan: office.personSpan,
        cueSpan: office.titleSpan,
        objectSpan: office.countrySpan,
        rule: "office",
        confidence: 0.9,
        trace: [
          `"${analysis.scan.tokens
            .slice(...office.titleSpan)
            .map((token) => token.text)
            .join(" ")}" stands between the country and the name`,
        ],
      });
    });
}
