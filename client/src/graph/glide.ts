interface Point {
  x: number;
  y: number;
}

/** Moves things from one place to another in so many milliseconds, fast at first; gives back what stops it on the way. */
export function glide(
  ways: readonly { id: string; from: Point; to: Point }[],
  duration: number,
  place: (places: (Point & { id: string })[]) => void,
): () => void {
  const began = performance.now();
  let frame = 0;
  const step = (): void => {
    const t = duration === 0 ? 1 : Math.min(1, (performance.now() - began) / duration);
    const eased = 1 - (1 - t) ** 3;
    place(
      ways.map(({ id, from, to }) =>
        t === 1
          ? { id, x: to.x, y: to.y }
          : { id, x: from.x + (to.x - from.x) * eased, y: from.y + (to.y - from.y) * eased },
      ),
    );
    if (t < 1) frame = requestAnimationFrame(step);
  };
  step();
  return () => cancelAnimationFrame(frame);
}
