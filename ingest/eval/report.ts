import { edgeTypes } from "../../model/vocabulary.ts";
import type { Gold } from "./gold.ts";
import { Names } from "./names.ts";
import type { Prediction } from "./prediction.ts";
import { type Finding, score } from "./score.ts";
import { figures, type Hits, sum, type Tally } from "./tally.ts";

/** The measure of a set of articles: the whole and each language, and what went wrong where. */
export interface Report {
  all: Tally;
  languages: Record<string, Tally>;
  articles: { id: string; lang: string; tally: Tally; findings: Finding[] }[];
  /** Articles of the gold for which there was nothing to score; they count as empty. */
  missing: string[];
}

/** Scores every gold article against the prediction of the same id. */
export function report(golds: Gold[], predictions: Prediction[]): Report {
  const pool = new Names(golds.flatMap(({ entities }) => entities));
  const known = new Map(predictions.map((prediction) => [prediction.id, prediction]));
  const articles = golds.map((gold) => ({ id: gold.id, lang: gold.lang, ...score(gold, known.get(gold.id), pool) }));
  const languages = [...new Set(articles.map(({ lang }) => lang))].sort();
  return {
    all: sum(articles.map(({ tally }) => tally)),
    languages: Object.fromEntries(
      languages.map((lang) => [lang, sum(articles.filter((each) => each.lang === lang).map(({ tally }) => tally))]),
    ),
    articles,
    missing: golds.filter(({ id }) => !known.has(id)).map(({ id }) => id),
  };
}

/** The report as a table of plain lines: the whole, each language, each edge type. */
export function printed(found: Report): string {
  const rows = [["", "docs", "entities P/R/F1", "core P/R/F1 (gold)", "all P/R/F1", "leaks", "unjudged", "modality"]];
  const { all, languages } = found;
  for (const [name, tally] of [["ALL", all] as const, ...Object.entries(languages)]) rows.push(row(name, tally));
  const types = [["", "right", "false", "missed", "P/R/F1"]];
  for (const type of edgeTypes) if (all.types[type]) types.push(typeRow(type, all.types[type]));
  return `${table(rows)}\n\n${table(types)}`;
}

function row(name: string, tally: Tally): string[] {
  const { said, right } = tally.modality;
  return [
    name,
    String(tally.articles),
    three(tally.entities),
    `${three(tally.core)} (${tally.core.right + tally.core.missed})`,
    three(tally.all),
    String(tally.leaks),
    String(tally.unjudged),
    said > 0 ? (right / said).toFixed(2) : "-",
  ];
}

function typeRow(type: string, hits: Hits): string[] {
  return [type, String(hits.right), String(hits.wrong), String(hits.missed), three(hits)];
}

function three(hits: Hits): string {
  const { precision, recall, f1 } = figures(hits);
  return [precision, recall, f1].map((figure) => figure.toFixed(3)).join(" ");
}

function table(rows: string[][]): string {
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((cells) => cells[column]!.length)));
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => cell.padEnd(widths[column]!))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
