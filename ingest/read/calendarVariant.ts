import type { Article } from "../../model/stages.ts";
import { plain } from "../languages/phrases.ts";
import { reading } from "../languages/reading.ts";

/** Places further in are what a text speaks of, not where it was written. */
const Head = 160;

/**
 * The variant of its language's calendar that an article keeps: as its outlet does, else as the place it begins with does.
 * Undefined is the usual one, for Bengali that of Bangladesh.
 */
export function calendarVariant({
  lang,
  outlet,
  url,
  text,
}: Pick<Article, "lang" | "outlet" | "url" | "text">): string | undefined {
  const { calendarVariants = [], optional = "" } = reading(lang) ?? {};
  const where = { outlet: `${outlet ?? ""} ${url ?? ""}`, place: text.slice(0, Head) };
  for (const of of ["outlet", "place"] as const) {
    const written = plain(where[of], optional);
    const found = calendarVariants.find(
      (each) => each.of === of && each.words.some((word) => written.includes(plain(word, optional))),
    );
    if (found) return found.variant;
  }
  return undefined;
}
