import { X } from "lucide-react";
import type { ReactNode } from "react";
import { filter, show, unfilter } from "../../graph/commands.ts";
import { type FilterName, filterNames, isActive, withoutFilter } from "../../graph/filter.ts";
import { nameOf } from "../../graph/name.ts";
import { edgeEntries, nodeEntries, stances } from "../../graph/palette.ts";
import { date, type Key, languageName, list, useMessages } from "../../language.ts";
import { library, useSession } from "../../session.ts";
import { few } from "../../ui/few.ts";
import { edgeLabel, nodeTypeLabel } from "../../ui/names.tsx";
import { useSpeakers } from "../filters/speakers.ts";

/** Every active filter as a chip that can be taken off, and what is hidden. */
export function Chips(): ReactNode {
  const t = useMessages();
  const filters = useSession((session) => session.view.filters);
  const hidden = useSession((session) => session.view.hidden);
  const take = useSession((session) => session.take);
  const active = filterNames.filter((name) => isActive(filters, name));
  const text = useFilterWords(few);
  const whole = useFilterWords();
  useSpeakers(filters.speakers);
  if (active.length === 0 && hidden.length === 0) return null;
  return (
    <ul className="chips" aria-label={t("chips.label")}>
      {active.map((name) => (
        <li key={name}>
          <button
            type="button"
            className="chip"
            title={text(name) === whole(name) ? undefined : whole(name)}
            aria-label={t("chips.remove", { filter: text(name) })}
            onClick={() =>
              take({ name: "unfilter", of: name }, (view) => filter(view, withoutFilter(view.filters, name)))
            }
          >
            {text(name)} <X size={13} aria-hidden="true" />
          </button>
        </li>
      ))}
      {hidden.length > 0 && (
        <li>
          <button
            type="button"
            className="chip"
            onClick={() => take({ name: "show", count: hidden.length }, (view) => show(view))}
          >
            {t("chips.hidden", { count: hidden.length })} <X size={13} aria-hidden="true" />
          </button>
        </li>
      )}
      {active.length > 1 && (
        <li>
          <button type="button" className="text-button" onClick={() => take({ name: "unfilter" }, unfilter)}>
            {t("chips.all")}
          </button>
        </li>
      )}
    </ul>
  );
}

/**
 * A filter in words: what it leaves out, or what alone it lets through, whichever is shorter.
 * @param join how several things are told: all of them, unless there is little room
 */
export function useFilterWords(join: (items: readonly string[]) => string = list): (name: FilterName) => string {
  const t = useMessages();
  const { filters, names } = useSession((session) => session.view);
  const outOf = (off: readonly string[], all: readonly string[], word: (value: string) => string): string => {
    const left = all.filter((each) => !off.includes(each));
    return left.length < off.length && left.length > 0
      ? t("chips.only", { what: join(left.map(word)) })
      : t("chips.without", { what: join(off.map(word)) });
  };
  return (name) => {
    switch (name) {
      case "types":
        return outOf(filters.types, Object.keys(edgeEntries), (type) => edgeLabel(type));
      case "nodeTypes":
        return outOf(filters.nodeTypes, Object.keys(nodeEntries), (type) => nodeTypeLabel(type, 2));
      case "stances":
        return outOf(filters.stances, stances, (stance) => t(`stance.${stance}` as Key));
      case "sources":
        return t("chips.sources", { count: filters.sources });
      case "langs":
        return t("chips.only", { what: join(filters.langs.map(languageName)) });
      case "outlets":
        return t("chips.only", { what: join(filters.outlets) });
      case "speakers":
        return t("chips.speakers", {
          what: join(filters.speakers.map((id) => nameOf(library.nodes.get(id)?.names ?? { en: id }, names))),
        });
      case "time": {
        const { from, to, clock } = filters.time;
        const span =
          from && to
            ? t("chips.between", { from: date(from), to: date(to) })
            : from
              ? t("chips.since", { from: date(from) })
              : t("chips.until", { to: date(to ?? "") });
        return `${t(`clock.${clock}`)}: ${span}`;
      }
    }
  };
}
