/** Letters that scripts have in common, and signs that belong to none: no reason to take a whole face along. */
const shared = new Set([0x964, 0x965, 0x200c, 0x200d, 0x25cc]);

/** Of the faces of a script, the part that is its own; Latin letters have faces of their own. */
const own: readonly { family: RegExp; letter: number }[] = [
  { family: /Devanagari/, letter: 0x915 },
  { family: /Bengali/, letter: 0x995 },
];

/** The page's own faces that these letters need, as rules that hold the face itself. */
export async function faces(text: string, families: readonly string[], signal?: AbortSignal): Promise<string> {
  const letters = new Set([...text].map((letter) => letter.codePointAt(0)!).filter((letter) => !shared.has(letter)));
  const rules = [...document.styleSheets].flatMap(rulesOf).filter((rule) => {
    const family = rule.style.getPropertyValue("font-family").replaceAll(/["']/g, "");
    const range = rule.style.getPropertyValue("unicode-range");
    const fits = own.every((script) => script.family.test(family) === covers(range, new Set([script.letter])));
    return families.includes(family) && fits && covers(range, letters);
  });
  const written = await Promise.all(rules.map((rule) => held(rule, signal)));
  return written.join("\n");
}

function rulesOf(sheet: CSSStyleSheet): CSSFontFaceRule[] {
  try {
    return [...sheet.cssRules].filter((rule) => rule instanceof CSSFontFaceRule);
  } catch {
    return [];
  }
}

/** Whether a `unicode-range` such as `U+0900-097F, U+25CC` holds one of the letters. */
export function covers(range: string, letters: ReadonlySet<number>): boolean {
  if (range.trim() === "") return true;
  const spans = range.split(",").map((part) => {
    const [from = "", to] = part.trim().replace(/^u\+/i, "").split("-");
    return [
      Number.parseInt(from.replaceAll("?", "0"), 16),
      Number.parseInt((to ?? from).replaceAll("?", "F"), 16),
    ] as const;
  });
  for (const letter of letters) if (spans.some(([from, to]) => from <= letter && letter <= to)) return true;
  return false;
}

/** A face that cannot be fetched is left out; the reader's own faces serve then. */
async function held(rule: CSSFontFaceRule, signal?: AbortSignal): Promise<string> {
  const source = /url\("?([^")]+)"?\)/.exec(rule.style.getPropertyValue("src"))?.[1];
  if (!source) return "";
  const address = new URL(source, rule.parentStyleSheet?.href ?? location.href);
  try {
    const bytes = new Uint8Array(await (await fetch(address, { signal })).arrayBuffer());
    let binary = "";
    for (const byte of bytes) binary += String.fromCharCode(byte);
    const kept = ["font-family", "font-style", "font-weight", "unicode-range"]
      .map((name) => `${name}: ${rule.style.getPropertyValue(name)};`)
      .join(" ");
    return `@font-face { ${kept} src: url("data:font/woff2;base64,${btoa(binary)}") format("woff2"); }`;
  } catch (error) {
    if (signal?.aborted) throw error;
    return "";
  }
}
