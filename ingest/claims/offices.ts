import type { Claim, NodeId } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { evidence } from "./evidence.ts";
import { kind } from "./kinds.ts";
import type { OfficeMention } from "./phrase.ts";
import { is } from "./scan.ts";

/** "Country + title + name": who leads what, and who holds which office. A former office makes no claim. */
export function officeClaims(analysis: Analysis, reading: Reading): Claim[] {
  if (analysis.offices.length === 0 && !analysis.phrases.some(({ titleSpan }) => titleSpan)) return [];
  return [...analysis.offices, ...impliedHeads(analysis, reading)]
    .filter(
      ({ former, person, country, plain }) =>
        !former &&
        person !== country &&
        // "Trump's envoy Witkoff": nobody holds an office in a person.
        reading.gazetteer.entity(country)?.type !== "Leader" &&
        (!plain || everHeads(person, country, reading) || leadsMovement(person, country, reading)),
    )
    .map((office) => {
      const head = office.lead || office.plain || isHead(office, reading);
      const type = head ? "LEADS" : "HOLDS_OFFICE_IN";
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
          traced("office", {
            words: analysis.scan.tokens
              .slice(...office.titleSpan)
              .map((token) => token.text)
              .join(" "),
          }),
        ],
      });
    });
}

const everHeads = (person: NodeId, country: NodeId, { gazetteer }: Reading): boolean =>
  gazetteer.offices(person).some((term) => term.country === country && heads.some((office) => office === term.office));

/** Of a movement only who is widely known is called its leader; of a party many are. */
const leadsMovement = (person: NodeId, country: NodeId, { gazetteer }: Reading): boolean =>
  kind("movement", gazetteer).has(country) && gazetteer.entity(person) !== undefined;

/** A minister who heads the state or its government as well, when the article was written; without its date, still does. */
function isHead({ person, country }: OfficeMention, { gazetteer, article }: Reading): boolean {
  const date = article.published?.slice(0, 10);
  return heads.some((office) => gazetteer.holders(country, office, date).includes(person));
}
const heads = ["head_of_state", "head_of_government"] as const;

/** "President X … the Syrian government": a known head of a state that the same sentence names. */
function impliedHeads({ scan, phrases, offices }: Analysis, reading: Reading): OfficeMention[] {
  return phrases.flatMap(({ actor, titleSpan }) => {
    if (!titleSpan || actor.via !== "person") return [];
    if (!is(scan, titleSpan[0], "title.lead") && !is(scan, titleSpan[0], "title.leader")) return [];
    if (offices.some(({ person }) => person === actor.entity)) return [];
    const state = phrases.find((each) => each.actor.entity === actor.country && each.actor.via !== "pronoun");
    if (!state || !everHeads(actor.entity, state.actor.entity, reading)) return [];
    return [
      {
        person: actor.entity,
        country: state.actor.entity,
        lead: true,
        personSpan: [actor.from, actor.to],
        titleSpan,
        countrySpan: [state.actor.from, state.actor.to],
        former: is(scan, titleSpan[0] - 1, "former"),
      },
    ];
  });
}
