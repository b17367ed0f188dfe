import type { ClaimView } from "../../../../model/api.ts";

export type Role = "subject" | "cue" | "object";

export interface Piece {
  text: string;
  /** More than one where spans overlap. */
  roles: Role[];
}

/**
 * Cuts a sentence at its spans. Offsets point into the article; `start` is where the sentence begins there. Spans that
 * reach beyond the sentence mark the part that lies within.
 */
export function marked({ sentence, start, spans }: Pick<ClaimView, "sentence" | "start" | "spans">): Piece[] {
  const inside = (offset: number): number => Math.min(sentence.length, Math.max(0, offset - start));
  const roles = (["subject", "cue", "object"] as const).map((role) => {
    const [from, to] = spans[role];
    return { role, from: inside(from), to: inside(to) };
  });
  const cuts = [...new Set([0, sentence.length, ...roles.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b);
  return cuts.slice(1).map((to, index) => {
    const from = cuts[index]!;
    const here = roles.filter((span) => span.from <= from && span.to >= to).map(({ role }) => role);
    return { text: sentence.slice(from, to), roles: here };
  });
}
