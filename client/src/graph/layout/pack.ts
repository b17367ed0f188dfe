import type { Place } from "./layout.ts";

/**
 * Moves what does not hang together side by side. Springs only push such parts away from each other, until most of the
 * picture is the empty room between them. The largest stays where it is; the others come as near to it as they fit,
 * rather beside it than below it where the canvas is wide. Inside a part nothing moves.
 */
export function pack(
  places: readonly Place[],
  lines: readonly (readonly [string, string, number])[],
  aspect: number,
): Place[] {
  const parts = partsOf(places, lines);
  if (parts.length < 2) return [...places];
  const room = elbow(places, lines);
  const rings = parts
    .map((part) => ({ part, ...around(part, room) }))
    .sort((a, b) => b.radius - a.radius || (a.part[0]!.id < b.part[0]!.id ? -1 : 1));
  const [first] = rings;
  const set: Circle[] = [];
  const moved = new Map<string, Place>();
  let last: Spot & { radius: number } = { x: 0, y: 0, radius: 0, away: 0, turn: 0 };
  for (const { part, x, y, radius } of rings) {
    // Where one as large found no room, nor does this one: hundreds of lone nodes would try all spots again.
    const to = nearest(first ?? { x, y }, radius, set, aspect, radius === last.radius ? last : { away: 0, turn: 0 });
    last = { ...to, radius };
    set.push({ x: to.x, y: to.y, radius });
    for (const each of part) moved.set(each.id, { id: each.id, x: each.x + to.x - x, y: each.y + to.y - y });
  }
  return places.map((place) => moved.get(place.id) ?? place);
}

interface Circle {
  x: number;
  y: number;
  radius: number;
}

/** Spots lie on rings around the middle: how far away, and how many spots before it on its ring. */
interface Spot {
  x: number;
  y: number;
  away: number;
  turn: number;
}

/** The spot nearest to the middle, from one spot on, where a circle of this radius meets no other. */
function nearest(
  middle: { x: number; y: number },
  radius: number,
  set: readonly Circle[],
  aspect: number,
  from: Pick<Spot, "away" | "turn">,
): Spot {
  const stretch = Math.sqrt(Math.min(1.7, Math.max(0.6, aspect)));
  let { away, turn } = from;
  for (; ; away += radius / 3, turn = 0) {
    const turns = away === 0 ? 1 : Math.max(32, Math.ceil((Math.PI * away) / radius));
    for (; turn < turns; turn++) {
      const angle = (2 * Math.PI * turn) / turns;
      const x = middle.x + away * stretch * Math.cos(angle);
      const y = middle.y + (away / stretch) * Math.sin(angle);
      if (isFree(x, y, radius, set)) return { x, y, away, turn };
    }
  }
}

function isFree(x: number, y: number, radius: number, set: readonly Circle[]): boolean {
  // What was set last is nearest.
  for (let at = set.length - 1; at >= 0; at--) {
    const other = set[at]!;
    const [across, up, least] = [x - other.x, y - other.y, radius + other.radius];
    if (across * across + up * up < least * least) return false;
  }
  return true;
}

function around(part: readonly Place[], room: number): { x: number; y: number; radius: number } {
  const [xs, ys] = [part.map(({ x }) => x), part.map(({ y }) => y)];
  const x = (Math.min(...xs) + Math.max(...xs)) / 2;
  const y = (Math.min(...ys) + Math.max(...ys)) / 2;
  return { x, y, radius: Math.max(...part.map((each) => Math.hypot(each.x - x, each.y - y))) + room };
}

/** Half the usual length of a line: as far apart as neighbours, and names fit between. */
function elbow(places: readonly Place[], lines: readonly (readonly [string, string, number])[]): number {
  const at = new Map(places.map((place) => [place.id, place]));
  const lengths = lines.flatMap(([from, to]) => {
    const [a, b] = [at.get(from), at.get(to)];
    return a && b && a !== b ? [Math.hypot(a.x - b.x, a.y - b.y)] : [];
  });
  return (lengths.sort((a, b) => a - b)[Math.floor(lengths.length / 2)] ?? 1) / 2;
}

function partsOf(places: readonly Place[], lines: readonly (readonly [string, string, number])[]): Place[][] {
  const ties = new Map<string, string[]>(places.map(({ id }) => [id, []]));
  for (const [from, to] of lines) {
    if (!ties.has(from) || !ties.has(to)) continue;
    ties.get(from)?.push(to);
    ties.get(to)?.push(from);
  }
  const at = new Map(places.map((place) => [place.id, place]));
  const parts: Place[][] = [];
  const seen = new Set<string>();
  for (const { id } of places) {
    if (seen.has(id)) continue;
    seen.add(id);
    const part = [id];
    for (const each of part)
      for (const other of ties.get(each) ?? [])
        if (!seen.has(other)) {
          seen.add(other);
          part.push(other);
        }
    parts.push(part.flatMap((each) => at.get(each) ?? []));
  }
  return parts;
}
