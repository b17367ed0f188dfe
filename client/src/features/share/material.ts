import { useMemo, useRef, useState } from "react";
import type { NodeView } from "../../../../model/api.ts";
import { loadAtlas } from "../../graph/atlas/load.ts";
import { filterNames, isActive } from "../../graph/filter.ts";
import { looking } from "../../graph/history.ts";
import { type Palette, palette } from "../../graph/palette.ts";
import { message, useMessages } from "../../language.ts";
import { link } from "../../location.ts";
import { useLook, useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { useFilterWords } from "../trail/chips.tsx";
import { words } from "../trail/trail.tsx";
import documentCss from "./document.css?inline";
import { article, file, type Pages } from "./document.ts";
import { faces } from "./fonts.ts";
import { countSources, gather, sameAsQuery } from "./gather.ts";
import { type Sheet, svg } from "./shapes.ts";
import { type About, sheet } from "./sheet.ts";

export type Paper = "shown" | "light" | "dark";
export const papers: readonly Paper[] = ["shown", "light", "dark"];

type Tell = (done: number) => void;

/** What pictures and pages of the present view are made from; the same object as long as the view is the same. */
export function useMaterial() {
  const t = useMessages();
  const seen = useSeen();
  const look = useLook();
  const view = useSession((session) => session.view);
  const past = useSession((session) => session.past);
  const filterWords = useFilterWords();
  const filters = filterNames.filter((name) => isActive(view.filters, name)).map(filterWords);
  if (view.hidden.length > 0) filters.push(t("chips.hidden", { count: view.hidden.length }));
  const told = filters.join("\n");
  return useMemo(() => {
    const steps = past.map(({ step }) => step).filter(({ name }) => !silent.has(name));
    const landmark = steps.findLast(({ name }) => landmarks.has(name));
    const nodes = seen.nodes.flatMap((id) => library.nodes.get(id) ?? []);
    const about: About = {
      title: landmark ? words(landmark, view.names, t) : busiest(nodes, view.names),
      filters: told.split("\n").filter(Boolean),
      nodes,
      edges: seen.edges.toSorted((a, b) => b.sources - a.sources || b.claims - a.claims || (a.id < b.id ? -1 : 1)),
      view,
      sources: undefined,
      day: new Date().toISOString().slice(0, 10),
    };
    let sources: Promise<number | undefined> | undefined;
    const counted = async (): Promise<About> => {
      sources ??= countSources(about.edges);
      return { ...about, sources: await sources };
    };
    const picture = async (paper: Paper, final = false, numbered = false): Promise<Sheet> =>
      sheet(
        final ? await counted() : about,
        { ...look, atlas: view.layout === "map" ? await loadAtlas() : undefined },
        numbered ? { ...paletteOf(paper), paper: white } : paletteOf(paper),
        numbered,
      );
    const pages = async (tell: Tell, signal: AbortSignal): Promise<Pages> => {
      const full = await counted();
      return {
        about: full,
        picture: svg(await picture("light", true, true)),
        told: await gather(full.edges, tell, signal),
        steps: [message("trail.start"), ...steps.map((step) => words(step, view.names, t))],
        query: sameAsQuery(full.edges, full.nodes),
        link: await link().catch(() => location.href),
      };
    };
    return {
      about,
      picture,
      article: async (tell: Tell, signal: AbortSignal) => `<main>${article(await pages(tell, signal))}</main>`,
      file: async (tell: Tell, signal: AbortSignal) => {
        const made = await pages(tell, signal);
        const held = await faces(article(made), families, signal);
        return file(made, `${held}\n${documentCss}`);
      },
    };
  }, [seen, look, view, past, told, t]);
}

/** Something that takes its time: how far it is, how to stop it, what went wrong. */
export function useMaking() {
  const [making, setMaking] = useState<{ done: number; slow: boolean }>();
  const [problem, setProblem] = useState<string>();
  const controller = useRef<AbortController>(undefined);
  const make = async (work: (tell: Tell, signal: AbortSignal) => Promise<void>): Promise<void> => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setProblem(undefined);
    setMaking({ done: 0, slow: false });
    const timer = setTimeout(() => setMaking((now) => now && { ...now, slow: true }), 1000);
    try {
      await work((done) => setMaking((now) => now && { ...now, done }), mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      clearTimeout(timer);
      if (controller.current === mine) setMaking(undefined);
    }
  };
  return {
    ...{ making, problem },
    make: (work: (tell: Tell, signal: AbortSignal) => Promise<void>) => void make(work),
    cancel: () => controller.current?.abort(),
  };
}

const white = "#ffffff";
const silent: ReadonlySet<string> = new Set([...looking, "move"]);
const landmarks: ReadonlySet<string> = new Set(["centre", "path", "common", "keep"]);
const families = [
  ...["Noto Sans Variable", "Noto Sans Devanagari Variable", "Noto Sans Bengali Variable"],
  ...["Noto Serif Variable", "Noto Serif Devanagari Variable", "Noto Serif Bengali Variable"],
];

/** A view that no step led to is called after those it is most about. */
function busiest(nodes: readonly NodeView[], names: string): string {
  return [...nodes]
    .sort((a, b) => b.degree - a.degree)
    .slice(0, 3)
    .map((node) => node.names[names] ?? node.names.en)
    .join(" · ");
}

/** The page's colours, or those it has in the other light. */
function paletteOf(paper: Paper): Palette {
  if (paper === "shown") return palette(document.body);
  const probe = document.createElement("div");
  probe.style.colorScheme = paper;
  document.body.append(probe);
  const found = palette(probe);
  probe.remove();
  return found;
}
