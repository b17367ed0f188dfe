import type { NodeId } from "../../model/stages.ts";
import type { NameForm } from "../gazetteer/gazetteer.ts";
import type { Mention } from "./scan.ts";

/** A noun that an actor owns or modifies: "Poland's [request]", "Russian [troops]". */
export interface Noun {
  classes: readonly string[];
  from: number;
  to: number;
  case: string;
}

/** Who a phrase is about. A person acts for a country where one is known. */
export interface Actor {
  entity: NodeId;
  country?: NodeId;
  from: number;
  to: number;
  /** `organ`: an army, ministry or title without a name, which acts for the country. */
  via: "name" | "organ" | "person" | "pronoun";
  form: NameForm;
  fuzzy: boolean;
  /** The country that the text names as the region's ("[Ukraine]'s Kharkiv"). */
  within?: NodeId;
  /** A state's own name (not a person, organization or region). */
  state: boolean;
}

/** An actor in a sentence with the case it stands in; `gen` when it owns the nouns of `owned`, outermost last. */
export interface Phrase {
  actor: Actor;
  case: string;
  from: number;
  to: number;
  owned: Noun[];
  /** Members of one coordination ("A, B and C") share a number. */
  group: number;
  /** An adjective or a bare modifier ("Polish appeal"), not a possessor with a marker. */
  adjectival: boolean;
  /** First token of what it owns. */
  ownsFrom?: number;
  /** A title without a name ("the Russian president"): whoever the article names in that office is meant. */
  title?: "lead" | "office";
  /** A firm of the country: it trades for it, and does nothing else in its name. */
  firm?: boolean;
  /** The words of the title, before a name or instead of one. */
  titleSpan?: [from: number, to: number];
  /** A possessor that ends its clause and owns what stands right before it: "firm protest [Tokyo's]". */
  trailing?: boolean;
  /** A possessor right before the name of somebody else: it owns what comes further on. */
  waits?: boolean;
  /** Stands for "both countries". */
  both?: boolean;
  /** A pronoun that is an object. */
  whom?: boolean;
  /** Where its postposition stands, behind an aside. */
  markedAt?: number;
}

/**
 * Phrases and their actors with all fields in one order: the engine reads objects of one shape several times as fast as
 * objects of many, and every rule reads these.
 */
export function makePhrase(given: Pick<Phrase, "case" | "from" | "to"> & Partial<Phrase>, actor: Actor): Phrase {
  return {
    actor,
    case: given.case,
    from: given.from,
    to: given.to,
    owned: given.owned ?? [],
    group: given.group ?? -1,
    adjectival: given.adjectival ?? false,
    ownsFrom: given.ownsFrom,
    title: given.title,
    firm: given.firm,
    titleSpan: given.titleSpan,
    trailing: given.trailing,
    waits: given.waits,
    both: given.both,
    whom: given.whom,
    markedAt: given.markedAt,
  };
}

/** A phrase shown at other words: those that stand here for its name, or for what it does. */
export const shownAt = (phrase: Phrase, [from, to]: readonly [from: number, to: number]): Phrase => ({
  ...phrase,
  actor: { ...phrase.actor, from, to },
});

export function makeActor(given: Actor): Actor {
  return {
    entity: given.entity,
    country: given.country,
    from: given.from,
    to: given.to,
    via: given.via,
    form: given.form,
    fuzzy: given.fuzzy,
    within: given.within,
    state: given.state,
  };
}

/** The actor that a name stands for. */
export const namedActor = (mention: Mention): Actor =>
  makeActor({
    entity: mention.entity,
    from: mention.from,
    to: mention.to,
    via: mention.type === "Leader" ? "person" : "name",
    form: mention.form,
    fuzzy: mention.fuzzy,
    state: mention.type === "Country",
  });

/** "Country + title + person" as the text has it. */
export interface OfficeMention {
  person: NodeId;
  country: NodeId;
  lead: boolean;
  personSpan: [number, number];
  titleSpan: [number, number];
  countrySpan: [number, number];
  former: boolean;
  /** "leader": says who leads only where the gazetteer knows that person as head of that state. */
  plain?: boolean;
}

/** A pronoun that waits for its antecedent. */
export interface Pronoun {
  kind: "personal" | "relative" | "we" | "own" | "both" | "those" | "org" | "described";
  /** What it is called ("the kingdom"): the node of that kind that the article speaks of. */
  called?: string;
  case: string;
  from: number;
  to: number;
  owned: Noun[];
  /** Means more than one ("them"). */
  plural?: boolean;
  /** Means a person ("who", "his country"). */
  person?: boolean;
  /** Stands where an object stands ("accusing [it] of"). */
  whom?: boolean;
}

export interface Phrases {
  phrases: Phrase[];
  offices: OfficeMention[];
  pronouns: Pronoun[];
}
