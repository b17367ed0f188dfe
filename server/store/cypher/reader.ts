import { keyword, misread, refusedAt, type Token, tokens } from "../tokens.ts";
import type { Path } from "./syntax.ts";

/** Reads a query token by token; what is not there as expected is refused with its place. */
export interface Reader {
  readonly query: string;
  /** Number of the token that comes next; set it to go back. */
  at: number;
  /** What was found by looking ahead at a token: nested brackets would otherwise be read twice at each level. */
  readonly ahead: Map<number, { path: Path; at: number } | undefined>;
  peek(ahead?: number): Token;
  /** The next token's place in the query. */
  readonly start: number;
  /** Where the last token taken ends. */
  readonly end: number;
  isSign(sign: string, ahead?: number): boolean;
  /** The keywords come next, one after the other. */
  isWord(...words: string[]): boolean;
  takeSign(sign: string): boolean;
  takeWord(...words: string[]): boolean;
  needSign(sign: string): void;
  needWord(...words: string[]): void;
  /** An identifier, bare or in backticks. */
  name(what: string): string;
  /** Refuses what stands at `start`, or comes next. */
  refuse(message: string, start?: number): never;
  /** Refuses what comes next: something else is expected there. */
  expect(what: string): never;
}

export function reader(query: string): Reader {
  const all = tokens(query);
  const last = all.at(-1) as Token;
  const peek = (ahead = 0): Token => all[self.at + ahead] ?? last;
  const self: Reader = {
    query,
    at: 0,
    ahead: new Map(),
    peek,
    get start() {
      return peek().start;
    },
    get end() {
      return all[self.at - 1]?.end ?? 0;
    },
    isSign: (sign, ahead = 0) => peek(ahead).kind === "sign" && peek(ahead).value === sign,
    isWord: (...words) => words.every((word, ahead) => keyword(peek(ahead)) === word),
    takeSign: (sign) => self.isSign(sign) && ++self.at > 0,
    takeWord: (...words) => {
      if (!self.isWord(...words)) return false;
      self.at += words.length;
      return true;
    },
    needSign: (sign) => void (self.takeSign(sign) || self.expect(`"${sign}"`)),
    needWord: (...words) => void (self.takeWord(...words) || self.expect(words.join(" "))),
    name(what) {
      const { kind, value } = peek();
      if (kind !== "word" && kind !== "name") self.expect(what);
      if (value.includes("`")) self.refuse("a backtick in a name is not available in the built-in store: leave it out");
      self.at++;
      return value;
    },
    refuse(message, start = self.start) {
      throw refusedAt(query, start, `${message}.`);
    },
    expect(what) {
      throw refusedAt(query, self.start, `${what} is expected, not ${shown(peek())}.`, misread);
    },
  };
  return self;
}

function shown({ kind, value }: Token): string {
  return kind === "end" ? "the end of the query" : kind === "text" ? `the text '${value}'` : `"${value}"`;
}
