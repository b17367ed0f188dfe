import type { ClaimView, EdgeView } from "../../../../model/api.ts";
import { nameOf } from "../../graph/name.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { date, language, languageName, message } from "../../language.ts";
import { library } from "../../session.ts";
import { edgeLabel } from "../../ui/names.tsx";
import { tieParts } from "../../ui/tie.tsx";
import { agencyName } from "../evidence/agency.ts";
import { marked } from "../evidence/marked.ts";
import type { Told } from "./gather.ts";
import { escaped } from "./shapes.ts";
import { type About, figure } from "./sheet.ts";

export interface Pages {
  about: About;
  /** The picture, as SVG. */
  picture: string;
  told: readonly Told[];
  steps: readonly string[];
  query: string;
  link: string;
}

/** The view as a page to read: picture, numbered ties with their sentences and sources, filters, steps and query. */
export function article({ about, picture, told, steps, query, link }: Pages): string {
  const left = about.edges.length - told.length;
  return `<header class="sheet-head"><p class="sheet-brand">Entente</p><h1>${escaped(about.title)}</h1>
<p>${escaped(figure(about))}</p></header>
<figure tabindex="0">${picture}</figure>
<h2>${say("sheet.ties")}</h2>
<ol class="sheet-ties">${told.map((each, index) => tie(each, index + 1, about.view.names)).join("\n")}</ol>
${left > 0 ? `<p>${say("sheet.moreTies", { count: left })}</p>` : ""}
${section("sheet.filters", about.filters)}
${section("sheet.steps", steps)}
<h2>${say("sheet.query")}</h2>
<pre><code>${escaped(query)}</code></pre>
<footer><p>${say("sheet.made", { day: date(about.day) })} <a href="${escaped(link)}">${escaped(shown(link))}</a></p></footer>`;
}

/** The same page as a file of its own: no script, nothing to fetch. */
export function file(pages: Pages, css: string): string {
  return `<!doctype html>
<html lang="${language()}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; font-src data:; img-src data:">
<title>${escaped(pages.about.title)} — Entente</title>
<style>
${css.replaceAll("</", "<\\/")}
</style>
</head>
<body class="sheet">
<main>
${article(pages)}
</main>
</body>
</html>
`;
}

function section(key: "sheet.filters" | "sheet.steps", lines: readonly string[]): string {
  if (lines.length === 0) return "";
  return `<h2>${say(key)}</h2><ol class="sheet-lines">${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ol>`;
}

function tie({ edge, claims, contradicting, total, lost }: Told, place: number, names: string): string {
  const more = total - claims.length;
  const against =
    contradicting.length > 0 ? `<p class="sheet-against">${say("sheet.opposite")}</p>${quotes(contradicting)}` : "";
  return `<li value="${place}"><h3>${headline(edge, names)}</h3>
<p class="sheet-stance">${escaped(message(`stance.${edge.stance}`))}${edge.what ? ` · ${escaped(edge.what)}` : ""}${span(edge)} · ${say("count.sources", { count: edge.sources })}</p>
${lost ? `<p>${say("sheet.lost")}</p>` : quotes(claims)}${more > 0 && !lost ? `<p>${say("sheet.more", { count: more })}</p>` : ""}${against}</li>`;
}

function headline(edge: EdgeView, names: string): string {
  const name = (id: string): string => {
    const known = library.nodes.get(id)?.names ?? { en: id };
    return `<bdi lang="${escaped(known[names] === undefined ? "en" : names)}">${escaped(nameOf(known, names))}</bdi>`;
  };
  const glyph = edgeEntries[edge.type]?.glyph;
  const sign = glyph ? `<span class="sheet-sign">${escaped(glyph)}\uFE0E</span> ` : "";
  const words = tieParts().map((part) => {
    if (part === "label") return `<em>${escaped(edgeLabel(edge.type, "label"))}</em>`;
    return typeof part === "string" ? name(edge[part]) : escaped(part.text);
  });
  return sign + words.join("");
}

function span({ first, last }: EdgeView): string {
  const days = first === last ? [first] : [first, last];
  const text = days.flatMap((day) => (day ? [date(day)] : [])).join(" – ");
  return text ? ` · ${escaped(text)}` : "";
}

function quotes(claims: readonly ClaimView[]): string {
  return claims
    .map((claim) => {
      const text = marked(claim)
        .map((piece) =>
          piece.roles.length === 0
            ? escaped(piece.text)
            : `<mark class="${piece.roles.map((role) => `is-${role}`).join(" ")}">${escaped(piece.text)}</mark>`,
        )
        .join("");
      return `<blockquote lang="${escaped(claim.lang)}" dir="auto"><p>${text}</p><footer>${source(claim)}</footer></blockquote>`;
    })
    .join("\n");
}

/** Where the sentence stands: outlet, title, agency, day, language, address. What is not known is left out. */
function source({ article: { outlet, title, agency, published, url, id }, lang }: ClaimView): string {
  const parts = [
    outlet && escaped(outlet),
    `<cite>${escaped(title ?? id)}</cite>`,
    agency && escaped(agencyName(agency)),
    published && escaped(date(published)),
    escaped(languageName(lang)),
    url && /^https?:/.test(url) && `<a href="${escaped(url)}">${escaped(url)}</a>`,
  ];
  return parts.filter(Boolean).join(", ");
}

/** A long link is shown by its beginning; it leads to the whole. */
function shown(link: string): string {
  return link.length > 70 ? `${link.slice(0, 69)}…` : link;
}

function say(...given: Parameters<typeof message>): string {
  return escaped(message(...given));
}
