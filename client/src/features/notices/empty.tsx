import type { ReactNode } from "react";
import { start } from "../../explore.ts";
import { filter, show, unfilter } from "../../graph/commands.ts";
import { emptiedBy, isActive, withoutFilter } from "../../graph/filter.ts";
import { list, useMessages } from "../../language.ts";
import { useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { Button } from "../../ui/controls.tsx";
import { few } from "../../ui/few.ts";
import { usePlaying } from "../timeline/playing.ts";
import { useFilterWords } from "../trail/chips.tsx";
import { Trouble } from "./trouble.tsx";

/** In place of a picture: that it is coming, that there is none yet, or which filter took it away. */
export function Empty(): ReactNode {
  const t = useMessages();
  const { view, opening, waiting, problem, take } = useSession();
  const { all, nodes } = useSeen();
  const words = useFilterWords(few);
  const playing = usePlaying((state) => state.playing);
  const placed = Object.keys(view.nodes).length;
  if (placed === 0 && problem) {
    return (
      <div className="empty">
        <Trouble error={problem.error} again={problem.again} />
      </div>
    );
  }
  if (opening || (placed === 0 && waiting)) return <div className="empty drawing" aria-hidden="true" />;
  if (placed === 0) {
    return (
      <div className="empty">
        <h2>{t("empty.title")}</h2>
        <p>{t(library.nodes.size === 0 ? "empty.nothingRead" : "empty.nothingShown")}</p>
        <Button onClick={() => void start()}>{t("empty.start")}</Button>
      </div>
    );
  }
  const culprits = emptiedBy(all, view.filters, (id) => library.nodes.get(id));
  if (playing) return null;
  if (culprits.length === 0) return nodes.length === 0 ? <Away /> : null;
  const alone = culprits.filter(({ back }) => back > 0);
  return (
    <div className="empty over">
      <h2>{t("empty.filtered", { count: all.length })}</h2>
      {alone.length === 0 && (
        <p>{t("empty.together", { filters: list(culprits.map(({ name }) => `“${words(name)}”`)) })}</p>
      )}
      <ul>
        {alone.map(({ name, back }) => (
          <li key={name}>
            <Button
              onClick={() =>
                take({ name: "unfilter", of: name }, (now) => filter(now, withoutFilter(now.filters, name)))
              }
            >
              {t("empty.remove", { filter: words(name), count: back })}
            </Button>
          </li>
        ))}
        {culprits.length > 1 && (
          <li>
            <Button onClick={() => take({ name: "unfilter" }, unfilter)}>{t("chips.all")}</Button>
          </li>
        )}
      </ul>
    </div>
  );
}

/** Every node is hidden, or of a type that is left out. */
function Away(): ReactNode {
  const t = useMessages();
  const { view, take } = useSession();
  const words = useFilterWords(few);
  const isFiltered = isActive(view.filters, "nodeTypes");
  if (view.hidden.length === 0 && !isFiltered) return null;
  return (
    <div className="empty over">
      <h2>{t("empty.away")}</h2>
      <ul>
        {view.hidden.length > 0 && (
          <li>
            <Button onClick={() => take({ name: "show", count: view.hidden.length }, (now) => show(now))}>
              {t("menu.show", { count: view.hidden.length })}
            </Button>
          </li>
        )}
        {isFiltered && (
          <li>
            <Button
              onClick={() =>
                take({ name: "unfilter", of: "nodeTypes" }, (now) =>
                  filter(now, withoutFilter(now.filters, "nodeTypes")),
                )
              }
            >
              {t("chips.remove", { filter: words("nodeTypes") })}
            </Button>
          </li>
        )}
      </ul>
    </div>
  );
}
