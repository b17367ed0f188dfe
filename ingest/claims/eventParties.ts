import type { Claim, NodeId, Span } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import { type EdgeType, edgeTypes } from "../../model/vocabulary.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { DataError } from "../languages/lines.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { curated, nodesByName } from "./curated.ts";
import { evidence } from "./evidence.ts";

interface Party {
  subject: NodeId;
  type: EdgeType;
  object: NodeId;
}

const none: Claim[] = [];
let loaded: Map<NodeId, Party[]> | undefined;

/** "Russian invasion of Ukraine", "Iran-Iraq War": who takes part in an event whose name says so. */
export function partyClaims(analysis: Analysis, reading: Reading): Claim[] {
  const events = analysis.scan.named.filter(({ type }) => type === "Event");
  if (events.length === 0) return none;
  loaded ??= parties(reading.gazetteer);
  const known = loaded;
  return events.flatMap((mention) => {
    const span: Span = [mention.from, mention.to];
    return (known.get(mention.entity) ?? []).map((party) =>
      evidence(analysis, reading, {
        ...party,
        polarity: "affirmed",
        modality: "asserted",
        subjectSpan: span,
        cueSpan: span,
        objectSpan: span,
        rule: "event-name",
        confidence: 0.8,
        trace: [traced("eventName")],
      }),
    );
  });
}

function parties(gazetteer: Gazetteer): Map<NodeId, Party[]> {
  const node = nodesByName(gazetteer);
  const found = new Map<NodeId, Party[]>();
  for (const { cells, place } of curated("eventParties.tsv")) {
    const [name = "", actor = "", edge = "", other = ""] = cells;
    const type = edgeTypes.find((each) => each === edge);
    if (!type) throw new DataError(place, `found "${edge}", expected an edge type of the vocabulary`);
    const event = node(name, place);
    const party = { subject: node(actor, place), type, object: other === "-" ? event : node(other, place) };
    found.set(event, [...(found.get(event) ?? []), party]);
  }
  return found;
}
