import { create } from "zustand";
import { ApiProblem } from "./api.ts";
import type { GraphCanvas } from "./graph/canvas.ts";
import { type History, look, type Step, settle, take, travel, undo } from "./graph/history.ts";
import { createLibrary } from "./graph/library.ts";
import { emptyView, same, type View } from "./graph/view.ts";
import type { Key, Values } from "./language.ts";

/** Everything known of the graph; outlives every view. */
export const library = createLibrary();

/** The canvas while there is one: who lays out asks it for its shape, who fits asks it for the camera. */
export const stage: { canvas: GraphCanvas | undefined } = { canvas: undefined };

export interface Notice {
  key: Key;
  values?: Values;
  /** Offers to take back the step that the notice tells of. */
  undo?: boolean;
}

interface Session extends History {
  /** Under way: since when, and how to stop it. */
  waiting: { since: number; cancel(): void } | undefined;
  /** Pictures that are drawn without their weaker ties as long as these are under way. */
  coming: number;
  /** What went wrong last, and how to try again; the picture stays as it was. */
  problem: { error: ApiProblem; again(): void } | undefined;
  notice: Notice | undefined;
  /** Nodes that a link names and the graph does not hold. */
  unknown: readonly string[];
  /** The camera is to be fitted to what is seen, or to these nodes, this many times by now. */
  fits: number;
  fitTo: readonly string[] | undefined;
  /** The history led back to this view, and to its camera: nothing fits it anew. */
  isReturned: boolean;
  /** Whether this browser can draw the graph; where it cannot, the table stands in. */
  drawable: boolean;
  /** The processor draws in place of a graphics card: only the best connected are drawn. */
  software: boolean;
  /** Nothing has been shown yet. */
  opening: boolean;
  take(step: Step, change: (view: View) => View): void;
  look(camera: View["camera"]): void;
  /** Asks for the camera that shows everything, or these nodes, once the page has its new shape. */
  fit(to?: readonly string[]): void;
  settle(camera: View["camera"]): void;
  undo(): void;
  redo(): void;
  travel(count: number): void;
  open(view: View, unknown?: readonly string[]): void;
  say(notice: Notice | undefined): void;
}

export const useSession = create<Session>((set, get) => ({
  view: emptyView,
  past: [],
  future: [],
  waiting: undefined,
  coming: 0,
  problem: undefined,
  notice: undefined,
  unknown: [],
  fits: 0,
  fitTo: undefined,
  isReturned: false,
  drawable: true,
  software: false,
  opening: true,
  take: (step, change) => set((now) => ({ ...take(history(now), step, change(now.view)), isReturned: false })),
  look: (camera) => set((now) => (same(now.view.camera, camera) ? now : look(history(now), camera))),
  fit: (fitTo) => set((now) => ({ fits: now.fits + 1, fitTo, isReturned: false })),
  settle: (camera) => set((now) => settle(history(now), camera)),
  undo() {
    const { waiting, opening } = get();
    // What was asked for and is not there yet is what is taken back first.
    if (waiting && !opening) return waiting.cancel();
    set({ ...undo(here(get())), isReturned: true, notice: undefined });
    stage.canvas?.lens.look(get().view.camera);
  },
  redo: () => get().travel(get().past.length + 1),
  travel(count) {
    const { waiting, opening } = get();
    if (waiting && !opening) waiting.cancel();
    set({ ...travel(here(get()), count), isReturned: true });
    stage.canvas?.lens.look(get().view.camera);
  },
  open: (view, unknown = []) =>
    set({ view, past: [], future: [], isReturned: false, unknown, opening: false, problem: undefined }),
  say: (notice) => set({ notice }),
}));

function history({ view, past, future }: History): History {
  return { view, past, future };
}

/** The history with the camera where it is, or is going, though the view may not have heard of it yet. */
function here(now: History): History {
  const camera = stage.canvas?.lens.goal ?? now.view.camera;
  return same(now.view.camera, camera) ? history(now) : look(history(now), camera);
}

/** Keeps what went wrong, with the way to try again. */
export function fail(error: unknown, again: () => void): void {
  const problem =
    error instanceof ApiProblem
      ? error
      : new ApiProblem({ status: -1, title: "", detail: error instanceof Error ? error.message : String(error) });
  useSession.setState({ problem: { error: problem, again }, opening: false });
}

/**
 * Runs something that asks the server, one at a time: a new wish cancels the old one. What goes wrong is kept with the
 * way to try again, and changes nothing that is shown.
 */
export async function attempt(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  useSession.getState().waiting?.cancel();
  const controller = new AbortController();
  const waiting = { since: performance.now(), cancel: () => controller.abort() };
  useSession.setState({ waiting, problem: undefined });
  try {
    await work(controller.signal);
  } catch (error) {
    if (!controller.signal.aborted) fail(error, () => void attempt(work));
  } finally {
    if (useSession.getState().waiting === waiting) useSession.setState({ waiting: undefined });
  }
}
