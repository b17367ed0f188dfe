import type { Claim, NodeId } from "../../model/stages.ts";
import { traced } from "../../model/trace.ts";
import { vocabulary } from "../../model/vocabulary.ts";
import type { CueFound } from "./cues.ts";

/**
 * "Somaliland asked Kenya to recognise it, Kenya said no": who turns a request down does not recognise, and the rest of what
 * was asked was not promised. Changes `found` from a place on.
 */
export function turnDown(found: Claim[], refusers: readonly NodeId[], from = 0): void {
  for (let k = found.length - 1; k >= from; k--) {
    const claim = found[k]!;
    if (claim.modality !== "requested" || claim.type === "REQUESTED" || !refusers.includes(claim.subject)) continue;
    if (claim.type === "RECOGNIZED") {
      claim.polarity = "negated";
      claim.modality = "asserted";
      claim.trace.push(traced("requestTurnedDown"));
    } else found.splice(k, 1);
  }
}

/** "A general asked Chad to send arms. It declined": what was asked for was not promised, whoever asked. Changes `found` from a place on. */
export function withdraw(found: Claim[], decliners: readonly NodeId[], from: number): void {
  for (let k = found.length - 1; k >= from; k--) {
    const { modality, type, subject } = found[k]!;
    if (modality === "requested" && vocabulary.edges[type].gives && decliners.includes(subject)) found.splice(k, 1);
  }
}

/** Who refuses, as claims tell; with `asked`, only whoever refuses what those claims say was asked of them. */
export const refusers = (found: readonly Claim[], asked?: readonly Claim[]): NodeId[] =>
  found
    .filter(({ type, polarity }) => type === "REFUSED" && polarity === "affirmed")
    .filter(
      ({ subject, object }) =>
        !asked || asked.some((each) => each.type === "REQUESTED" && each.subject === object && each.object === subject),
    )
    .map(({ subject }) => subject);

/**
 * "neither turned it down nor accepted it": of two refusals, one denied, neither that one nor the other took place. But "did not
 * sit on it, turned it down at once": a refusal that a verb of its own tells in a clause behind the denied one did.
 */
export function leftOpen(found: Claim[], cues: readonly CueFound[]): void {
  const outright = cues
    .filter(({ frame }) => frame.type === "REFUSED" && !frame.options.neg)
    .map(({ frame }) => frame.name);
  const denied = found.filter(({ type, polarity }) => type === "REFUSED" && polarity === "negated");
  for (const { id, subject, object, spans } of denied) {
    const other = found.findIndex(
      (claim) =>
        claim.type === "REFUSED" &&
        claim.polarity === "affirmed" &&
        claim.subject === subject &&
        claim.object === object,
    );
    const told = found[other];
    const turnedDown =
      told && outright.some((name) => told.rule.endsWith(`/${name}`)) && told.spans.cue[0] > spans.cue[0];
    const gone = turnedDown ? found.findIndex((claim) => claim.id === id) : other;
    if (gone >= 0) found.splice(gone, 1);
  }
}
