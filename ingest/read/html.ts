import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Page } from "./page.ts";

/** The readable text of a web page, its headline first, and what its metadata say. No script of the page is run. */
export function readHtml(page: Page): Page {
  const { document } = parseHTML(withBody(page.text));
  for (const element of document.querySelectorAll(
    "script:not([type='application/ld+json']), style, noscript, template, iframe, svg",
  )) {
    element.remove();
  }
  const surroundings = blockText(document.body);
  const meta = metadata(document);
  const found = new Readability(document as unknown as Document, { charThreshold: 200, keepClasses: false }).parse();
  const content = found?.content ? blockText(parseHTML(`<body>${found.content}</body>`).document.body) : "";
  // A page that the algorithm cannot read is read whole: the line filter takes its furniture out.
  const body = content.length >= 200 || content.length * 3 >= surroundings.length ? content : surroundings;
  const title = page.title ?? meta.headline ?? found?.title ?? undefined;
  return {
    ...page,
    text: title && !body.split("\n").includes(title) ? `${title}\n\n${body}` : body,
    title: title || undefined,
    url: page.url ?? meta.url,
    outlet: page.outlet ?? meta.outlet ?? found?.siteName ?? undefined,
    lang: page.lang ?? found?.lang ?? undefined,
    published: found?.publishedTime ?? meta.published,
    surroundings,
  };
}

/** linkedom wants a whole document; a fragment or a page without a body is given one. */
function withBody(html: string): string {
  return /<body[\s>]/i.test(html) ? html : `<!doctype html><html><body>${html}</body></html>`;
}

interface Meta {
  headline?: string;
  published?: string;
  outlet?: string;
  url?: string;
}

function metadata(document: Dom): Meta {
  const content = (...names: string[]) => {
    for (const name of names) {
      const value = document.querySelector(`meta[property="${name}"], meta[name="${name}"], meta[itemprop="${name}"]`);
      const text = value?.getAttribute("content")?.trim();
      if (text) return text;
    }
    return undefined;
  };
  const headings = document.querySelectorAll("h1");
  const heading = headings.length === 1 ? oneLine(headings[0]!.textContent ?? "") : undefined;
  const time = document.querySelector(
    "article time[datetime], time[itemprop='datePublished'], time[pubdate], time[datetime]",
  );
  return {
    headline: heading || content("og:title"),
    published:
      content(
        "article:published_time",
        "datePublished",
        "og:published_time",
        "publish-date",
        "date",
        "pubdate",
        "DC.date.issued",
      ) ??
      time?.getAttribute("datetime") ??
      undefined,
    outlet: content("og:site_name", "application-name"),
    url: document.querySelector("link[rel='canonical']")?.getAttribute("href") ?? content("og:url"),
  };
}

type Dom = ReturnType<typeof parseHTML>["document"];

/** Text of an element with a line for each block of it; captions and what is hidden are left out. */
export function blockText(root: Node): string {
  const lines: string[] = [];
  let line = "";
  const finish = () => {
    const text = oneLine(line);
    if (text !== "") lines.push(text);
    line = "";
  };
  const visit = (node: Node) => {
    if (node.nodeType === 3) line += node.textContent ?? "";
    if (node.nodeType !== 1) return;
    const element = node as Element;
    const name = element.localName;
    if (Skipped.has(name) || element.hasAttribute("hidden") || element.getAttribute("aria-hidden") === "true") return;
    const block = !Inline.has(name);
    if (block) finish();
    for (const child of element.childNodes) visit(child);
    if (block) finish();
  };
  for (const child of root.childNodes) visit(child);
  finish();
  return lines.join("\n\n");
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}

const Skipped = new Set([
  "script",
  "style",
  "noscript",
  "template",
  "svg",
  "figcaption",
  "button",
  "select",
  "form",
  "iframe",
  "head",
  "nav",
]);
const Inline = new Set(
  "a abbr b bdi bdo cite code data dfn em font i ins kbd mark q s samp small span strong sub sup time u var wbr label".split(
    " ",
  ),
);
