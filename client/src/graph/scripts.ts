/** Faces by script: the canvas has no `:lang()`, so the script of the text itself chooses the stack. */
const stacks = {
  latin: '"Noto Sans Variable", system-ui, sans-serif',
  devanagari: '"Noto Sans Devanagari Variable", "Noto Sans Variable", system-ui, sans-serif',
  bengali: '"Noto Sans Bengali Variable", "Noto Sans Variable", system-ui, sans-serif',
} as const;

export type Script = keyof typeof stacks;

export function scriptOf(text: string): Script {
  if (/\p{Script=Devanagari}/u.test(text)) return "devanagari";
  if (/\p{Script=Bengali}/u.test(text)) return "bengali";
  return "latin";
}

export function fontStack(text: string): string {
  return stacks[scriptOf(text)];
}

/** Indic letters carry marks above and below the line and read smaller than Latin ones at the same size. */
export function opticalSize(text: string, size: number): number {
  return scriptOf(text) === "latin" ? size : size * 1.08;
}

/** Resolves when the faces for these texts can be drawn; a canvas never lays its text out again by itself. */
export async function loadFaces(texts: Iterable<string>): Promise<void> {
  if (typeof document === "undefined" || !document.fonts) return;
  const samples = new Map<Script, string>();
  for (const text of texts) {
    const script = scriptOf(text);
    samples.set(script, `${samples.get(script) ?? ""}${text}`.slice(0, 400));
  }
  const wanted = [...samples].flatMap(([script, sample]) =>
    [500, 700].map((weight) => document.fonts.load(`${weight} 14px ${stacks[script]}`, sample)),
  );
  // A face that cannot be fetched must not keep the names from being drawn.
  await Promise.allSettled(wanted);
}
