import { useCallback, useEffect, useSyncExternalStore } from "react";
import type { Reason } from "../../../../model/problem.ts";
import type { ApiProblem } from "../../api.ts";
import { composed, type Language, language, languageName, useMessages } from "../../language.ts";
import type english from "../../messages/problems/en.json";
import { wordsOf } from "./words.ts";

type Words = typeof english;

/** The words for what may go wrong are fetched when something does: `none` where even they cannot be. */
let fetched: { language: Language; words: Words | "none" } | undefined;
const listeners = new Set<() => void>();
const words: Record<Language, () => Promise<{ default: Words }>> = {
  en: () => import("../../messages/problems/en.json"),
  hi: () => import("../../messages/problems/hi.json"),
  bn: () => import("../../messages/problems/bn.json"),
};

async function fetchWords(lang: Language): Promise<void> {
  if (fetched?.language === lang && fetched.words !== "none") return;
  const found = await words[lang]().then(
    (module) => module.default,
    () => "none" as const,
  );
  fetched = { language: lang, words: found };
  for (const listener of listeners) listener();
}

interface Saying {
  /** What went wrong; empty until its words are there, so that nobody is told twice. */
  of(error: ApiProblem): string;
  why(reason: Reason): string;
  /** Of a query: where, and the words before what is to be written instead. */
  place(reason: Reason | undefined): string;
  instead: string;
}

/** What went wrong in the reader's language, by the kind that the server names. */
export function useReasons(): Saying {
  const t = useMessages();
  const lang = language();
  const known = useSyncExternalStore(follow, () => fetched);
  useEffect(() => void fetchWords(lang), [lang]);
  const now = known?.language === lang ? known.words : undefined;
  const why = useCallback(
    ({ kind, values }: Reason): string => {
      if (now === undefined || now === "none") return now === "none" ? t("trouble.title") : "";
      const { language: code } = values;
      return composed(
        now[kind],
        code === undefined ? values : { ...values, language: languageName(String(code)) },
        lang,
      );
    },
    [now, lang, t],
  );
  const of = useCallback(
    (error: ApiProblem): string => (error.reason && now !== "none" ? why(error.reason) : t(wordsOf(error))),
    [now, why, t],
  );
  const isThere = now !== undefined && now !== "none";
  const place = (reason: Reason | undefined): string =>
    reason?.place && isThere ? `${composed(now.place, reason.place, lang)} ` : "";
  return { of, why, place, instead: isThere ? now.instead : "" };
}

function follow(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}
