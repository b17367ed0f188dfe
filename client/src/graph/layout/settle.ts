import type { Place, Plan, Point } from "./layout.ts";

/**
 * Finds places for newcomers around the node that brought them, without moving anyone: ring after ring, the free spot
 * nearest to those they are tied to, leaning away from the crowd.
 */
export function settle({ points, lines }: Plan, parent: string): Place[] {
  const placed = new Map<string, Place>();
  const newcomers: Point[] = [];
  for (const point of points) {
    if (point.fixed && point.x !== undefined && point.y !== undefined)
      placed.set(point.id, { id: point.id, x: point.x, y: point.y });
    else newcomers.push(point);
  }
  const room = spacing([...placed.values()]);
  const middle = mean([...placed.values()]) ?? { x: 0, y: 0 };
  const ties = new Map<string, string[]>();
  for (const [from, to] of lines) {
    ties.set(from, [...(ties.get(from) ?? []), to]);
    ties.set(to, [...(ties.get(to) ?? []), from]);
  }
  const found: Place[] = [];
  for (const { id } of newcomers) {
    const friends = (ties.get(id) ?? []).flatMap((other) => placed.get(other) ?? []);
    const centre = placed.get(parent) ?? mean(friends) ?? middle;
    const spot = free(centre, friends, middle, room, placed);
    placed.set(id, { id, ...spot });
    found.push({ id, ...spot });
  }
  return found;
}

interface Spot {
  x: number;
  y: number;
}

function free(centre: Spot, friends: readonly Spot[], middle: Spot, room: number, placed: Map<string, Place>): Spot {
  const outward = Math.atan2(centre.y - middle.y, centre.x - middle.x);
  for (let ring = 1; ring < 40; ring++) {
    const radius = room * (0.6 + ring * 0.7);
    const count = Math.max(8, Math.floor((2 * Math.PI * radius) / (room * 0.7)));
    const spots: (Spot & { cost: number })[] = [];
    for (let index = 0; index < count; index++) {
      const turn = (2 * Math.PI * index) / count;
      const spot = { x: centre.x + radius * Math.cos(outward + turn), y: centre.y + radius * Math.sin(outward + turn) };
      if (![...placed.values()].every((other) => distance(spot, other) >= room)) continue;
      const pull = friends.reduce((sum, friend) => sum + distance(spot, friend), 0) / Math.max(1, friends.length);
      spots.push({ ...spot, cost: pull - 0.25 * room * Math.cos(turn) });
    }
    const best = spots.sort((a, b) => a.cost - b.cost)[0];
    if (best) return { x: best.x, y: best.y };
  }
  return { x: centre.x + room * 30, y: centre.y };
}

/** The usual distance between neighbours in the picture, so that newcomers stand as close as everyone else. */
function spacing(places: readonly Place[]): number {
  const sample = places.slice(0, 200);
  const nearest = sample
    .map((one) => sample.reduce((least, other) => (other === one ? least : Math.min(least, distance(one, other))), 10))
    .sort((a, b) => a - b);
  return Math.min(0.26, Math.max(0.05, (nearest[Math.floor(nearest.length / 2)] ?? 0.26) * 0.9));
}

function mean(places: readonly Spot[]): Spot | undefined {
  if (places.length === 0) return undefined;
  const sum = places.reduce((all, { x, y }) => ({ x: all.x + x, y: all.y + y }), { x: 0, y: 0 });
  return { x: sum.x / places.length, y: sum.y / places.length };
}

function distance(a: Spot, b: Spot): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}
