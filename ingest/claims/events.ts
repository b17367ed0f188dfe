import { slug } from "../../model/digest.ts";
import type { Entity, NodeId } from "../../model/stages.ts";
import type { Reading } from "./analyse.ts";
import type { Analysis } from "./analysis.ts";
import { makeActor, makePhrase, type Phrase } from "./phrase.ts";
import type { Cue, Filler } from "./scope.ts";

/**
 * A referendum or annexation that an act is aimed at and that no country owns in the text: where the sentence names its
 * place, that place stands for it; else it becomes an Event node of its own, one for each kind, place and month.
 */
export function eventObject(analysis: Analysis, cue: Cue, reading: Reading, agents: Phrase[]): Filler | undefined {
  const { scan, clauses, phrases, grammar } = analysis;
  const clause = clauses.of[cue[0]]!;
  const parent = clauses.clauses[clause]?.kind === "main" ? -1 : clauses.clauses[clause]?.parent;
  const [from, to] = grammar.order === "prepositional" ? [cue[1], cue[1] + 9] : [0, cue[1]];
  for (let k = Math.min(to, scan.tokens.length) - 1; k >= from; k--) {
    const mark = scan.marks[k];
    const kind = mark?.classes.find((cls) => cls.startsWith("event."))?.slice(6);
    if (!mark || !kind || (clauses.of[k] !== clause && clauses.of[k] !== parent)) continue;
    const by = phrases.find((phrase) => phrase.case === "by" && phrase.from >= mark.to && phrase.from - mark.to < 9);
    if (kind === "annexation" && by?.actor.state && clauses.of[by.from] === clauses.of[k])
      return { phrases: [by], slot: "who annexed", carried: true };
    const places = phrases.filter(
      (phrase) =>
        !agents.includes(phrase) &&
        // "spoke at the UN and recognised the vote in Peru": what stands before the verb is not where the vote was.
        (grammar.order !== "prepositional" || phrase.from >= cue[1]) &&
        (["loc", "in", "gen", "of"].includes(phrase.case) || phrase.to === mark.from) &&
        Math.abs(phrase.actor.to - k) < 6,
    );
    const region = places.find((phrase) => !phrase.actor.state);
    // "rejected its plea to recognise the vote": an election is somebody's.
    const [where] = places;
    if (kind === "election" && grammar.order === "prepositional")
      return where?.actor.state ? { phrases: [where], slot: "whose election it is", carried: true } : undefined;
    // Without its place nobody knows which one it is.
    if (kind === "annexation" && (!where || where.adjectival)) return undefined;
    if (region) return { phrases: [region], slot: `place of the ${kind}`, carried: false };
    const entity = eventNode(
      kind,
      scan.tokens
        .slice(mark.from, mark.to)
        .map((token) => token.text.slice(0, token.text.length - (mark.to - 1 === k ? mark.ending.length : 0)))
        .join(" "),
      places[0],
      reading,
    );
    return {
      phrases: [
        makePhrase(
          { case: "nom", from: mark.from, to: mark.to, group: -2 },
          makeActor({
            entity: entity.id,
            from: mark.from,
            to: mark.to,
            via: "name",
            form: "name",
            fuzzy: false,
            state: false,
          }),
        ),
      ],
      slot: `the ${kind} itself`,
      carried: false,
    };
  }
  return undefined;
}

function eventNode(kind: string, text: string, place: Phrase | undefined, reading: Reading): Entity {
  const { article, gazetteer, candidates, grammar } = reading;
  const month = article.published?.slice(0, 7);
  const where = place && gazetteer.entity(place.actor.entity)?.name.en;
  const name = [kind.charAt(0).toUpperCase() + kind.slice(1), where && `of ${where}`, !where && month && `(${month})`]
    .filter(Boolean)
    .join(" ");
  const id: NodeId = slug(`event ${name}`);
  const made: Entity = {
    id,
    type: "Event",
    labels: ["Event"],
    name: { en: name, [grammar.lang]: text },
    aliases: where ? [`${where} ${kind}`, text] : [text],
    candidate: true,
  };
  candidates.set(id, made);
  return made;
}
