import { type MouseEvent, type ReactNode, useMemo } from "react";
import type { EdgeView } from "../../../../model/api.ts";
import { filter } from "../../graph/commands.ts";
import { passesOthers } from "../../graph/filter.ts";
import { groupsOf } from "../../graph/groups.ts";
import type { Step } from "../../graph/history.ts";
import { edgeEntries, nodeEntries, stances } from "../../graph/palette.ts";
import type { Filters } from "../../graph/view.ts";
import { number, useMessages } from "../../language.ts";
import { seen, useMeasures, useSeen } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { edgeLabel, NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { EdgeSample, NodeSample } from "../../ui/samples.tsx";

type Part = "types" | "nodeTypes" | "stances";

/** What the lines, shapes and dashes mean, how many there are, and which are seen: each line is a switch. */
export function Legend(): ReactNode {
  const t = useMessages();
  const { all, nodes, edges } = useSeen();
  const filters = useSession((session) => session.view.filters);
  const placed = useSession((session) => session.view.nodes);
  const layout = useSession((session) => session.view.layout);
  const counts = useMemo(() => counted(all, filters), [all, filters]);
  const nodeCounts = tally(Object.keys(placed).flatMap((id) => library.nodes.get(id)?.type ?? []));
  const order = (known: object, found: ReadonlyMap<string, number>): string[] => [
    ...Object.keys(known).filter((type) => found.has(type)),
    ...[...found.keys()].filter((type) => !(type in known)),
  ];
  const types = order(edgeEntries, tally(all.map((edge) => edge.type)));
  const told = tally(all.map((edge) => edge.stance));
  return (
    <div className="legend-lists">
      <Group title={t("legend.ties")}>
        {types.map((type) => (
          <Switch
            key={type}
            part="types"
            value={type}
            among={known(edgeEntries, types)}
            count={counts.types.get(type) ?? 0}
          >
            <EdgeSample type={type} />
            <span className="legend-name">{edgeLabel(type)}</span>
          </Switch>
        ))}
      </Group>
      <Group title={t("legend.stances")}>
        {stances
          .filter((stance) => told.has(stance))
          .map((stance) => (
            <Switch key={stance} part="stances" value={stance} among={stances} count={counts.stances.get(stance) ?? 0}>
              <EdgeSample stance={stance} />
              <span className="legend-name">{t(`stance.${stance}`)}</span>
            </Switch>
          ))}
      </Group>
      <Group title={t("legend.nodes")}>
        {order(nodeEntries, nodeCounts).map((type, _index, found) => (
          <Switch
            key={type}
            part="nodeTypes"
            value={type}
            among={known(nodeEntries, found)}
            count={nodeCounts.get(type) ?? 0}
          >
            <NodeSample type={type} />
            <span className="legend-name">{nodeTypeLabel(type, 2)}</span>
          </Switch>
        ))}
      </Group>
      <Groups shown={nodes} edges={edges} />
      {layout === "map" && (
        <Group title={t("legend.map")}>
          <p className="legend-line still">
            <svg width="44" height="12" aria-hidden="true">
              <path d="M2 6H42" className="sample-disputed" />
            </svg>
            <span className="legend-name">{t("legend.disputed")}</span>
          </p>
          <p className="small legend-note">{t("legend.borders")}</p>
          <p className="small legend-note">{t("legend.beside")}</p>
        </Group>
      )}
    </div>
  );
}

/** Every type there is: "only this" holds for what comes in later, too. */
function known(entries: object, found: readonly string[]): string[] {
  return [...new Set([...Object.keys(entries), ...found])];
}

function Group({ title, children }: { title: string; children: ReactNode }): ReactNode {
  return (
    <fieldset className="legend-group">
      <legend>{title}</legend>
      {children}
    </fieldset>
  );
}

interface SwitchProps {
  part: Part;
  value: string;
  /** What "only this" leaves out. */
  among: readonly string[];
  count: number;
  children: ReactNode;
}

function Switch({ part, value, among, count, children }: SwitchProps): ReactNode {
  const t = useMessages();
  const off = useSession((session) => session.view.filters[part]);
  const take = useSession((session) => session.take);
  const on = !off.includes(value);
  const flip = (): void =>
    take({ name: on ? "filter" : "unfilter", about: [value], of: part }, (view) =>
      filter(view, { [part]: on ? [...off, value] : off.filter((each) => each !== value) }),
    );
  const only = (): void => {
    const others = among.filter((each) => each !== value);
    const alone = on && others.every((each) => off.includes(each));
    const step: Step = alone
      ? { name: "unfilter", of: part }
      : { name: "filter", about: [value], of: part, only: true };
    take(step, (view) => filter(view, { [part]: alone ? [] : others }));
  };
  const press = (event: MouseEvent): void => (event.altKey ? only() : flip());
  return (
    <div className="legend-line">
      <button type="button" className="legend-switch" aria-pressed={on} onClick={press} title={t("legend.hint")}>
        {children}
        <span className="legend-count">{number(count)}</span>
      </button>
      <button type="button" className="legend-only" onClick={only}>
        {t("legend.only")}
      </button>
    </div>
  );
}

/** Numbers and colours of the groups, where nodes are grouped, each with the members it is named after. */
function Groups({ shown, edges }: { shown: readonly string[]; edges: readonly EdgeView[] }): ReactNode {
  const t = useMessages();
  const groups = useMeasures((measures) => measures.groups);
  if (groups.size === 0) return null;
  const nodes = shown.flatMap((id) => library.nodes.get(id) ?? []);
  return (
    <Group title={t("legend.groups")}>
      {groupsOf(nodes, edges, (id) => groups.get(id)).map(({ number: group, members }) => (
        <p key={group} className="legend-line still">
          <span className={`swatch group-${group % 8}`}>{number(group + 1)}</span>
          <span className="legend-name">
            {members.slice(0, 2).map((node, index) => (
              <span key={node.id}>
                {index > 0 && ", "}
                <NodeName node={node} />
              </span>
            ))}
          </span>
          <span className="legend-count">{number(members.length)}</span>
        </p>
      ))}
    </Group>
  );
}

/** How many edges there would be of each kind, the kind's own switch aside. */
function counted(all: readonly EdgeView[], filters: Filters): Record<"types" | "stances", Map<string, number>> {
  const ends = (id: string) => library.nodes.get(id);
  const others = all.filter((edge) => passesOthers(edge, filters, ends));
  return {
    types: tally(others.flatMap(({ type, stance }) => (filters.stances.includes(stance) ? [] : type))),
    stances: tally(others.flatMap(({ type, stance }) => (filters.types.includes(type) ? [] : stance))),
  };
}

function tally(items: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const item of items) counts.set(item, (counts.get(item) ?? 0) + 1);
  return counts;
}

/** How many of each edge type are seen; what a picture's own legend says. */
export function seenTypes(): Map<string, number> {
  return tally(seen(useSession.getState().view).edges.map((edge) => edge.type));
}
