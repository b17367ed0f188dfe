import type { Claim } from "../../model/stages.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { evidence } from "./evidence.ts";

/** "Country + title + name": who leads what, and who holds which office. A former office makes no claim. */
export function officeClaims(analysis: Analysis, reading: Reading): Claim[] {
  return analysis.offices
    .filter(({ former, person, country }) => !former && person !== country)
    .map((office) => {
      const type = office.lead ? "LEADS" : "HOLDS_OFFICE_IN";
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
