import { slug } from "../../model/digest.ts";
import type { Claim, Entity, NodeId, Span } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import type { Reading } from "./analyse.ts";
import { type Analysis, subjectOf } from "./analysis.ts";
import { type EventName, eventNames } from "./eventNames.ts";
import { eventWords } from "./eventWords.ts";
import { evidence } from "./evidence.ts";
import type { Phrase } from "./phrase.ts";
import type { Mention } from "./scan.ts";
import { stance } from "./stance.ts";

/** How far the verb of taking part may stand from the event. */
const reach = 7;

/**
 * Events that a sentence names and no list knows become nodes, one for each name (and year, where it comes again) in
 * whatever language. Who is involved: the sides that a war is named after, and whoever takes part, hosts, signs or launches.
 */
export function namedEventClaims(analysis: Analysis, reading: Reading): Claim[] {
  const found = eventNames(analysis, reading.gazetteer);
  const known = analysis.scan.named.filter(({ type }) => type === "Event");
  if (found.length === 0 && known.length === 0) return none;
  const events = found.map((name) => ({ id: node(name, analysis, reading), from: name.from, to: name.to }));
  return [
    ...found.flatMap((name, k) => sides(name, events[k]!.id, analysis, reading)),
    ...known.flatMap(({ entity, from, to }) => takingPart({ id: entity, from, to }, analysis, reading)),
    ...events.flatMap((event) => takingPart(event, analysis, reading)),
  ];
}

const none: Claim[] = [];

interface Event {
  id: NodeId;
  from: number;
  to: number;
}

function node({ kind, pieces, year, from, to }: EventName, { scan, grammar }: Analysis, reading: Reading): NodeId {
  const names = pieces.map(({ en }) => en);
  const joined = names.join(pieces.some(({ type }) => type === "word") ? " " : "-");
  const plain = kind.english.replace("{}", joined);
  const when = kind.yearly ? (year ?? reading.article.published?.slice(0, 4)) : undefined;
  const en = when ? `${when} ${plain}` : plain;
  // A war has one node whichever side is named first.
  const id: NodeId = slug(`event ${kind.parties ? kind.english.replace("{}", [...names].sort().join("-")) : en}`);
  const text = scan.tokens
    .slice(from, to)
    .map((token, k, all) => (k > 0 && all[k - 1]!.end < token.start ? ` ${token.text}` : token.text))
    .join("");
  const before = reading.candidates.get(id);
  const made: Entity = before ?? {
    id,
    type: "Event",
    labels: ["Event"],
    name: { en },
    aliases: [plain],
    candidate: true,
  };
  if (grammar.lang !== "en") made.name[grammar.lang] ??= text;
  if (!made.aliases.includes(text)) made.aliases.push(text);
  reading.candidates.set(id, made);
  reading.seen.set(id, (reading.seen.get(id) ?? 0) + 1);
  for (const { seat } of pieces) {
    const elsewhere = scan.mentions.some((mention) => mention?.entity === seat && !within(mention, from, to));
    // "the Doha summit" does not speak of the state.
    if (seat && !elsewhere && reading.seen.get(seat) === 1) reading.seen.delete(seat);
  }
  return id;
}

const within = (mention: Mention | undefined, from: number, to: number): boolean =>
  mention === undefined || (mention.from >= from && mention.to <= to);

/** "the Chad-Libya war": both took part in it. */
function sides({ kind, pieces, from, to }: EventName, event: NodeId, analysis: Analysis, reading: Reading): Claim[] {
  if (!kind.parties || pieces.length < 2) return [];
  const span: Span = [from, to];
  return pieces.flatMap(({ node }) =>
    node === undefined
      ? []
      : evidence(analysis, reading, {
          ...{ type: "INVOLVED_IN", subject: node, object: event, polarity: "affirmed", modality: "asserted" },
          ...{ subjectSpan: span, cueSpan: span, objectSpan: span, rule: "event-name", confidence: 0.8 },
          trace: [traced("warName")],
        }),
  );
}

/** "took part in the Astana summit": the subject of a verb of taking part whose object is the event. */
function takingPart(event: Event, analysis: Analysis, reading: Reading): Claim[] {
  const { scan, clauses, grammar } = analysis;
  const late = grammar.order === "prepositional";
  const { part } = eventWords(grammar.lang);
  for (let step = 0; step < reach; step++) {
    const at = late ? event.from - 1 - step : event.to + step;
    if (clauses.of[at] === undefined || clauses.of[at] !== clauses.of[event.from]) return [];
    if (late && scan.covered[at] && step > 0) return [];
    const phrase = part
      .of(scan.tokens[at]!.lower)
      .find(({ words }) => words.every((word, k) => scan.tokens[at + k]?.lower === word));
    if (!phrase || (late && at + phrase.words.length > event.from)) continue;
    const cue: [number, number] = [at, at + phrase.words.length];
    const how = stance(scan, cue, clauses, grammar);
    if (how.silent || how.passive || how.polarity === "negated") return [];
    const trace = [traced("takesPart", { words: phrase.words.join(" ") }), ...how.notes];
    return subjectOf(analysis, clauses.of[at]!)
      .filter((who) => who.actor.via !== "pronoun" && (who.to <= event.from || !late))
      .map((who) =>
        evidence(analysis, reading, {
          ...{ type: "INVOLVED_IN", subject: who.actor.entity, object: event.id, polarity: "affirmed" },
          ...{ modality: how.modality, subjectSpan: span(who), cueSpan: cue, objectSpan: [event.from, event.to] },
          ...{ rule: "takes-part", confidence: 0.7, trace },
        }),
      );
  }
  return [];
}

const span = ({ actor }: Phrase): Span => [actor.from, actor.to];
