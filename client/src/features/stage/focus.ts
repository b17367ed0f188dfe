/** Puts the keyboard on the graph. */
export function focusStage(): void {
  focusOn("#stage");
}

/** Puts the keyboard on what is told beside the graph. */
export function focusPanel(): void {
  focusOn(".panel");
}

/** Where that part of the page is still being fetched, the keyboard goes there as soon as it has come. */
function focusOn(part: string): void {
  const until = performance.now() + 3000;
  const from = document.activeElement;
  const look = (): void => {
    const element = document.querySelector<HTMLElement>(part);
    element?.focus();
    // Who went elsewhere in the meantime is left there.
    const isAway = document.activeElement !== from && document.activeElement !== document.body;
    if (!element && !isAway && performance.now() < until) requestAnimationFrame(look);
  };
  look();
}
