import { hash } from "node:crypto";
import type { Claim, ClaimId, NodeId } from "./stages.ts";

/** The same words about the same two nodes in the same article are the same claim, however often they are read. */
export function claimId(claim: Omit<Claim, "id">): ClaimId {
  const { article, type, subject, object, polarity, start, spans } = claim;
  return `c-${digest([article, type, subject, object, polarity, start, ...spans.cue].join(" "))}` as ClaimId;
}

const marks = /\p{M}/gu;
const between = /[^\p{L}\p{N}]+/gu;

/** A stable name for a thing without a Wikidata QID: lower-case Latin letters, digits and hyphens, never a space. */
export function slug(name: string): NodeId {
  const plain = name.normalize("NFKD").replace(marks, "").toLowerCase();
  const words = plain.replace(between, "-").replace(/^-|-$/g, "");
  return (/^[a-z0-9-]+$/.test(words) ? words : `x-${digest(name)}`) as NodeId;
}

/** Content hash of an article: what "ingesting twice changes nothing" compares. */
export function contentHash(text: string): string {
  return digest(text, 32);
}

function digest(text: string, length = 16): string {
  return hash("sha256", text, "hex").slice(0, length);
}
