import type { CSSProperties, ReactNode } from "react";
import { headOf } from "../graph/appearance.ts";
import { edgeEntries, foreignColour, nodeEntries, shapeName } from "../graph/palette.ts";

/** Colours of a type in both themes, for CSS to choose from. */
export function typeColours(entry: { colour: { light: string; dark: string } } | undefined): CSSProperties {
  return entry ? ({ "--light": entry.colour.light, "--dark": entry.colour.dark } as CSSProperties) : {};
}

/** The colour of a type that the vocabulary does not know, the same that the canvas gives it. */
function foreignColours(type: string): CSSProperties {
  const colour = `var(${foreignColour(type)})`;
  return { "--light": colour, "--dark": colour } as CSSProperties;
}

/** An edge as the canvas draws it, small: line, stance, head and sign. */
export function EdgeSample({ type, stance = "asserted" }: { type?: string; stance?: string }): ReactNode {
  const entry = type ? edgeEntries[type] : undefined;
  const line = entry?.line ?? "plain";
  const half = line === "thin" ? 0.75 : line === "thick" ? 1.9 : 1.1;
  const head = type ? headOf(type) : 0;
  const end = head === 0 ? 46 : 40;
  return (
    <svg
      className="sample"
      style={type && !entry ? foreignColours(type) : typeColours(entry)}
      viewBox="0 0 48 20"
      width="48"
      height="20"
      aria-hidden="true"
    >
      <Body line={line} stance={stance} half={half} end={end} />
      {head === 1 && <path d="M39 5.5 47 10 39 14.5Z" className={stance === "denied" ? "hollow" : "solid"} />}
      {head === 2 && <rect x="42" y="3.5" width="3" height="13" className="solid" />}
      {entry && (
        <>
          <circle cx="21" cy="10" r="7.6" className="badge" />
          <text x="21" y="10" dy="0.35em" className="sign">
            {entry.glyph}
            {"\uFE0E"}
          </text>
        </>
      )}
    </svg>
  );
}

/** The sign of an edge's type alone, its ring drawn as the edge would be: whole, dashed, dotted, or hollow. */
export function TieSign({ type, stance }: { type: string; stance: string }): ReactNode {
  const entry = edgeEntries[type];
  return (
    <svg
      className="sample"
      style={entry ? typeColours(entry) : foreignColours(type)}
      viewBox="0 0 20 20"
      width="20"
      height="20"
      aria-hidden="true"
    >
      {stance === "denied" && <circle cx="10" cy="10" r="9" className="hollow" />}
      <circle
        cx="10"
        cy="10"
        r={stance === "denied" ? 6.6 : 7.8}
        className="badge"
        strokeDasharray={dashes[stance]}
        strokeLinecap={capOf(stance)}
      />
      <text x="10" y="10" dy="0.35em" className="sign">
        {entry?.glyph ?? "·"}
        {"\uFE0E"}
      </text>
    </svg>
  );
}

/** How a line says in which way something is told. */
const dashes: Readonly<Record<string, string | undefined>> = {
  alleged: "6.5 4",
  announced: "0.1 4.4",
  requested: "8 3.5 0.1 3.5",
  conditional: "3 6.5",
};

function capOf(stance: string): "round" | "butt" {
  return stance === "announced" || stance === "requested" ? "round" : "butt";
}

function Body({ line, stance, half, end }: { line: string; stance: string; half: number; end: number }): ReactNode {
  if (stance === "denied") {
    const boxes = Array.from({ length: Math.floor(end / 12) }, (_, index) => 2 + index * 12);
    return boxes.map((x) => (
      <rect key={x} x={x} y={10 - half - 1.4} width="8.5" height={2 * half + 2.8} className="hollow" />
    ));
  }
  const pattern = { strokeDasharray: dashes[stance], strokeLinecap: capOf(stance) };
  if (line === "double" && stance !== "announced") {
    // Dashes by turns: side by side they would look like the boxes of what is denied.
    const period = (dashes[stance] ?? "").split(" ").reduce((sum, each) => sum + Number(each), 0);
    return [7.9, 12.1].map((y, row) => (
      <line
        key={y}
        x1="2"
        x2={end}
        y1={y}
        y2={y}
        strokeWidth="1.5"
        strokeDashoffset={row > 0 && period > 0 ? period / 2 : undefined}
        className="line"
        {...pattern}
      />
    ));
  }
  const width = stance === "announced" ? Math.max(2.6, 2 * half) : 2 * half;
  return <line x1="2" x2={end} y1="10" y2="10" strokeWidth={width} className="line" {...pattern} />;
}

/** A node's shape, small. */
export function NodeSample({ type, size = 14 }: { type: string; size?: number }): ReactNode {
  const entry = nodeEntries[type];
  const shape = shapeName(type);
  return (
    <svg
      className="sample"
      style={entry ? typeColours(entry) : foreignColours(type)}
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
    >
      {shape === "circle" && <circle cx="8" cy="8" r="6" className="solid" />}
      {shape === "diamond" && <path d="M8 .8 15.2 8 8 15.2.8 8Z" className="solid" />}
      {shape === "square" && <rect x="2.2" y="2.2" width="11.6" height="11.6" rx="1.6" className="solid" />}
      {shape === "triangle" && <path d="M8 1.4 15.4 14H.6Z" className="solid" />}
      {shape === "ring" && <circle cx="8" cy="8" r="5" strokeWidth="3.2" className="line" fill="none" />}
    </svg>
  );
}
