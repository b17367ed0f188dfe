import { type Reason, reason } from "../../model/problem.ts";
import type { Source } from "../../model/stages.ts";
import { binary } from "./decode.ts";
import { type Page, Unreadable } from "./page.ts";

/** Bytes of a file of text; a letter may take four. */
export const ArticleLimit = 2 * 1024 * 1024;
/** More letters than this are no article but a book: reading takes some twenty microseconds each. */
const mostLetters = 500_000;

/** Reads a source into a page: plain text as it stands, HTML and Markdown without their marks. Throws Unreadable. */
export async function read(source: Source): Promise<Page> {
  const { id, from, url, title, lang, outlet, clean, content } = source;
  const given: Page = { id, from, text: content, url, title, lang, outlet, clean };
  const page = await reader(source.format)(given);
  if (page.text.trim() === "") throw new Unreadable(empty.why, empty.reason);
  if (page.text.length > mostLetters) {
    const [letters, most] = [page.text.length, mostLetters].map((count) => count.toLocaleString("en"));
    throw new Unreadable(
      `holds ${letters} characters of text, an article at most ${most}: divide it`,
      reason("unread.long", { letters: page.text.length, most: mostLetters }),
    );
  }
  if (page.text.includes("\0")) throw new Unreadable(binary.why, binary.reason);
  const day = source.published ?? page.published;
  return { ...page, published: day && (await isoDay(day)) };
}

export const empty = { why: "is empty", reason: reason("unread.empty") };

/** @param limit bytes */
export function tooLarge(limit: number): Reason {
  return reason("unread.large", { megabytes: Math.round((limit / 1024 / 1024) * 10) / 10 });
}

export function megabytes(size: number): string {
  return `${(size / 1024 / 1024).toFixed(size < 10 * 1024 * 1024 ? 1 : 0)} MB`;
}

/** HTML and Markdown take large parsers: they are loaded when the first such source comes. */
function reader(format: Source["format"]): (page: Page) => Page | Promise<Page> {
  if (format === "html") return async (page) => (await import("./html.ts")).readHtml(page);
  if (format === "markdown") return async (page) => (await import("./markdown.ts")).readMarkdown(page);
  return (page) => page;
}

/** ISO dates stay as they are; any other spelling that the English parser knows becomes a day (YYYY-MM-DD). */
async function isoDay(written: string): Promise<string | undefined> {
  if (/^[0-9]{4}-[0-9]{2}-[0-9]{2}(T[0-9:.]+(Z|[+-][0-9]{2}:?[0-9]{2})?)?$/.test(written)) {
    return Number.isNaN(Date.parse(written)) ? undefined : written;
  }
  if (/^[0-9]{4}(-[0-9]{2})?$/.test(written)) return undefined;
  const { parse } = await import("chrono-node");
  const found = parse(written)[0]?.start;
  if (!found?.isCertain("year") || !found.isCertain("day")) return undefined;
  const [year, month, day] = [found.get("year"), found.get("month"), found.get("day")];
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}
