import type { Lang, NodeId } from "../../model/stages.ts";
import { gazetteer } from "../gazetteer/gazetteer.ts";
import { distance, soundsOf } from "../gazetteer/sounds.ts";
import { curated } from "./curated.ts";

let capitals: Map<NodeId, string[]> | undefined;

/** The English name of the capital that a text writes in whatever script: of several of one state the one that sounds like it. */
export function capitalName(state: NodeId, written: string, lang: Lang): string {
  if (/^\p{Script=Latin}/u.test(written)) return written;
  capitals ??= read();
  const sounds = soundsOf(written, lang);
  const [best] = (capitals.get(state) ?? [])
    .map((name) => ({ name, far: distance(sounds, soundsOf(name, "en")) }))
    .sort((a, b) => a.far - b.far);
  return best?.name ?? gazetteer().entity(state)?.name.en ?? written;
}

/** capitals.tsv has states by their code; the gazetteer knows them by the first of these names. */
function read(): Map<NodeId, string[]> {
  const found = new Map<NodeId, string[]>();
  for (const { cells } of curated("capitals.tsv")) {
    const names = (cells[2] ?? "").split("|").filter((name) => name !== "");
    const readings = names.flatMap((name) => gazetteer().longest(name.split(" "), 0, "en")?.readings ?? []);
    const state = readings.find(({ form, entity }) => form === "capital" && gazetteer().country(entity) === entity);
    if (state) found.set(state.entity, [...(found.get(state.entity) ?? []), ...names]);
  }
  return found;
}
