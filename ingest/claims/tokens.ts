/** A word, a number or a single mark of a sentence. Offsets are code units of the sentence's NFC text. */
export interface Token {
  text: string;
  /** Folded: what word lists are compared with. */
  lower: string;
  start: number;
  end: number;
  word: boolean;
}

// A word keeps inner hyphens and apostrophes ("Jean-Marc", "Russia's") and dots between digits or after single capitals ("3.5", "U.S.").
const word =
  /(?:\p{Lu}\.){2,}(?:['’]s)?|[\p{L}\p{M}\p{N}\u200c\u200d]+(?:(?:[-‑'’](?=[\p{L}\p{N}])|(?<=\p{N})[.,](?=\p{N}))[\p{L}\p{M}\p{N}\u200c\u200d]+)*|\S/gu;
const letter = /^[\p{L}\p{M}\p{N}]/u;

/** What word lists are compared in: lower case, without the nukta, candrabindu as anusvara, without joiners; papers spell these either way. */
export function fold(text: string): string {
  const lower = cased.test(text) ? text.toLowerCase() : text;
  if (!variant.test(lower)) return lower;
  return lower
    .replace(/\u093c|\u200c|\u200d/gu, "")
    .replace(/\u0901/gu, "\u0902")
    .replace(/’/gu, "'");
}
const variant = /\u093c|\u200c|\u200d|\u0901|’/u;
const cased = /\p{Lu}/u;

/** The tokens of a sentence, in order. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  word.lastIndex = 0;
  for (let match = word.exec(text); match; match = word.exec(text)) {
    const [part] = match;
    found.push({
      text: part.replace(/‑/gu, "-"),
      lower: fold(part),
      start: match.index,
      end: match.index + part.length,
      word: part.length > 1 || letter.test(part),
    });
  }
  return /['’](?!\p{L})/u.test(text) ? withPossessors(found, text) : found;
}

/** "the United States' ally": an apostrophe behind a word belongs to it where no quotation is open. */
function withPossessors(list: Token[], text: string): Token[] {
  const found: Token[] = [];
  let open = false;
  for (const token of list) {
    const before = found.at(-1);
    const mark = /^['’‘]$/u.test(token.text);
    const glued = before?.end === token.start && before.word && /^\p{Script=Latin}/u.test(before.text);
    if (mark && glued && !open && token.text !== "‘" && /^\s\p{L}/u.test(text.slice(token.end, token.end + 2))) {
      before.text += token.text;
      before.lower += "'";
      before.end = token.end;
      continue;
    }
    if (mark) open = !glued;
    found.push(token);
  }
  return found;
}
