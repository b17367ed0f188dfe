/** Puts the keyboard on the graph; where its part of the page is still being fetched, as soon as it is there. */
export function focusStage(): void {
  const until = performance.now() + 3000;
  const from = document.activeElement;
  const look = (): void => {
    const element = document.getElementById("stage");
    element?.focus();
    // Who went elsewhere in the meantime is left there.
    const isAway = document.activeElement !== from && document.activeElement !== document.body;
    if (!element && !isAway && performance.now() < until) requestAnimationFrame(look);
  };
  look();
}

/** Puts the keyboard on what is told beside the graph. */
export function focusPanel(): void {
  document.querySelector<HTMLElement>(".panel")?.focus();
}
