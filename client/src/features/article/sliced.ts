import type { ClaimView } from "../../../../model/api.ts";

export interface Slice {
  text: string;
  claims: ClaimView[];
}

/** Cuts a text at the sentences that hold claims; claims of one sentence, or of sentences that overlap, stand together. */
export function sliced(text: string, claims: readonly ClaimView[]): Slice[] {
  const slices: Slice[] = [];
  let at = 0;
  const sorted = [...claims].sort((a, b) => a.start - b.start || a.end - b.end);
  for (let index = 0; index < sorted.length; ) {
    const first = sorted[index]!;
    const here = [first];
    let end = first.end;
    for (index++; index < sorted.length && sorted[index]!.start < end; index++) {
      here.push(sorted[index]!);
      end = Math.max(end, sorted[index]!.end);
    }
    if (first.start > at) slices.push({ text: text.slice(at, first.start), claims: [] });
    slices.push({ text: text.slice(Math.max(at, first.start), end), claims: here });
    at = end;
  }
  if (at < text.length) slices.push({ text: text.slice(at), claims: [] });
  return slices;
}
