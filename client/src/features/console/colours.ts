import type { StreamParser } from "@codemirror/language";
import { cypher } from "@codemirror/legacy-modes/mode/cypher";
import { keywords } from "./words.ts";

/** Words of queries that change something: they are shown as what they are, though the server refuses them. */
const writing = ["CREATE", "MERGE", "SET", "DELETE", "DETACH", "REMOVE", "FOREACH", "LOAD", "CSV"];
const words = new Set([...keywords.flatMap((each) => each.toUpperCase().split(" ")), "BY", "ON", ...writing]);

/** Colours for Cypher. The mode knows the words of administration too and takes `n.name` for one of them. */
export const colours: StreamParser<unknown> = {
  ...cypher,
  token(stream, state) {
    const start = stream.pos;
    const style = cypher.token(stream, state);
    if (style !== "keyword") return style;
    const isProperty = stream.string[start - 1] === ".";
    return !isProperty && words.has(stream.string.slice(start, stream.pos).toUpperCase()) ? style : null;
  },
};
