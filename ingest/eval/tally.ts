/** What is counted: nodes, core edges, all edges. */
export type Kind = "entities" | "core" | "all";

/** Right, false and missed of one kind. */
export interface Hits {
  right: number;
  wrong: number;
  missed: number;
}

/** Counts of one article, or of many. */
export interface Tally {
  articles: number;
  entities: Hits;
  core: Hits;
  all: Hits;
  /** Forbidden edges that were found all the same. */
  leaks: number;
  /** Supporting edges that the gold says nothing of. */
  unjudged: number;
  /** Right edges that said how they were meant, and how many said it rightly. */
  modality: { said: number; right: number };
  types: Record<string, Hits>;
}

const noHits = (): Hits => ({ right: 0, wrong: 0, missed: 0 });

export function emptyTally(): Tally {
  return {
    articles: 0,
    entities: noHits(),
    core: noHits(),
    all: noHits(),
    leaks: 0,
    unjudged: 0,
    modality: { said: 0, right: 0 },
    types: {},
  };
}

/** The counts of one edge type within a tally. */
export function ofType(tally: Tally, type: string): Hits {
  tally.types[type] ??= noHits();
  return tally.types[type];
}

/** The counts of many articles together. */
export function sum(tallies: Iterable<Tally>): Tally {
  const total = emptyTally();
  for (const tally of tallies) {
    total.articles += tally.articles;
    total.leaks += tally.leaks;
    total.unjudged += tally.unjudged;
    total.modality.said += tally.modality.said;
    total.modality.right += tally.modality.right;
    for (const kind of ["entities", "core", "all"] as const) add(total[kind], tally[kind]);
    for (const [type, hits] of Object.entries(tally.types)) add(ofType(total, type), hits);
  }
  return total;
}

function add(to: Hits, hits: Hits): void {
  to.right += hits.right;
  to.wrong += hits.wrong;
  to.missed += hits.missed;
}

/** Precision, recall and their harmonic mean, 0…1. Nothing found where nothing was to be found is right. */
export function figures({ right, wrong, missed }: Hits): { precision: number; recall: number; f1: number } {
  const precision = right + wrong > 0 ? right / (right + wrong) : missed > 0 ? 0 : 1;
  const recall = right + missed > 0 ? right / (right + missed) : 1;
  return { precision, recall, f1: precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0 };
}
