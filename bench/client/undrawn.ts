import type { CDPSession, Page } from "playwright-core";

/**
 * Takes the drawing itself out of what is measured, for both sides alike: on a machine without a graphics card the
 * processor does it, and reading a pixel back waits for it. What is left is what a page asks of the main thread anywhere.
 * Says a card is there, so that this client draws everything instead of its three hundred nodes for machines without.
 * The pixel that is read back under the pointer is whatever `pointAt` says. What would have been drawn is counted.
 */
export async function withoutDrawing(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const page = window as unknown as { picked?: number; drawn: Drawn };
    // No function has a name of its own in here: the loader would wrap it in one that the page does not know.
    page.drawn = { calls: 0, things: 0 };
    for (const kind of [WebGLRenderingContext, WebGL2RenderingContext]) {
      const own = kind.prototype as unknown as Record<string, (...given: unknown[]) => unknown>;
      const parameter = own.getParameter;
      // Where instances are drawn, their number is the last that is given.
      for (const name of ["drawArrays", "drawElements", "drawArraysInstanced", "drawElementsInstanced"])
        own[name] = (...given) => {
          page.drawn.calls++;
          page.drawn.things += name.endsWith("Instanced") ? Number(given.at(-1)) : 1;
        };
      own.readPixels = (...given) => {
        const pixels = given[6];
        const index = page.picked ?? 0;
        if (pixels instanceof Uint8Array) pixels.set([(index >> 16) & 255, (index >> 8) & 255, index & 255, 255]);
      };
      own.getParameter = function (this: unknown, name: unknown) {
        return name === 0x9246 ? "a graphics card" : parameter?.call(this, name);
      };
    }
    // What is drawn beforehand, to be shown as an image later, is drawn out of sight.
    for (const kind of [CanvasRenderingContext2D, OffscreenCanvasRenderingContext2D]) {
      const flat = kind.prototype as unknown as Record<string, () => void>;
      for (const name of ["fill", "stroke", "fillText", "strokeText", "fillRect", "drawImage"])
        flat[name] = () => {
          page.drawn.calls++;
          page.drawn.things++;
        };
    }
  });
}

export interface Drawn {
  calls: number;
  /** Nodes, edges, names and images: one call may draw thousands. */
  things: number;
}

/** How much the page had drawn by now, were it not for `withoutDrawing`. */
export function drawn(page: Page): Promise<Drawn> {
  return page.evaluate(() => ({ ...(window as unknown as { drawn: Drawn }).drawn }));
}

/** What lies under the pointer from now on: the so-manieth thing that was drawn, nodes first. */
export async function pointAt(page: Page, index: number): Promise<void> {
  await page.evaluate((index) => {
    (window as unknown as { picked: number }).picked = index;
  }, index);
}

/** The longest task of the page's main thread while it is used, in milliseconds of that thread's own time. */
export async function longest(page: Page, use: () => Promise<unknown>): Promise<number> {
  const browser = page.context().browser();
  if (!browser) throw new Error("the page has no browser");
  await browser.startTracing(page, { categories: ["toplevel", "disabled-by-default-devtools.timeline"] });
  await use();
  const { traceEvents } = JSON.parse((await browser.stopTracing()).toString()) as { traceEvents: Event[] };
  const main = new Set(
    traceEvents
      .filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain")
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = traceEvents.filter(({ name, pid, tid }) => name.endsWith("RunTask") && main.has(`${pid} ${tid}`));
  if (tasks.length === 0) throw new Error("the browser told of no task");
  return tasks.reduce((most, { tdur = 0 }) => Math.max(most, tdur / 1000), 0);
}

interface Event {
  name: string;
  pid: number;
  tid: number;
  args: { name?: string };
  /** Time of the thread itself, in microseconds. */
  tdur?: number;
}

export interface Clock {
  /** Milliseconds of script so far, as the browser counts them. */
  script(): Promise<number>;
  /** Milliseconds of work on the main thread so far: script, style, layout, and what the frames take. */
  work(): Promise<number>;
}

export async function clock(page: Page): Promise<Clock> {
  const session: CDPSession = await page.context().newCDPSession(page);
  // The thread's own time: what else runs on the machine is not in it.
  await session.send("Performance.enable", { timeDomain: "threadTicks" });
  const read = async (wanted: string): Promise<number> => {
    const { metrics } = await session.send("Performance.getMetrics");
    return (metrics.find(({ name }) => name === wanted)?.value ?? 0) * 1000;
  };
  return { script: () => read("ScriptDuration"), work: () => read("TaskDuration") };
}

/** Waits until the page has done with loading and laying out: less than a hundredth of a second of script in one. */
export async function settled(page: Page): Promise<void> {
  const { script } = await clock(page);
  for (let tries = 0, before = await script(); tries < 90; tries++) {
    await page.waitForTimeout(1000);
    const now = await script();
    if (now - before < 10) return;
    before = now;
  }
}

export async function frame(page: Page): Promise<void> {
  await page.evaluate(() => new Promise((resolve) => requestAnimationFrame(resolve)));
}
