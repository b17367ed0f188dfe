import { contentHash } from "../../model/digest.ts";
import { fingerprint } from "../../model/origin.ts";
import { reason } from "../../model/problem.ts";
import type { Block, Document } from "../../model/stages.ts";
import { type Reading, reading } from "../languages/reading.ts";
import { credit } from "./agency.ts";
import { sourceAgency } from "./agencySource.ts";
import { ownBlocks, wholeText } from "./blocks.ts";
import { calendarVariant } from "./calendarVariant.ts";
import { afterLabel, dateline } from "./dateline.ts";
import { sorts } from "./furniture.ts";
import { language } from "./language.ts";
import { withoutNotices } from "./notices.ts";
import { type Page, Unreadable } from "./page.ts";
import { paragraphs } from "./paragraphs.ts";
import { published } from "./published.ts";

/**
 * An article's own words as blocks of the page: navigation, related headlines, credits, notices and datelines are left
 * out. Also says what the page knows of itself: language, day, agency. Throws Unreadable.
 */
export function document(page: Page): Document {
  const { id, text, url } = page;
  const words = reading(language(text, page.lang))!;
  const lines = paragraphs(text, words);
  const sorted = sorts(text, lines, words);
  const found = page.clean
    ? wholeText(lines)
    : withoutNotices(text, ownBlocks(text, lines, sorted, words, page.title), words);
  const { blocks, agency } = withoutDatelines(text, found, words);
  if (blocks.length === 0) {
    throw new Unreadable(
      "holds no sentence of an article (only menus, headlines or notices)",
      reason("unread.wordless"),
    );
  }
  const title = blocks.find(({ role }) => role === "title");
  const bodies = blocks.filter(({ role }) => role !== "title");
  const outlet = page.outlet ?? host(url);
  const variant = calendarVariant({ lang: words.lang, outlet, url, text });
  const article = {
    id,
    text,
    lang: words.lang,
    url,
    outlet,
    title: page.title ?? (title && text.slice(title.start, title.end)),
    published:
      page.published ?? published(text, lines, sorted, blocks, words, { surroundings: page.surroundings, variant }),
    agency: agency ?? credit(text, lines, sorted, words) ?? sourceAgency(text, blocks, words),
    hash: contentHash(text),
    // Papers give an agency's story headlines of their own.
    fingerprint: fingerprint(text, bodies.length > 0 ? bodies : blocks),
  };
  return { article, blocks };
}

function withoutDatelines(text: string, blocks: Block[], language: Reading): { blocks: Block[]; agency?: string } {
  let agency: string | undefined;
  const found = blocks.map((block) => {
    if (block.role !== "body") return block;
    const start = afterLabel(text, block, language);
    const line = dateline(text, start, block.end, language);
    agency ??= line?.agency;
    return { ...block, start: line?.end ?? start };
  });
  return { blocks: found, agency };
}

/** An outlet that does not name itself is known by its host. */
function host(url: string | undefined): string | undefined {
  return url && URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, "") || undefined : undefined;
}
