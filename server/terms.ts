import { join } from "node:path";
import type { z } from "zod";
import { gazetteer } from "../ingest/gazetteer/gazetteer.ts";
import { lines } from "../ingest/languages/lines.ts";
import type { Term } from "../model/api.ts";
import type { NodeId } from "../model/stages.ts";

type Terms = Map<NodeId, z.infer<typeof Term>[]>;

const folder = join(import.meta.dirname, "..", "ingest", "gazetteer", "data");
let read: Terms | undefined;

/** The dated offices and memberships that the gazetteer knows of a node, from both ends: open ones first, then the newest. */
export function termsOf(id: NodeId): z.infer<typeof Term>[] {
  read ??= readTerms();
  return read.get(id) ?? [];
}

function readTerms(): Terms {
  const terms: Terms = new Map();
  const add = (of: NodeId, about: NodeId, term: Omit<z.infer<typeof Term>, "node">): void => {
    const entity = gazetteer().entity(about);
    if (entity) terms.set(of, [...(terms.get(of) ?? []), { ...term, node: { id: about, names: entity.name } }]);
  };
  const dated = (from = "", to = "") => ({ ...(from ? { from } : {}), ...(to ? { to } : {}) });
  for (const { cells } of lines(join(folder, "offices.tsv"))) {
    const [person = "", state = "", office = "", from, to] = cells;
    add(person, state, { role: office, side: "holds", ...dated(from, to) });
    add(state, person, { role: office, side: "held", ...dated(from, to) });
  }
  for (const { cells } of lines(join(folder, "members.tsv"))) {
    const [organization = "", member = "", from, to] = cells;
    add(member, organization, { role: "member", side: "holds", ...dated(from, to) });
    add(organization, member, { role: "member", side: "held", ...dated(from, to) });
  }
  const last = (term: z.infer<typeof Term>): string => term.to ?? "9999";
  for (const list of terms.values())
    list.sort((a, b) => last(b).localeCompare(last(a)) || (b.from ?? "").localeCompare(a.from ?? ""));
  return terms;
}
