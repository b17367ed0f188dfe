import { useCallback, useSyncExternalStore } from "react";
import english from "./messages/en.json" with { type: "json" };

/** Languages of the interface. Their own names stand in their own message files. */
export const languages = ["en", "hi", "bn"] as const;
export type Language = (typeof languages)[number];
export type Key = keyof typeof english;
type Message = string | Readonly<Partial<Record<Intl.LDMLPluralRule, string>>>;
export type Values = Readonly<Record<string, string | number>>;

/** How a language writes dates and numbers, where its own code would say how another country does. */
const locales: Readonly<Record<string, string>> = { en: "en-GB" };
const locale = (lang: string): string => locales[lang] ?? lang;

let current: Language = "en";
let messages: Readonly<Record<string, Message>> = english;
const listeners = new Set<() => void>();

/** Switches the interface in place; resolves when its words are there. */
export async function speak(language: Language): Promise<void> {
  const loaded = {
    en: async () => english,
    hi: async () => (await import("./messages/hi.json")).default,
    bn: async () => (await import("./messages/bn.json")).default,
  };
  messages = await loaded[language]();
  current = language;
  document.documentElement.lang = language;
  document.documentElement.dir = new Intl.Locale(language).maximize().script === "Arab" ? "rtl" : "ltr";
  for (const listener of listeners) listener();
}

export function language(): Language {
  return current;
}

/** Which way the page runs: what keys and menus go by where the style sheet does not reach. */
export function direction(): "ltr" | "rtl" {
  return document.documentElement.dir === "rtl" ? "rtl" : "ltr";
}

/**
 * A message with its values put in: `{name}` stands for a value, numbers are written as the language writes them, and a
 * message with plural forms chooses by `count`.
 */
export function message(key: Key, values: Values = {}): string {
  return composed(messages[key] ?? english[key], values, current);
}

export function composed(found: Message, values: Values, lang: string): string {
  const text =
    typeof found === "string" ? found : (found[plurals(lang).select(Number(values.count))] ?? found.other ?? "");
  return text.replace(/\{(\w+)\}/g, (_all, name: string) => {
    const value = values[name];
    return typeof value === "number" ? number(value, lang) : (value ?? "");
  });
}

export function number(value: number, lang: string = current, options?: Intl.NumberFormatOptions): string {
  if (options) return new Intl.NumberFormat(locale(lang), options).format(value);
  return numbers(lang).format(value);
}

/** Making a format takes a thousand times as long as using it, and the canvas writes hundreds of numbers a frame. */
function once<Format>(make: (locale: string) => Format): (lang: string) => Format {
  const made = new Map<string, Format>();
  return (lang) => {
    const format = made.get(lang) ?? make(locale(lang));
    made.set(lang, format);
    return format;
  };
}

const numbers = once((name) => new Intl.NumberFormat(name));
const plurals = once((name) => new Intl.PluralRules(name));
const lists = once((name) => new Intl.ListFormat(name, { type: "conjunction" }));
const calendar = { timeZone: "UTC", year: "numeric" } as const;
const years = once((name) => new Intl.DateTimeFormat(name, calendar));
const months = once((name) => new Intl.DateTimeFormat(name, { ...calendar, month: "long" }));
const days = once((name) => new Intl.DateTimeFormat(name, { ...calendar, month: "short", day: "numeric" }));

/** An ISO date, cut to whatever precision, in words; times are left out. */
export function date(iso: string, lang: string = current): string {
  const [year, month, day] = iso.slice(0, 10).split("-").map(Number);
  const at = new Date(Date.UTC(year ?? 0, (month ?? 1) - 1, day ?? 1));
  if (Number.isNaN(at.getTime())) return iso;
  return (month ? (day ? days : months) : years)(lang).format(at);
}

export function list(items: readonly string[], lang: string = current): string {
  return lists(lang).format(items);
}

/** The name of a language in the interface's language. */
export function languageName(code: string): string {
  try {
    return new Intl.DisplayNames(current, { type: "language" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** The name of a language in itself. */
export function ownName(code: string): string {
  return new Intl.DisplayNames(code, { type: "language" }).of(code) ?? code;
}

/** The message function, and a new drawing whenever the language changes. */
export function useMessages(): typeof message {
  const lang = useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => current,
  );
  // A new function a language, so that what is remembered by it is worked out again.
  return useCallback((...given: Parameters<typeof message>) => (lang ? message(...given) : ""), [lang]);
}
