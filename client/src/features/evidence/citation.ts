import type { ClaimView } from "../../../../model/api.ts";
import { agencyName } from "./agency.ts";

export type Style = "text" | "markdown" | "bibtex";
export const citationStyles: readonly Style[] = ["text", "markdown", "bibtex"];

/**
 * A claim's source as one cites it: the sentence, the outlet, the title, the date, the address. What is not known is
 * left out; nothing is made up.
 */
export function citation({ sentence, article }: Pick<ClaimView, "sentence" | "article">, style: Style): string {
  const { outlet, title, published, url, id } = article;
  const agency = article.agency && agencyName(article.agency);
  const day = published?.slice(0, 10);
  if (style === "bibtex") {
    const fields = [
      ["title", title && braced(title)],
      // A second pair of braces keeps the name whole: it is nobody's first and last name.
      ["author", agency && `{${braced(agency)}}`],
      ["journal", outlet && braced(outlet)],
      ["year", day?.slice(0, 4)],
      ["date", day],
      ["url", url && braced(url)],
      ["note", braced(`“${sentence}”`)],
    ].flatMap(([name, value]) => (value ? [`  ${name} = {${value}}`] : []));
    return `@article{${id.replace(/[^A-Za-z0-9:_-]+/g, "-")},\n${fields.join(",\n")}\n}`;
  }
  if (style === "markdown") {
    const name = title ? `*${title.replace(/([*_[\]])/g, "\\$1")}*` : undefined;
    const source = url ? `[${name ?? url}](<${url}>)` : name;
    return `> ${sentence.replaceAll("\n", "\n> ")}\n>\n> — ${[outlet, source, day].filter(Boolean).join(", ")}`;
  }
  const source = [outlet, title && `“${title}”`, agency, day].filter(Boolean).join(", ");
  return `“${sentence}” — ${[source, url].filter(Boolean).join(". ")}`;
}

/** Braces and backslashes would end a BibTeX field early. */
function braced(text: string): string {
  return text.replace(/[{}\\]/g, (sign) => (sign === "\\" ? "\\textbackslash " : `\\${sign}`));
}
