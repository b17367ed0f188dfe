/** A name in the wanted language, in English where there is none. */
export function nameOf(names: Readonly<Record<string, string>>, lang: string): string {
  return names[lang] ?? names.en ?? Object.values(names)[0] ?? "";
}
