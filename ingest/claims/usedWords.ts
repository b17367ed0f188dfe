import type { Analysis } from "./analysis.ts";
import { is } from "./scan.ts";
import type { Cue } from "./scope.ts";

/** The words of a sentence that have told an act, by its type. */
export class UsedWords {
  private readonly byType = new Map<string, boolean[]>();

  add(type: string, [from, to]: Cue): void {
    const words = this.byType.get(type) ?? [];
    for (let k = from; k < to; k++) words[k] = true;
    this.byType.set(type, words);
  }

  /** Whether one of the words of a cue has. */
  has(type: string, [from, to]: Cue): boolean {
    const words = this.byType.get(type);
    if (words) for (let k = from; k < to; k++) if (words[k]) return true;
    return false;
  }

  /** Whether any word has. */
  any(type: string): boolean {
    return this.byType.has(type);
  }
}

/** "[bought] tanks … gave": goods behind their participle may be what the verb of the clause gives, too. */
export function ownWords({ scan, grammar }: Analysis, [from, to]: Cue): Cue {
  const verb = scan.marks[from];
  const lends =
    !grammar.lateSubject &&
    grammar.order === "postpositional" &&
    verb &&
    !is(scan, from, "goods") &&
    is(scan, to - 1, "goods");
  return lends ? [from, verb.to] : [from, to];
}
