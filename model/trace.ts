import { z } from "zod";
import places from "./places.json" with { type: "json" };

/**
 * The steps by which a claim was read, each with its English line, as claims keep them and `entente explain` prints them.
 * `{…}` stands for an argument. Interfaces word the steps in their own languages.
 */
const lines = {
  cue: 'cue "{words}" of frame {frame}',
  subject: "subject in {slot}",
  object: "object in {slot}",
  read: "read as {modality}",
  carried: "the subject is carried over from another clause: less sure",
  negated: "negated in its verb group",
  negatedAhead: "negated by the word that opens the clause",
  governorNegated: "what governs it is negated",
  governorTakenBack: "what governs it is taken back",
  governorDone: "what governs it is itself reported as done",
  underRefusal: "embedded under a refusal",
  keptFrom: "who keeps from it has not done it",
  notLet: "it is not let happen",
  ended: "what is told of it is that it ended",
  condition: "depends on a condition",
  headline: "an infinitive in place of the verb: a headline's future",
  hearsay: "only said, by nobody who is named",
  deniedByAccused: "denied by whom others accuse of it",
  excepted: "excepted from a denial",
  verbLeftOut: "its verb is left out",
  partOfAnother: "regarded as a part of another",
  undelivered: "promised, and not given yet",
  requestMade: "the request that is refused was made by its owner",
  requestTurnedDown: "the request for it is turned down",
  recognitionTurnedDown: "the recognition that was asked for is turned down",
  atRequest: "the subject of the clause acts at the request of the other",
  goodsAsked: "goods that somebody is asked for",
  charge: "who says so as a charge accuses the one of whom it is said",
  office: '"{words}" is said of the name, and its country stands beside',
  takesPart: '"{words}" says that its subject takes part',
  warName: "the name of the war says whose it is",
  eventName: "the name of the event says who takes part in it",
} as const;

type Lines = typeof lines;
export type StepKind = keyof Lines;
type Arguments<Line extends string> = Line extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Arguments<Rest>
  : never;

/** A line of a claim's trace that is surely one of the above. */
export type TraceLine = string & { readonly trace: true };

/** The English line of a step. */
export function traced<Kind extends StepKind>(kind: Kind, values?: Record<Arguments<Lines[Kind]>, string>): TraceLine {
  const given: Record<string, string> = values ?? {};
  return lines[kind].replace(/\{([a-z]+)\}/gu, (_all, name: string) => given[name] ?? "") as TraceLine;
}

/** Where in its sentence a party was found, by what it is to the act: what readers are told in place of a slot's own name. */
export const placesOfParties = [...Object.keys(places), "city", "event", "elsewhere", "special"] as (
  | keyof typeof places
  | "city"
  | "event"
  | "elsewhere"
  | "special"
)[];
export type PlaceOfParty = (typeof placesOfParties)[number];

/** What stands for a party that is not called by its name. */
const ways = ["pronoun", "person", "organ"] as const;

const kinds = ["other", ...(Object.keys(lines) as StepKind[])] as const;

/** A step as data: its kind and what it speaks of. A line that no kind knows (of an older store) is `other`. */
export const Step = z.object({
  kind: z.enum(kinds),
  /** The words of the article. */
  words: z.string().optional(),
  /** Of a party: where it was found, and by what it is meant where not by its name. */
  place: z.enum(placesOfParties).optional(),
  via: z.enum(ways).optional(),
  modality: z.enum(["alleged", "announced", "requested", "conditional"]).optional(),
  /** The name of the rule's part, or the line itself. */
  technical: z.string().optional(),
});
export type Step = z.infer<typeof Step>;

/** The step that a line of a trace tells. */
export function stepOf(line: string): Step {
  const kind = plain.get(line);
  if (kind) return { kind };
  for (const { kind, pattern } of patterns) {
    const values = pattern.exec(line)?.groups;
    if (values) return { kind, ...read(values) };
  }
  return { kind: "other", technical: line };
}

const entries = Object.entries(lines) as [StepKind, string][];
const plain = new Map(entries.filter(([, line]) => !line.includes("{")).map(([kind, line]) => [line, kind]));
const patterns = entries
  .filter(([, line]) => line.includes("{"))
  .map(([kind, line]) => ({ kind, pattern: new RegExp(`^${line.replace(/\{([a-z]+)\}/gu, "(?<$1>.+)")}$`, "su") }));

function read({ words, frame, slot, modality }: Record<string, string>): Omit<Step, "kind"> {
  if (slot !== undefined) return party(slot);
  if (modality !== undefined) return { modality: Step.shape.modality.catch(undefined).parse(modality) };
  return { words, ...(frame === undefined ? {} : { technical: frame }) };
}

/** "erg by pronoun": the slot, and what stands in it for the name. */
function party(text: string): Omit<Step, "kind"> {
  const via = ways.find((way) => text.endsWith(` by ${way}`));
  const slot = via ? text.slice(0, -` by ${via}`.length) : text;
  return { place: placeOf(slot), ...(via ? { via } : {}), technical: slot };
}

const known = new Map(
  Object.entries(places).flatMap(([place, slots]) => slots.map((slot) => [slot, place as PlaceOfParty])),
);

/** What a party is to the act, by the name of the slot it was found in: a case, `case@what it owns`, or a phrase. */
export function placeOf(slot: string): PlaceOfParty {
  const exact = known.get(slot);
  if (exact) return exact;
  const [name = "", owned] = slot.replace(/, (?:carried|elsewhere in the sentence)$/u, "").split("@");
  if (owned !== undefined && ["request", "proposal", "bid"].includes(owned)) return "asker";
  if (/^(?:askedby|who (?:asks|proposes))/u.test(name)) return "asker";
  if (/, (?:carried|elsewhere in the sentence)$/u.test(slot)) return "elsewhere";
  if (owned === "cue" || name === "gen") return "owner";
  if (name.startsWith("a city of the state")) return "city";
  if (/^the .+ itself$/u.test(name)) return "event";
  return name.startsWith("place of the") ? "bearing" : (known.get(name) ?? "special");
}
