import { type Dice, type Kind, type Names, noNames, type Values } from "./randomValues.ts";

/** What queries are made with. */
export interface Making {
  thrown: Dice;
  values: Values;
  v(kind: Kind, names: Names, depth?: number): string;
}

export const kinds: Kind[] = ["integer", "float", "text", "boolean", "date", "integers", "texts", "mixed", "datetime"];
export const scalars: Kind[] = ["integer", "float", "text", "boolean", "date"];
export const labels = ["", "", ":A", ":B", ":C", ":B:C", ":Nothing"];

/** A first MATCH or UNWIND, small, and what it names. */
export function start({ thrown, values, v }: Making): { text: string; names: Names } {
  const names = noNames();
  const kind = thrown.below(7);
  if (kind === 0) {
    names.integers.push("i0");
    return { text: `UNWIND ${v("integers", noNames())} AS i0`, names };
  }
  if (kind === 1) {
    names.texts.push("t0");
    return { text: `UNWIND ${v("texts", noNames())} AS t0`, names };
  }
  names.nodes.push("a");
  if (kind < 4) return { text: `MATCH (a${thrown.one(labels)})`, names };
  names.nodes.push("b");
  names.edges.push("r");
  const optional = thrown.chance(0.3) ? `MATCH (a${thrown.one(labels)}) OPTIONAL ` : "";
  const text = `${optional}MATCH (a)${values.edge("r")}(b${thrown.one(labels)})`;
  if (kind < 6) return { text, names };
  names.nodes.push("c");
  return { text: `${text}, (a)${values.edge()}(c${thrown.one(labels)})`, names };
}

export const isNode = (names: Names) => names.nodes.length > 0;
export const where = ({ thrown, v }: Making, names: Names, often = 0.4) =>
  thrown.chance(often) ? `${isNode(names) ? "" : " WITH *"} WHERE ${v("boolean", names, thrown.below(3))}` : "";
