import { useQuery } from "@tanstack/react-query";
import { CircleHelp, FileUp, Link2, Monitor, Moon, Share2, Sun } from "lucide-react";
import type { ReactNode } from "react";
import { date, type Language, languages, ownName, useMessages } from "../../language.ts";
import { link } from "../../location.ts";
import { themes, usePreferences } from "../../preferences.ts";
import { IconButton } from "../../ui/controls.tsx";
import { useNames } from "../../ui/names.tsx";
import { copy } from "../evidence/cite.tsx";
import { useHelp } from "../help/open.ts";
import { Search } from "../search/search.tsx";
import { useShare } from "../share/open.ts";
import { useUpload } from "../upload/open.ts";
import { statsQuery } from "./query.ts";

/** The head of the page: the name, the search, the languages, the light. */
export function Masthead(): ReactNode {
  const t = useMessages();
  return (
    <header className="masthead">
      <div className="brand">
        <h1>
          <a href="/">Entente</a>
        </h1>
        <Edition />
      </div>
      <Search />
      <div className="masthead-tools">
        <Languages />
        <IconButton label={t("upload.title")} onClick={() => useUpload.setState({ open: true })}>
          <FileUp size={18} aria-hidden="true" />
        </IconButton>
        <IconButton label={t("share.title")} onClick={() => useShare.setState({ open: true })}>
          <Share2 size={18} aria-hidden="true" />
        </IconButton>
        <IconButton className="masthead-link" label={t("masthead.link")} onClick={() => void link().then(copy)}>
          <Link2 size={18} aria-hidden="true" />
        </IconButton>
        <ThemeButton />
        <IconButton label={t("masthead.help")} onClick={() => useHelp.setState({ open: true })}>
          <CircleHelp size={18} aria-hidden="true" />
        </IconButton>
      </div>
    </header>
  );
}

/** What was read, as a newspaper states its number and day. */
function Edition(): ReactNode {
  const t = useMessages();
  const { data } = useQuery(statsQuery);
  if (!data) return <p className="edition">&nbsp;</p>;
  return (
    <p className="edition">
      {t("masthead.edition", {
        articles: t("count.articles", { count: data.articles }),
        claims: t("count.claims", { count: data.claims }),
      })}
      {data.last && <> · {date(data.last)}</>}
    </p>
  );
}

/** The language of the interface and, with it, of the names; names alone are switched in the same place. */
function Languages(): ReactNode {
  const t = useMessages();
  const { language, setLanguage } = usePreferences();
  const [names, write] = useNames();
  return (
    <div className="languages">
      <label>
        <span>{t("masthead.language")}</span>
        <select
          value={language}
          onChange={({ target }) => {
            setLanguage(target.value as Language);
            write(target.value);
          }}
        >
          {languages.map((code) => (
            <option key={code} value={code} lang={code}>
              {ownName(code)}
            </option>
          ))}
        </select>
      </label>
      <label className="names-select">
        <span>{t("masthead.names")}</span>
        <select value={names} onChange={({ target }) => write(target.value)}>
          {languages.map((code) => (
            <option key={code} value={code} lang={code}>
              {ownName(code)}
            </option>
          ))}
        </select>
      </label>
    </div>
  );
}

function ThemeButton(): ReactNode {
  const t = useMessages();
  const { theme, setTheme } = usePreferences();
  const next = themes[(themes.indexOf(theme) + 1) % themes.length] ?? "auto";
  const Icon = { auto: Monitor, light: Sun, dark: Moon }[theme];
  return (
    <IconButton label={t("masthead.theme", { theme: t(`theme.${theme}`) })} onClick={() => setTheme(next)}>
      <Icon size={18} aria-hidden="true" />
    </IconButton>
  );
}
