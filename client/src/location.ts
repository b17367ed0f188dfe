import { api } from "./api.ts";
import { centre, openEdge, restore, start } from "./explore.ts";
import { askedQuery, learnAnswer, openQuery } from "./features/console/open.ts";
import { read, write } from "./graph/address.ts";
import type { StepName } from "./graph/history.ts";
import type { View } from "./graph/view.ts";
import { usePreferences } from "./preferences.ts";
import { attempt, library, useSession } from "./session.ts";

/**
 * The address of the page: `#v=` holds the whole view and `lang=` the interface's language. Links made by hand may say
 * `?node=`, `?edge=` or `?view=` (a view that the server keeps).
 */
export function address(): URLSearchParams {
  const parts = new URLSearchParams(location.search);
  for (const [name, value] of new URLSearchParams(location.hash.slice(1))) parts.set(name, value);
  return parts;
}

/** Whether the address asks for anything to be shown. */
export function asksForSomething(): boolean {
  const parts = address();
  return ["v", "view", "node", "edge", "cypher"].some((name) => parts.has(name));
}

/** Whether the page stands inside another one: the picture alone then, which keeps no address and opens nothing. */
export const isEmbedded = new URLSearchParams(location.search).has("embed");

/** What stands in the address beside the view and the language, such as the query in the console. */
const beside = new Map<string, string>();

/** Puts something beside the view in the address, or takes it away; links to the view carry it too. */
export function accompany(parts: Readonly<Record<string, string | undefined>>): void {
  const hash = new URLSearchParams(location.hash.slice(1));
  for (const [name, value] of Object.entries(parts)) {
    if (value === undefined) beside.delete(name);
    else beside.set(name, value);
    if (value === undefined) hash.delete(name);
    else hash.set(name, value);
  }
  const text = hash.toString();
  history.replaceState(null, "", `${location.pathname}${location.search}${text ? `#${text}` : ""}`);
}

/** Opens what the address asks for; an address that asks for nothing gets an answer all the same. */
export async function openAddress(): Promise<void> {
  const parts = address();
  const [text, kept, node, edge] = ["v", "view", "node", "edge"].map((name) => parts.get(name));
  const readOr = async (given: string): Promise<void> => {
    try {
      await restore(await read(given));
    } catch {
      await start();
      useSession.getState().say({ key: "notice.badAddress" });
    }
  };
  const query = askedQuery(parts);
  if (query && !text && !kept) return openQuery(query, "run");
  if (query) {
    await learnAnswer(query);
    openQuery(query);
  }
  if (text) return readOr(text);
  if (kept) {
    return attempt(async (signal) => {
      const { view } = await api.savedView(kept, signal);
      await readOr(String(view));
    });
  }
  if (edge) {
    const [from, type, to] = edge.split(" ");
    if (from && type && to) return openEdge({ from, type, to });
  }
  if (node) return centre(node.split(","));
  return start();
}

/** Steps that the browser's Back takes back; smaller ones have undo. */
const landmarks: ReadonlySet<StepName> = new Set(["centre", "expand", "add", "path", "common", "mode"]);

/** Keeps the address in step with the view; gives back a function that stops it. */
export function followView(): () => void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let written: View | undefined;
  let steps = 0;
  const put = async (): Promise<void> => {
    const { view, past } = useSession.getState();
    if (view === written) return;
    const text = await write(view);
    if (useSession.getState().view !== view) return;
    const last = past.at(-1);
    const landmark = past.length > steps && last !== undefined && landmarks.has(last.step.name);
    steps = past.length;
    const first = written === undefined;
    written = view;
    // What everybody sees who comes for the first time needs no name.
    if (first && past.length === 0 && !address().has("v")) return;
    const url = `${location.pathname}#${new URLSearchParams({ lang: usePreferences.getState().language, v: text, ...Object.fromEntries(beside) })}`;
    if (landmark) history.pushState(null, "", url);
    else history.replaceState(null, "", url);
  };
  const stop = useSession.subscribe((now, before) => {
    if (now.opening || now.view === before.view) return;
    clearTimeout(timer);
    timer = setTimeout(() => void put(), 250);
  });
  const back = (): void => {
    const text = address().get("v");
    if (!text) return;
    void read(text).then(async (view) => {
      written = view;
      const { take } = useSession.getState();
      if (Object.keys(view.nodes).every((id) => library.nodes.has(id))) take({ name: "open" }, () => view);
      else await restore(view);
    });
  };
  addEventListener("popstate", back);
  return () => {
    clearTimeout(timer);
    stop();
    removeEventListener("popstate", back);
  };
}

/** A link to exactly this view: whole in itself while it is short, else by a name that the server keeps. */
export async function link(): Promise<string> {
  const { view } = useSession.getState();
  const text = await write(view);
  const lang = usePreferences.getState().language;
  if (text.length <= 1800)
    return `${location.origin}/#${new URLSearchParams({ lang, v: text, ...Object.fromEntries(beside) })}`;
  const { id } = await api.saveView(text);
  return `${location.origin}/?${new URLSearchParams({ lang, view: id, ...Object.fromEntries(beside) })}`;
}
