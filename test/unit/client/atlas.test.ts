import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import world from "world-atlas/countries-110m.json" with { type: "json" };
import { atlas } from "../../../client/src/graph/atlas/atlas.ts";
import disputed from "../../../client/src/graph/atlas/disputed.json" with { type: "json" };

const ground = atlas();

describe("the map", () => {
  it("puts states where they lie, y upwards, in a frame four units wide", () => {
    const [india, brazil, norway] = [ground.at("Q668"), ground.at("Q155"), ground.at("Q20")];
    expect(india?.x).toBeGreaterThan(brazil?.x ?? 9);
    expect(norway?.y).toBeGreaterThan(india?.y ?? 9);
    expect(brazil?.y).toBeLessThan(0);
    for (const place of [india, brazil, norway]) expect(Math.abs(place?.x ?? 9)).toBeLessThan(2);
    expect(ground.at("nobody")).toBeUndefined();
  });

  it("has a place for every state and region that articles can name, and for no mere notion", () => {
    const rows = readFileSync(new URL("../../../ingest/gazetteer/data/entities.tsv", import.meta.url), "utf8")
      .split("\n")
      .map((line) => line.split("\t"));
    const lands = rows.flatMap(([id = "", labels = ""]) => (/\b(Country|Region)\b/.test(labels) ? [id] : []));
    expect(lands.length).toBeGreaterThan(250);
    expect(lands.filter((id) => !ground.at(id)).sort()).toEqual([
      ...["Q160381", "global-south", "schengen-area", "soviet-union"],
    ]);
    const karabakh = ground.at("Q244165");
    const [armenia, azerbaijan] = [ground.at("Q399"), ground.at("Q227")];
    expect(karabakh?.x).toBeGreaterThan(armenia?.x ?? 9);
    expect(karabakh?.x).toBeLessThan(azerbaijan?.x ?? -9);
  });

  it("names each disputed border as the atlas names its sides", () => {
    const names = new Set(world.objects.countries.geometries.map(({ properties }) => properties.name));
    for (const side of disputed.borders.flat()) expect(names, side).toContain(side);
  });

  it("draws disputed borders apart from the settled ones", () => {
    expect(ground.disputed.match(/M/g)?.length).toBeGreaterThan(10);
    const parts = new Set(ground.borders.split("M"));
    for (const part of ground.disputed.split("M").filter(Boolean)) expect(parts).not.toContain(part);
  });
});
