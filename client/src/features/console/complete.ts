import type { Completion, CompletionContext, CompletionResult } from "@codemirror/autocomplete";
import type { Schema } from "../../api.ts";
import { functions, keywords } from "./words.ts";

/** What the store holds, and the names of the parameters that are given. */
export interface Names extends Schema {
  params: readonly string[];
}

const none: Names = { labels: [], types: [], properties: [], params: [] };

/**
 * Completion by what stands before the cursor: labels after a colon in a node, types after one in an edge, properties
 * after a dot or in braces, parameters after `$`, otherwise the language's own words.
 */
export function completion(names: () => Names | undefined): (context: CompletionContext) => CompletionResult | null {
  return (context) => {
    const before = context.state.sliceDoc(Math.max(0, context.pos - 400), context.pos);
    const typed = /[\p{L}\p{M}\p{N}_]*$/u.exec(before)?.[0] ?? "";
    const lead = before.slice(0, before.length - typed.length);
    if (typed === "" && !/[:|.$&]$/.test(lead) && !context.explicit) return null;
    if (/^\d/.test(typed) || isQuoted(lead)) return null;
    const options = offered(lead, names() ?? none);
    const from = context.pos - typed.length - (lead.endsWith("`") ? 1 : 0);
    return { from, options, validFor: /^`?[\p{L}\p{M}\p{N}_]*$/u };
  };
}

function offered(lead: string, { labels, types, properties, params }: Names): Completion[] {
  const quoted = (list: readonly string[], type: string): Completion[] =>
    list.map((label) => ({
      label,
      type,
      apply: /^[\p{L}_][\p{L}\p{M}\p{N}_]*$/u.test(label) ? label : `\`${label}\``,
    }));
  const bare = lead.replace(/`$/, "");
  if (bare.endsWith("$")) return quoted(params, "variable");
  if (/[\p{L}\p{N}_)\]]\.$/u.test(bare)) return quoted(properties, "property");
  if (/\[[^\]]*[:|]\s*!?$/.test(bare)) return quoted(types, "type");
  if (/\([^)]*[:|&]\s*!?$/.test(bare) || /[\p{L}\p{N}_]:$/u.test(bare)) return quoted(labels, "class");
  if (/\{\s*$|\{[^}]*,\s*$/.test(bare)) return quoted(properties, "property");
  return [
    ...keywords.map((label): Completion => ({ label, type: "keyword" })),
    ...functions.map((label): Completion => ({ label, type: "function", apply: `${label}(` })),
  ];
}

/** Whether a text ends inside quotation marks or a comment. */
function isQuoted(text: string): boolean {
  const line = text.slice(text.lastIndexOf("\n") + 1);
  const bare = line.replace(/\\./g, "").replace(/'[^']*'|"[^"]*"/g, "");
  return /['"]/.test(bare) || bare.includes("//");
}
