import { join } from "node:path";
import type { Claim, NodeId, Span } from "../../model/stages.ts";
import { type EdgeType, edgeTypes } from "../../model/vocabulary.ts";
import type { Gazetteer } from "../gazetteer/gazetteer.ts";
import { DataError, lines } from "../languages/lines.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { evidence } from "./evidence.ts";

interface Party {
  subject: NodeId;
  type: EdgeType;
  object: NodeId;
}

let loaded: Map<NodeId, Party[]> | undefined;

/** "Russian invasion of Ukraine", "Iran-Iraq War": who takes part in an event whose name says so. */
export function partyClaims(analysis: Analysis, reading: Reading): Claim[] {
  loaded ??= parties(reading.gazetteer);
  const known = loaded;
  return analysis.scan.mentions.flatMap((mention) => {
    if (mention?.type !== "Event") return [];
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
        trace: ["the name of the event says who takes part in it"],
      }),
    );
  });
}

function parties(gazetteer: Gazetteer): Map<NodeId, Party[]> {
  const ids = new Map([...gazetteer.entities()].map((entity) => [entity.name.en, entity.id]));
  const found = new Map<NodeId, Party[]>();
  for (const { cells, place } of lines(join(import.meta.dirname, "../gazetteer/curated/eventParties.tsv"))) {
    const [name = "", actor = "", edge = "", other = ""] = cells;
    const event = ids.get(name);
    const subject = ids.get(actor);
    const type = edgeTypes.find((each) => each === edge);
    const object = other === "-" ? event : ids.get(other);
    if (!event || !subject || !type || !object)
      throw new DataError(place, "expected an event, an actor, an edge type and an object that the gazetteer knows");
    found.set(event, [...(found.get(event) ?? []), { subject, type, object }]);
  }
  return found;
}
