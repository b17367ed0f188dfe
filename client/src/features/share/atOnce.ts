import { nameOf } from "../../graph/name.ts";
import { palette } from "../../graph/palette.ts";
import { message } from "../../language.ts";
import { seen } from "../../picture.ts";
import { library, stage, useSession } from "../../session.ts";
import { edgeLabel } from "../../ui/names.tsx";

/**
 * A browser that prints by its own menu waits for nobody: it gets the picture as it stands and the list of its ties,
 * which are here already. The sheet with every sentence is one key away, and says so.
 */
export function printAtOnce(): () => void {
  let sheet: HTMLElement | undefined;
  const before = (): void => {
    const { view } = useSession.getState();
    if (document.querySelector(".print-sheet") || Object.keys(view.nodes).length === 0) return;
    sheet = document.createElement("div");
    sheet.className = "print-sheet at-once";
    sheet.append(element("h1", "Entente"), ...picture(), legend(), ties(), element("p", message("share.printHint")));
    document.body.append(sheet);
  };
  const after = (): void => sheet?.remove();
  addEventListener("beforeprint", before);
  addEventListener("afterprint", after);
  return () => {
    removeEventListener("beforeprint", before);
    removeEventListener("afterprint", after);
  };
}

function picture(): HTMLElement[] {
  const source = stage.canvas?.snapshot();
  if (!source) return [];
  const image = document.createElement("img");
  image.src = source;
  image.alt = "";
  // The names have the page's colours, and on paper of another light nobody would read them.
  image.style.background = palette(document.body).paper;
  return [image];
}

function legend(): HTMLElement {
  const shown = document.querySelector(".legend-lists")?.cloneNode(true);
  const box = document.createElement("div");
  if (shown) box.append(shown);
  return box;
}

function ties(): HTMLElement {
  const { view } = useSession.getState();
  const list = document.createElement("ol");
  const name = (id: string): string => nameOf(library.nodes.get(id)?.names ?? { en: id }, view.names);
  for (const { from, type, to, stance, sources } of seen(view).edges.toSorted((a, b) => b.sources - a.sources)) {
    const words = message("tie.words", { from: name(from), label: edgeLabel(type, "label"), to: name(to) });
    const told = [message(`stance.${stance}`), message("count.sources", { count: sources })].join(", ");
    list.append(element("li", `${words} — ${told}`));
  }
  return list;
}

function element(name: string, text: string): HTMLElement {
  const made = document.createElement(name);
  made.textContent = text;
  return made;
}
