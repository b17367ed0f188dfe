import { geoNaturalEarth1, geoPath } from "d3-geo";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";
import world from "world-atlas/countries-110m.json" with { type: "json" };
import disputed from "./disputed.json" with { type: "json" };
import places from "./places.json" with { type: "json" };

/**
 * The world in graph units, −2…2 wide: where states lie, and paths in thousandths, y downwards. Borders are Natural
 * Earth's, which follow who holds the ground; those that are contested (disputed.json) are a path of their own, so that
 * no picture shows them as settled.
 */
export interface Atlas {
  land: string;
  borders: string;
  disputed: string;
  /** Place of a node in graph units, y upwards; undefined where it lies nowhere. */
  at(id: string): { x: number; y: number } | undefined;
}

const unit = 1000;
const projection = geoNaturalEarth1()
  .scale((2 * unit) / 2.7354)
  .translate([0, 0]);

export function atlas(): Atlas {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const { countries } = topology.objects;
  const path = geoPath(projection).digits(1);
  const contested = new Set(disputed.borders.flatMap(([a, b]) => [`${a}|${b}`, `${b}|${a}`]));
  type Shape = { properties?: { name: string } };
  const isContested = (a: Shape, b: Shape): boolean => contested.has(`${a.properties?.name}|${b.properties?.name}`);
  return {
    land: path(feature(topology, countries)) ?? "",
    borders: path(mesh(topology, countries, (a, b) => a !== b && !isContested(a as Shape, b as Shape))) ?? "",
    disputed: path(mesh(topology, countries, (a, b) => a !== b && isContested(a as Shape, b as Shape))) ?? "",
    at(id) {
      const known = (places as unknown as Record<string, [number, number]>)[id];
      const point = known && projection(known);
      return point ? { x: point[0] / unit, y: -point[1] / unit } : undefined;
    },
  };
}
