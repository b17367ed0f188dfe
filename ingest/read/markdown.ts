import { parseHTML } from "linkedom";
import { marked } from "marked";
import { blockText } from "./html.ts";
import type { Page } from "./page.ts";

/** The text of a Markdown file without its marks; `title`, `date`, `lang`, `url` and `outlet` of a front matter are taken over. */
export function readMarkdown(page: Page): Page {
  const { fields, body } = frontMatter(page.text);
  const html = marked.parse(body, { async: false, gfm: true });
  const text = blockText(parseHTML(`<!doctype html><html><body>${html}</body></html>`).document.body);
  const title = page.title ?? fields.get("title");
  return {
    ...page,
    text: title && !text.split("\n").includes(title) ? `${title}\n\n${text}` : text,
    title,
    url: page.url ?? fields.get("url"),
    outlet: page.outlet ?? fields.get("outlet"),
    lang: page.lang ?? fields.get("lang"),
    published: fields.get("published") ?? fields.get("date"),
  };
}

/** The `key: value` lines between two lines of three hyphens at the head of the file. */
function frontMatter(text: string): { fields: Map<string, string>; body: string } {
  const match = /^\uFEFF?---[ \t]*\r?\n([\s\S]*?)\r?\n---[ \t]*(?:\r?\n|$)/.exec(text);
  if (!match) return { fields: new Map(), body: text };
  const pairs = match[1]!.split(/\r?\n/).map((line) => /^([A-Za-z]+):\s*(?:"(.*)"|'(.*)'|(.*?))\s*$/.exec(line));
  const fields = new Map<string, string>();
  for (const pair of pairs) {
    const value = pair?.[2] ?? pair?.[3] ?? pair?.[4];
    if (pair && value) fields.set(pair[1]!.toLowerCase(), value);
  }
  return { fields, body: text.slice(match[0].length) };
}
