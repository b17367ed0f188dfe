import { existsSync } from "node:fs";
import { fold } from "../claims/tokens.ts";
import { DataError, lines } from "./lines.ts";

/** The forms of one verb. */
export interface Paradigm {
  /** Forms that may end a clause by themselves. */
  finite: ReadonlySet<string>;
  /** Every form, the verb's name among them. */
  all: ReadonlySet<string>;
}

/**
 * The verbs of a language's paradigms.tsv: `verb<TAB>finite forms<TAB>other forms` a line. A verb that begins with a star is
 * a pattern: it gives the forms of every verb with that ending that has no line of its own, the longest ending first.
 */
export class Paradigms {
  private readonly listed = new Map<string, Paradigm>();
  private readonly patterns: { tail: string; finite: string[]; other: string[] }[] = [];
  private readonly made = new Map<string, Paradigm | undefined>();

  constructor(file: string) {
    const places = new Map<string, string>();
    for (const { cells, place } of existsSync(file) ? lines(file) : []) {
      const [verb, finite, other, ...rest] = cells;
      if (!verb || !finite || !other || rest.length > 0)
        throw new DataError(place, "expected a verb, its finite forms and its other forms, with commas between");
      const name = fold(verb);
      const before = places.get(name);
      if (before) throw new DataError(place, `"${verb}" stands twice: also in ${before}`);
      places.set(name, place);
      const row = { finite: split(finite, place), other: split(other, place) };
      if (name.startsWith("*")) {
        const plain = [...row.finite, ...row.other].find((form) => !form.startsWith("*"));
        if (plain !== undefined)
          throw new DataError(place, `the forms of a pattern begin with "*", found "${plain}" at "${verb}"`);
        this.patterns.push({ tail: name.slice(1), ...row });
      } else this.listed.set(name, paradigm(name, row.finite, row.other));
    }
    this.patterns.sort((a, b) => b.tail.length - a.tail.length);
    for (const [name, { finite, all }] of this.listed) {
      const regular = this.regular(name);
      if (regular && same(regular.finite, finite) && same(regular.all, all))
        throw new DataError(places.get(name)!, `"${name}" is as regular as its pattern says: leave the line out`);
    }
  }

  /** The forms of a verb; none where neither a line nor a pattern has it. */
  of(verb: string): Paradigm | undefined {
    const listed = this.listed.get(verb);
    if (listed) return listed;
    if (!this.made.has(verb)) this.made.set(verb, this.regular(verb));
    return this.made.get(verb);
  }

  /** The verbs that have a line of their own. */
  verbs(): Iterable<[string, Paradigm]> {
    return this.listed;
  }

  private regular(verb: string): Paradigm | undefined {
    const pattern = this.patterns.find(({ tail }) => verb.length > tail.length && verb.endsWith(tail));
    if (!pattern) return undefined;
    const stem = verb.slice(0, verb.length - pattern.tail.length);
    const forms = (list: string[]): string[] => list.map((form) => stem + form.slice(1));
    return paradigm(verb, forms(pattern.finite), forms(pattern.other));
  }
}

function paradigm(name: string, finite: string[], other: string[]): Paradigm {
  return { finite: new Set(finite), all: new Set([name, ...finite, ...other]) };
}

function split(cell: string, place: string): string[] {
  const forms = cell.split(",").map((form) => fold(form.trim()));
  if (forms.includes("")) throw new DataError(place, "an empty form: two commas stand side by side");
  return forms;
}

const same = (a: ReadonlySet<string>, b: ReadonlySet<string>): boolean =>
  a.size === b.size && [...a].every((each) => b.has(each));
