import "./start.css";
import { useQuery } from "@tanstack/react-query";
import { X } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import type { EdgeView } from "../../../../model/api.ts";
import { type ApiProblem, api } from "../../api.ts";
import { openEdge } from "../../explore.ts";
import { useMessages } from "../../language.ts";
import { useLearnt } from "../../picture.ts";
import { library, useSession } from "../../session.ts";
import { Button, IconButton, Skeleton } from "../../ui/controls.tsx";
import { EdgeSample } from "../../ui/samples.tsx";
import { TieWords } from "../../ui/tie.tsx";
import { useConsole } from "../console/open.ts";
import { Quotation } from "../evidence/quotation.tsx";
import { Trouble } from "../notices/trouble.tsx";
import { focusPanel, focusStage } from "../stage/focus.ts";
import { Upload } from "../upload/upload.tsx";
import { useStart } from "./open.ts";
import { QuestionCard } from "./question.tsx";

/** The first five minutes: the story most told, questions that can be asked, and a place for new articles. */
export default function Start(): ReactNode {
  const t = useMessages();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === "Escape" && page.current?.contains(document.activeElement)) leave();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  return (
    <section ref={page} className="start" aria-labelledby="start-title">
      <div className="start-page">
        <header className="start-head">
          <h2 id="start-title">{t("start.title")}</h2>
          <p>{t("start.intro")}</p>
          <IconButton label={t("start.close")} className="start-close" onClick={leave}>
            <X size={18} aria-hidden="true" />
          </IconButton>
        </header>
        <Lead />
        <section className="start-questions" aria-labelledby="start-questions">
          <h3 id="start-questions">{t("start.questions")}</h3>
          <Questions />
        </section>
        <aside className="start-side">
          <section aria-labelledby="start-search">
            <h3 id="start-search">{t("start.search")}</h3>
            <p className="small">{t("start.searchText")}</p>
            <Button onClick={() => document.querySelector<HTMLInputElement>(".masthead .search input")?.focus()}>
              {t("search.label")} <kbd>/</kbd>
            </Button>
          </section>
          <section aria-labelledby="start-upload">
            <h3 id="start-upload">{t("upload.title")}</h3>
            <Upload />
          </section>
          <section aria-labelledby="start-cypher">
            <h3 id="start-cypher">{t("console.title")}</h3>
            <p className="small">{t("start.cypherText")}</p>
            <Button
              onClick={() => {
                leave();
                useConsole.setState({ open: true });
              }}
            >
              {t("start.cypher")}
            </Button>
          </section>
        </aside>
      </div>
    </section>
  );
}

function leave(): void {
  useStart.setState({ open: false });
  requestAnimationFrame(() => focusStage());
}

/** The tie that most sources tell of, with the newest sentence behind it, as a paper's first story. */
function Lead(): ReactNode {
  const t = useMessages();
  const { opening, problem, view } = useSession();
  const lead = useStart((state) => state.lead);
  useLearnt();
  const [edge, ...others] = stories(
    opening ? library.nodes.keys() : Object.keys(view.nodes),
    view.selection.edge ?? lead,
  );
  const { data } = useQuery({
    queryKey: ["lead", edge?.id],
    queryFn: ({ signal }) => api.claims(edge!.id, { limit: 1, offset: 0 }, signal),
    enabled: edge !== undefined,
  });
  if (problem && !edge)
    return (
      <div className="lead">
        <Trouble error={problem.error} again={problem.again} />
      </div>
    );
  if (opening && !edge)
    return (
      <div className="lead waiting">
        <Skeleton lines={5} />
      </div>
    );
  if (!edge)
    return (
      <div className="lead">
        <p>{t("start.nothing")}</p>
      </div>
    );
  const claim = data?.claims[0];
  return (
    <article className="lead" aria-labelledby="lead-title">
      <p className="kicker">
        <EdgeSample type={edge.type} stance={edge.stance} /> {t("start.lead")}
      </p>
      <h3 id="lead-title">
        <TieWords {...edge} />
      </h3>
      {claim ? <Quotation claim={claim} /> : <Skeleton lines={2} />}
      <p className="byline">
        {t("count.claims", { count: edge.claims })} · {t("count.sources", { count: edge.sources })}
        {claim?.article.outlet && <> · {claim.article.outlet}</>}
      </p>
      <Button className="primary" onClick={() => openStory(edge)}>
        {t("start.open")}
      </Button>
      {others.length > 0 && (
        <section className="stories" aria-labelledby="start-stories">
          <h4 id="start-stories">{t("start.also")}</h4>
          <ul>
            {others.map((each) => (
              <li key={each.id}>
                <Story edge={each} />
              </li>
            ))}
          </ul>
        </section>
      )}
    </article>
  );
}

/** One more tie, as a headline that leads to its evidence. */
function Story({ edge }: { edge: EdgeView }): ReactNode {
  const t = useMessages();
  return (
    <button type="button" className="story" onClick={() => openStory(edge)}>
      <EdgeSample type={edge.type} stance={edge.stance} />
      <span className="story-title">
        <TieWords {...edge} />
      </span>
      <span className="small">{t("count.sources", { count: edge.sources })}</span>
    </button>
  );
}

function openStory({ from, type, to }: EdgeView): void {
  useStart.setState({ open: false });
  // Who asks for the evidence reads it next: it lies behind all that belongs to the picture.
  void openEdge({ from, type, to }).then(focusPanel);
}

/** The ties on the table, the chosen one first, then those most told of. */
function stories(ids: Iterable<string>, chosen: string | undefined): EdgeView[] {
  const first = (edge: EdgeView): number => (edge.id === chosen ? 1 : 0);
  return library
    .among(new Set(ids))
    .sort((a, b) => first(b) - first(a) || b.sources - a.sources || b.claims - a.claims || (a.id < b.id ? -1 : 1))
    .slice(0, 7);
}

function Questions(): ReactNode {
  const { data, error, refetch } = useQuery({
    queryKey: ["questions"],
    queryFn: ({ signal }) => api.questions(signal),
    staleTime: Number.POSITIVE_INFINITY,
  });
  if (error) return <Trouble error={error as ApiProblem} again={() => void refetch()} />;
  if (!data) return <Skeleton lines={8} />;
  return (
    <ul className="questions">
      {data.questions.map((question) => (
        <li key={question.name}>
          <QuestionCard question={question} />
        </li>
      ))}
    </ul>
  );
}
