/**
 * What a UTF-16 code unit is, looked up in a table: reading a page must cost less than cutting it into words.
 * Scripts are numbered from FirstScript in the order in which they were asked for.
 */
export const Other = 0;
export const Space = 1;
export const Digit = 2;
/** A letter or mark of a script that nobody asked for. */
export const Letter = 3;
/** A combining mark that all scripts share. */
export const Mark = 4;
export const FirstScript = 5;

export const kinds = new Uint8Array(0x10000);
/** 1 for combining marks, of whichever script. */
export const marks = new Uint8Array(0x10000);

/** The number of a script (by Unicode's name) in `kinds`. Throws RangeError where Unicode has no such script. */
export function script(name: string): number {
  let number = numbers.get(name);
  if (number === undefined) {
    const found = pattern(name);
    number = FirstScript + numbers.size;
    numbers.set(name, number);
    fill(found, number, Letter);
  }
  return number;
}

export function isWordPart(code: number): boolean {
  return kinds[code]! >= Digit;
}

const numbers = new Map<string, number>();
const all = Array.from({ length: 0x10000 }, (_, code) =>
  code >= 0xd800 && code < 0xe000 ? " " : String.fromCharCode(code),
).join("");

function fill(pattern: RegExp, kind: number, over: number, table = kinds): void {
  for (const { index, 0: run } of all.matchAll(pattern)) {
    for (let code = index; code < index + run.length; code++) if (table[code] === over) table[code] = kind;
  }
}

function pattern(name: string): RegExp {
  try {
    return new RegExp(`\\p{Script=${name}}+`, "gu");
  } catch {
    throw new RangeError(`Unicode has no script "${name}"; expected a name such as Latin, Devanagari or Bengali`);
  }
}

fill(/\p{L}+/gu, Letter, Other);
fill(/\p{Nd}+/gu, Digit, Other);
fill(/\p{M}+/gu, Letter, Other);
fill(/\p{M}+/gu, 1, 0, marks);
fill(/\s+/gu, Space, Other);
fill(/\p{Script=Inherited}+/gu, Mark, Letter);
// Joiners and the zero-width space: the first two are part of a word, the third parts words.
kinds[0x200c] = Mark;
kinds[0x200d] = Mark;
kinds[0x200b] = Space;
kinds[0xfeff] = Space;
