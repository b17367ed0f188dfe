/** What a sign is, as bits: a table lookup where a regular expression would be asked about every letter of every word. */
export const Letter = 1;
/** A letter, a mark or a number: what a word is made of, the two joiners among them (Part without Letter). */
export const Part = 2;
export const Figure = 4;
export const Capital = 8;
export const Space = 16;
/** A sign that papers write either way: nukta, candrabindu, joiners, curly apostrophe (see `fold`). */
export const Variant = 32;
/** A letter or a number, and no mark. */
export const Firm = 64;
export const Currency = 128;
/** A digit of the decimal system, in any script. */
export const Digit = 256;
export const Small = 512;
/** Bit that says that the table knows the sign. */
const Known = 0x8000;

const table = new Uint16Array(0x10000);

/** The bits of the sign that stands at an offset; 0 behind the end of the text. */
export function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code >= 0xd800 && code < 0xe000) return classify(String.fromCodePoint(text.codePointAt(at)!));
  return table[code] || (at < text.length ? learn(code) : 0);
}

/** Whether a word begins with a sign of a kind; of no word it does not. */
export const begins = (word: string | undefined, kind: number): boolean =>
  word !== undefined && (signAt(word, 0) & kind) !== 0;

/** Code units of the sign that stands at an offset: two for those beyond the basic plane. */
export function widthAt(text: string, at: number): 1 | 2 {
  const code = text.charCodeAt(at);
  return code >= 0xd800 && code < 0xdc00 && text.codePointAt(at)! > 0xffff ? 2 : 1;
}

function learn(code: number): number {
  const bits = classify(String.fromCharCode(code)) | Known;
  table[code] = bits;
  return bits;
}

function classify(sign: string): number {
  let bits = 0;
  if (/[\p{L}\p{M}\p{N}]|\u200c|\u200d/u.test(sign)) bits |= Part;
  if (/[\p{L}\p{M}\p{N}]/u.test(sign)) bits |= Letter;
  if (/[\p{L}\p{N}]/u.test(sign)) bits |= Firm;
  if (/\p{N}/u.test(sign)) bits |= Figure;
  if (/\p{Lu}/u.test(sign)) bits |= Capital;
  if (/\s/u.test(sign)) bits |= Space;
  if (/\u093c|\u200c|\u200d|\u0901|’/u.test(sign)) bits |= Variant;
  if (/\p{Sc}/u.test(sign)) bits |= Currency;
  if (/\p{Nd}/u.test(sign)) bits |= Digit;
  if (/\p{Ll}/u.test(sign)) bits |= Small;
  return bits;
}
