import { Popover } from "radix-ui";
import { type ReactNode, useMemo, useState } from "react";
import { filter } from "../../graph/commands.ts";
import { nameOf } from "../../graph/name.ts";
import { languageName, number, useMessages } from "../../language.ts";
import { useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { FiltersLabel } from "./button.tsx";
import { useSpeakers } from "./speakers.ts";

type Part = "langs" | "outlets" | "speakers";

/** Filters that the legend has no room for: sources, languages, outlets, speakers. */
export default function Filters(): ReactNode {
  const t = useMessages();
  return (
    <Popover.Root defaultOpen>
      <Popover.Trigger className="strip-button">
        <FiltersLabel />
      </Popover.Trigger>
      <Popover.Content
        aria-label={t("filters.title")}
        className="menu filters"
        align="end"
        sideOffset={6}
        collisionPadding={8}
      >
        <Sources />
        <Choice part="langs" title={t("filters.langs")} word={languageName} />
        <Choice part="outlets" title={t("filters.outlets")} word={(outlet) => outlet} />
        <Choice part="speakers" title={t("filters.speakers")} word={speaker} />
      </Popover.Content>
    </Popover.Root>
  );
}

function speaker(id: string): string {
  return nameOf(library.nodes.get(id)?.names ?? { en: id }, useSession.getState().view.names);
}

function Sources(): ReactNode {
  const t = useMessages();
  const { all } = useSeen();
  const { sources } = useSession((session) => session.view.filters);
  const take = useSession((session) => session.take);
  const most = Math.max(2, ...all.map((edge) => edge.sources));
  return (
    <label className="filter-part">
      <span className="filter-title">{t("filters.sources")}</span>
      <span className="filter-range">
        <input
          type="range"
          min={1}
          max={most}
          value={Math.min(sources, most)}
          aria-valuetext={t("chips.sources", { count: sources })}
          onChange={({ target }) =>
            take({ name: "filter", of: "sources", merge: "sources" }, (view) =>
              filter(view, { sources: target.valueAsNumber }),
            )
          }
        />
        <output>{number(sources)}</output>
      </span>
    </label>
  );
}

/** What occurs in the picture, most frequent first; nothing chosen lets everything through. */
function Choice({ part, title, word }: { part: Part; title: string; word(value: string): string }): ReactNode {
  const t = useMessages();
  const { all } = useSeen();
  const chosen = useSession((session) => session.view.filters[part]);
  const take = useSession((session) => session.take);
  const [wanted, setWanted] = useState("");
  const values = useMemo(() => {
    const counts = new Map<string, number>();
    for (const edge of all) for (const value of edge[part] ?? []) counts.set(value, (counts.get(value) ?? 0) + 1);
    for (const value of chosen) if (!counts.has(value)) counts.set(value, 0);
    return [...counts].sort((a, b) => b[1] - a[1]);
  }, [all, part, chosen]);
  useSpeakers(part === "speakers" ? values.map(([value]) => value) : []);
  if (values.length === 0) return null;
  const fitting = values.filter(([value]) => word(value).toLocaleLowerCase().includes(wanted.toLocaleLowerCase()));
  const flip = (value: string): void =>
    take({ name: chosen.includes(value) ? "unfilter" : "filter", about: [value], of: part, only: true }, (view) =>
      filter(view, { [part]: chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value] }),
    );
  return (
    <fieldset className="filter-part">
      <legend className="filter-title">{title}</legend>
      {values.length > 8 && (
        <input
          type="search"
          className="filter-search"
          value={wanted}
          placeholder={t("filters.find")}
          aria-label={t("filters.find")}
          onChange={({ target }) => setWanted(target.value)}
        />
      )}
      <div className="filter-values">
        {fitting.slice(0, 60).map(([value, count]) => (
          <label key={value} className="check">
            <input type="checkbox" checked={chosen.includes(value)} onChange={() => flip(value)} />
            <span>{word(value)}</span>
            <span className="legend-count">{number(count)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
