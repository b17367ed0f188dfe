import { z } from "zod";
import { reason } from "../../model/problem.ts";
import type { Source } from "../../model/stages.ts";
import type { Rejected } from "./page.ts";

const optional = z.string().nullish();

/** One article as JSON. Other keys are passed over. */
const Entry = z.object({
  id: z.union([z.string(), z.number()]).nullish(),
  url: optional,
  title: optional,
  published: optional,
  lang: optional,
  outlet: optional,
  text: optional,
  html: optional,
});

/** The article that a JSON line holds; `name` is its id where it gives none. */
export function articleOf(line: string, place: string, name: string): Source | Rejected {
  const json = parse(line, place);
  return "why" in json ? json : source(json.value, place, name);
}

/** The articles of a JSON file: one object, or a list of them. */
export function articlesOf(text: string, path: string, name: string): (Source | Rejected)[] {
  const json = parse(text, path);
  if ("why" in json) return [json as Rejected];
  if (!Array.isArray(json.value)) return [source(json.value, path, name)];
  if (json.value.length === 0) return [{ from: path, why: "is an empty list", reason: reason("unread.empty") }];
  return json.value.map((entry, index) => source(entry, `${path}:[${index}]`, `${name}-${index + 1}`));
}

function parse(text: string, from: string): { value: unknown } | Rejected {
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    const said = (error as Error).message.replace(/, "[\s\S]*$/, "").replace(/ "[\s\S]{40,}$/, "");
    return { from, why: `is not valid JSON (${said})`, reason: reason("unread.json") };
  }
}

function source(value: unknown, from: string, name: string): Source | Rejected {
  const parsed = Entry.safeParse(isDump(value) ? value.article : value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    const key = issue.path.join(".");
    return {
      from,
      why: `${key ? `"${key}" is wrong` : "is no article"} (${issue.message}); expected { id?, url?, title?, published?, lang?, text | html }`,
      reason: reason("unread.shape"),
    };
  }
  const { id, url, title, published, lang, outlet, text, html } = parsed.data;
  const content = text ?? html;
  if (!content?.trim()) return { from, why: 'has neither "text" nor "html"', reason: reason("unread.shape") };
  return {
    id: String(id ?? "").trim() || name,
    from,
    format: text?.trim() ? "text" : "html",
    ...(isDump(value) ? { dump: value } : {}),
    content: wellFormed(text?.trim() ? text : html!),
    url: url ?? undefined,
    title: title?.trim() || undefined,
    published: published?.trim() || undefined,
    lang: lang ?? undefined,
    outlet: outlet ?? undefined,
  };
}

/** A line of the graph's own export: its article is read again. */
function isDump(value: unknown): value is { article: unknown } {
  return typeof value === "object" && value !== null && "entente" in value && "article" in value;
}

/** Halves of a character, which JSON can spell, would break whoever stores the text: each becomes the replacement sign. */
function wellFormed(text: string): string {
  return text.replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, "\uFFFD");
}
