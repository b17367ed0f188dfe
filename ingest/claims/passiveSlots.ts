import type { Frame } from "./frames.ts";

/** Where the parties of a frame stand in the passive. */
export function passiveSlots(frame: Frame, owners: boolean): { agent: Frame["agent"]; object: Frame["object"] } {
  // "in X's attack three were killed": the owner of a noun acts in the passive as well.
  const answerer = frame.agent.filter((slot) => slot.case === "answerer");
  const by = [{ case: "by" }, ...answerer, ...(owners ? frame.agent.filter((slot) => slot.of === "cue") : [])];
  // "flown in from Tehran": who stands in a case of its own does so in the passive too.
  if (!owners && !frame.agent.some((slot) => slot.case === "subj")) return { agent: frame.agent, object: frame.object };
  // "the giving of tanks by Kenya [Ghana, erg] protested": whoever stands in the ergative has another verb.
  const others = frame.agent.filter((slot) => slot.case !== "subj");
  const named = owners ? [{ case: "by" }, ...others.filter((slot) => slot.case !== "by")] : others;
  return {
    agent: frame.agent.some((slot) => slot.case === "by") ? named : by,
    object: frame.object.map((slot) => (slot.case === "obj" ? { case: "subj" } : slot)),
  };
}
