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
  const set: { x: number; y: number; radius: number }[] = [];
  const moved = new Map<string, Place>();
  for (const { part, x, y, radius } of rings) {
    const to = first ? nearest(first, radius, set, aspect) : { x, y };
    set.push({ ...to, radius });
    for (const each of part) moved.set(each.id, { id: each.id, x: each.x + to.x - x, y: each.y + to.y - y });
  }
  return places.map((place) => moved.get(place.id) ?? place);
}

/** The spot nearest to the middle where a ring of this radius meets no other. */
function nearest(
  middle: { x: number; y: number },
  radius: number,
  set: readonly { x: number; y: number; radius: number }[],
  aspect: number,
): { x: number; y: number } {
  const stretch = Math.sqrt(Math.min(1.7, Math.max(0.6, aspect)));
  for (let away = 0; ; away += radius / 3) {
    const turns = away === 0 ? 1 : 32;
    for (let turn = 0; turn < turns; turn++) {
      const angle = (2 * Math.PI * turn) / turns;
      const x = middle.x + away * stretch * Math.cos(angle);
      const y = middle.y + (away / stretch) * Math.sin(angle);
      if (set.every((other) => Math.hypot(x - other.x, y - other.y) >= radius + other.radius)) return { x, y };
    }
  }
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
