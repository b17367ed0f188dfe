import { create } from "zustand";
import { type Language, languages, speak } from "./language.ts";
import { useSession } from "./session.ts";

export type Theme = "auto" | "light" | "dark";
export const themes: readonly Theme[] = ["auto", "light", "dark"];

/** What belongs to the reader and not to the view: kept in this browser. */
interface Preferences {
  theme: Theme;
  language: Language;
  legend: boolean;
  timeline: boolean;
  setTheme(theme: Theme): void;
  setLanguage(language: Language): void;
  toggle(part: "legend" | "timeline"): void;
}

const place = "entente";

export const usePreferences = create<Preferences>((set, get) => ({
  theme: "auto",
  language: "en",
  legend: true,
  timeline: true,
  setTheme(theme) {
    apply(theme);
    set({ theme });
    keep(get());
  },
  setLanguage(language) {
    void speak(language).then(() => {
      set({ language });
      keep(get());
    });
  },
  toggle(part) {
    set({ [part]: !get()[part] });
    keep(get());
  },
}));

/** Reads what was kept; the address speaks before the memory, and the browser's languages last. */
export async function recall(address: URLSearchParams): Promise<void> {
  const kept = read();
  const wanted = [address.get("lang"), kept.language, ...navigator.languages.map((each) => each.slice(0, 2))];
  const language =
    languages.find((each) => each === wanted.find((one) => languages.some((known) => known === one))) ?? "en";
  const theme = themes.find((each) => each === (address.get("theme") ?? kept.theme)) ?? "auto";
  apply(theme);
  await speak(language);
  // Names start in the reader's language; a view from a link says its own.
  useSession.setState(({ view }) => ({ view: { ...view, names: language } }));
  const narrow = matchMedia("(max-width: 760px)").matches;
  usePreferences.setState({
    theme,
    language,
    legend: kept.legend ?? !narrow,
    timeline: kept.timeline ?? !narrow,
  });
}

function apply(theme: Theme): void {
  if (theme === "auto") document.documentElement.removeAttribute("data-theme");
  else document.documentElement.dataset.theme = theme;
}

function keep({ theme, language, legend, timeline }: Preferences): void {
  try {
    localStorage.setItem(place, JSON.stringify({ theme, language, legend, timeline }));
  } catch {
    // A browser that keeps nothing is no reason to stop.
  }
}

function read(): { theme?: string; language?: string; legend?: boolean; timeline?: boolean } {
  try {
    return JSON.parse(localStorage.getItem(place) ?? "{}");
  } catch {
    return {};
  }
}
