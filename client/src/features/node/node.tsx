import { useQuery } from "@tanstack/react-query";
import { EyeOff, Pin, PinOff, Shrink, Trash2 } from "lucide-react";
import { Fragment, type ReactNode } from "react";
import type { ApiProblem, NodeDetail } from "../../api.ts";
import { expand, stepSize } from "../../explore.ts";
import { collapse, dismiss, hide, pin, select } from "../../graph/commands.ts";
import { date, number, useMessages } from "../../language.ts";
import { useLearnt, useMore } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { Button, IconButton, Skeleton } from "../../ui/controls.tsx";
import { edgeLabel, NodeName, nodeTypeLabel } from "../../ui/names.tsx";
import { EdgeSample, NodeSample } from "../../ui/samples.tsx";
import { Trouble } from "../notices/trouble.tsx";
import { nodeQuery } from "./query.ts";
import { Sparkline } from "./sparkline.tsx";
import { Terms } from "./terms.tsx";

/** All that is known of one node: its names, its ties from both ends, its claims over time, its articles. */
export function NodePanel({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const { data, error, isPending, refetch } = useQuery(nodeQuery(id));
  useLearnt();
  const node = data?.node ?? library.nodes.get(id);
  return (
    <>
      {node && (
        <header className="headline">
          <p className="kicker">
            <NodeSample type={node.type} /> {nodeTypeLabel(node.type)}
            {node.candidate && <span className="tag">{t("node.candidate")}</span>}
          </p>
          <h2>
            <NodeName node={node} />
          </h2>
          <p className="byline">
            {Object.entries(node.names)
              .filter(([, name], index, all) => all.findIndex(([, other]) => other === name) === index)
              .map(([lang, name], index) => (
                <Fragment key={lang}>
                  {index > 0 && " · "}
                  <bdi lang={lang} className="also">
                    {name}
                  </bdi>
                </Fragment>
              ))}
          </p>
          <Actions id={id} />
        </header>
      )}
      {error && <Trouble error={error as ApiProblem} again={() => void refetch()} />}
      {isPending && !error && <Skeleton lines={8} />}
      {data && (
        <>
          <Ties id={id} ties={data.ties} />
          <Terms terms={data.terms ?? []} />
          {data.timeline.length > 0 && (
            <section className="block">
              <h3>{t("node.timeline")}</h3>
              <Sparkline months={data.timeline} />
            </section>
          )}
          <Articles articles={data.articles} />
        </>
      )}
    </>
  );
}

function Actions({ id }: { id: string }): ReactNode {
  const t = useMessages();
  const placed = useSession((session) => session.view.nodes[id]);
  const grown = useSession((session) =>
    Object.values(session.view.nodes).some(({ by }) => by.includes(`expand:${id}`)),
  );
  const outside = useMore();
  const take = useSession((session) => session.take);
  if (!placed) return null;
  const pinned = placed.pinned === true;
  const more = outside(id);
  return (
    <div className="row">
      {more > 0 && (
        <Button onClick={() => void expand(id)}>{t("menu.expand", { count: Math.min(stepSize, more) })}</Button>
      )}
      {grown && (
        <IconButton
          label={t("menu.collapse")}
          onClick={() => take({ name: "collapse", about: [id] }, (view) => collapse(view, id))}
        >
          <Shrink size={16} aria-hidden="true" />
        </IconButton>
      )}
      <IconButton
        label={pinned ? t("menu.unpin") : t("menu.pin")}
        onClick={() => take({ name: pinned ? "unpin" : "pin", about: [id] }, (view) => pin(view, [id], !pinned))}
      >
        {pinned ? <PinOff size={16} aria-hidden="true" /> : <Pin size={16} aria-hidden="true" />}
      </IconButton>
      <IconButton
        label={t("menu.hide")}
        onClick={() => take({ name: "hide", about: [id] }, (view) => hide(view, [id]))}
      >
        <EyeOff size={16} aria-hidden="true" />
      </IconButton>
      <IconButton
        label={t("menu.dismiss")}
        onClick={() => take({ name: "dismiss", about: [id] }, (view) => dismiss(view, [id]))}
      >
        <Trash2 size={16} aria-hidden="true" />
      </IconButton>
    </div>
  );
}

/** Ties by type and direction: how many there are, who is in the picture, and how to see the rest. */
function Ties({ id, ties }: { id: string; ties: NodeDetail["ties"] }): ReactNode {
  const t = useMessages();
  const placed = useSession((session) => session.view.nodes);
  const take = useSession((session) => session.take);
  return (
    <section className="block">
      <h3>{t("node.ties")}</h3>
      <ul className="ties">
        {ties.map(({ type, direction, count }) => {
          const shown = library
            .at(id)
            .filter((edge) => edge.type === type && placed[edge.from] && placed[edge.to])
            .filter((edge) => direction === "both" || (direction === "out") === (edge.from === id));
          return (
            <li key={`${type} ${direction}`}>
              <div className="tie-head">
                <EdgeSample type={type} />
                <span className="tie-name">{edgeLabel(type, direction === "in" ? "inverse" : "alone")}</span>
                <span className="legend-count">{number(count)}</span>
                {count > shown.length && (
                  <button
                    type="button"
                    className="more"
                    aria-label={t("node.moreOf", { count: count - shown.length, type: edgeLabel(type) })}
                    onClick={() => void expand(id, [type])}
                  >
                    {t("node.more", { count: count - shown.length })}
                  </button>
                )}
              </div>
              <ul className="tie-nodes">
                {shown.slice(0, 12).map((edge) => {
                  const other = library.nodes.get(edge.from === id ? edge.to : edge.from);
                  if (!other) return null;
                  return (
                    <li key={edge.id}>
                      <button
                        type="button"
                        className="text-button"
                        onClick={() =>
                          take({ name: "select", about: [edge.id] }, (view) =>
                            select(view, { nodes: [], edge: edge.id }),
                          )
                        }
                      >
                        <NodeName node={other} />
                      </button>
                    </li>
                  );
                })}
              </ul>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Articles({ articles }: { articles: NodeDetail["articles"] }): ReactNode {
  const t = useMessages();
  const take = useSession((session) => session.take);
  if (articles.length === 0) return null;
  return (
    <section className="block">
      <h3>{t("node.articles")}</h3>
      <ul className="articles">
        {articles.map((article) => (
          <li key={article.id}>
            <button
              type="button"
              className="article-link"
              onClick={() =>
                take({ name: "open", about: [article.id] }, (view) =>
                  select(view, { ...view.selection, article: article.id }),
                )
              }
            >
              <span lang={article.lang} className="article-title">
                {article.title ?? article.id}
              </span>
              <span className="small">
                {[article.outlet, article.published && date(article.published)].filter(Boolean).join(" · ")}
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
