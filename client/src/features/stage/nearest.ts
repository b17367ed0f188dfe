interface Point {
  x: number;
  y: number;
}

/**
 * The node nearest to a point; with a direction, the nearest within an eighth of a turn to each side of it, where going
 * aside costs more than going on. Points have y downwards.
 */
export function nearest(
  ids: readonly string[],
  at: (id: string) => Point,
  from: Point,
  direction?: readonly [x: number, y: number],
): string | undefined {
  let best: { id: string; cost: number } | undefined;
  for (const id of ids) {
    const { x, y } = at(id);
    const [dx, dy] = [x - from.x, y - from.y];
    let cost = Math.hypot(dx, dy);
    if (direction) {
      const ahead = dx * direction[0] + dy * direction[1];
      const aside = Math.abs(dx * direction[1]) + Math.abs(dy * direction[0]);
      if (ahead <= 0 || aside > ahead * 2.4) continue;
      cost = ahead + aside * 2;
    }
    if (!best || cost < best.cost || (cost === best.cost && id < best.id)) best = { id, cost };
  }
  return best?.id;
}
