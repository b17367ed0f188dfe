import { type ReactNode, useEffect, useRef } from "react";
import { looking, type Step } from "../../graph/history.ts";
import { nameOf } from "../../graph/name.ts";
import { languageName, useMessages } from "../../language.ts";
import { useLearnt } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { few } from "../../ui/few.ts";
import { edgeLabel, nodeTypeLabel } from "../../ui/names.tsx";

/** How one got here: every step of the history, each a way back to that moment. */
export function Trail(): ReactNode {
  const t = useMessages();
  const { past, future, travel } = useSession();
  const names = useSession((session) => session.view.names);
  useLearnt();
  const end = useRef<HTMLLIElement>(null);
  const steps = [...past, ...future].map(({ step }, index) => ({ step, at: index + 1 }));
  const told = steps.filter(({ step }) => !looking.has(step.name));
  useEffect(() => {
    if (past.length === 0) return;
    // With the frame: at once it would have the whole page laid out twice.
    const frame = requestAnimationFrame(() => end.current?.scrollIntoView({ block: "nearest", inline: "end" }));
    return () => cancelAnimationFrame(frame);
  }, [past.length]);
  return (
    <nav className="trail" aria-label={t("trail.label")}>
      <ol>
        <li>
          <button type="button" onClick={() => travel(0)} aria-current={past.length === 0 ? "step" : undefined}>
            {t("trail.start")}
          </button>
        </li>
        {told.map(({ step, at }) => {
          const isLast = at <= past.length && !told.some((later) => later.at > at && later.at <= past.length);
          return (
            <li key={at} ref={isLast ? end : undefined} className={at > past.length ? "ahead" : undefined}>
              <button type="button" onClick={() => travel(at)} aria-current={isLast ? "step" : undefined}>
                {words(step, names, t)}
              </button>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

type Say = ReturnType<typeof useMessages>;

/** A step as the trail tells it. */
export function words(step: Step, names: string, t: Say): string {
  const { name, about = [], of, count = 0 } = step;
  const called = about.map((id) => {
    const node = library.nodes.get(id);
    return node ? nameOf(node.names, names) : label(step, id, t);
  });
  if (of && called.length === 0) called.push(t(`filter.${of}`));
  if (name === "unfilter" && called.length === 0) return t("step.unfiltered");
  if (name === "filter" && about.length > 0)
    return t(step.only ? "chips.only" : "chips.without", { what: few(called, t) });
  return t(`step.${name}`, { about: few(called, t), count });
}

/** A step keeps what it changed, not the words: they are told in the language that the page speaks by now. */
function label({ name, of }: Step, id: string, t: Say): string {
  if (name === "layout") return t(`layout.${id as "force"}`);
  if (name === "size") return t(`size.${id as "degree"}`);
  if (name === "sort") return t(`table.${id as "from"}`);
  if (name === "group") return t(`group.${id as "none"}`);
  if (of === "stances") return t(`stance.${id as "asserted"}`);
  if (of === "nodeTypes") return nodeTypeLabel(id, 2);
  if (of === "langs") return languageName(id);
  return edgeLabel(id);
}
