/** Lets the page answer whoever uses it before long work goes on: the next step is a task of its own. */
export function breath(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** Resolves when the page shows what was changed until now, and the canvas, which draws a frame later, too. */
export function painted(): Promise<void> {
  return new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => setTimeout(resolve))));
}
