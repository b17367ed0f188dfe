import { Download } from "lucide-react";
import { Tabs } from "radix-ui";
import { type ReactNode, useState } from "react";
import type { ApiProblem, CypherAnswer } from "../../api.ts";
import { draw } from "../../explore.ts";
import { direction, number, useMessages } from "../../language.ts";
import { Button, Skeleton } from "../../ui/controls.tsx";
import { Told } from "../notices/trouble.tsx";
import { csv } from "../share/csv.ts";
import { fileName, saveFile } from "../share/save.ts";
import { paramsExample } from "./open.ts";
import { Rows } from "./rows.tsx";
import { titleOf, useRun } from "./run.ts";
import { flat } from "./value.ts";

/** What a query answered: as a table, as JSON, as a plan, and the way into the picture. */
export function Results({ again }: { again(): void }): ReactNode {
  const { running, answer, asked, problem } = useRun();
  return (
    <div className="results">
      {problem && <Wrong problem={problem} again={again} />}
      {!answer && running && <Skeleton lines={5} />}
      {!answer && !running && !problem && <First />}
      {answer && <Answer answer={answer} query={asked?.query ?? ""} busy={running !== undefined} />}
    </div>
  );
}

/** Before the first answer: how the editor is used. */
function First(): ReactNode {
  const t = useMessages();
  return (
    <p className="small none">
      <kbd>Ctrl Enter</kbd> {t("console.first")}
    </p>
  );
}

/** What went wrong. The last answer stays below it. */
function Wrong({ problem, again }: { problem: ApiProblem | "params" | "stopped"; again(): void }): ReactNode {
  const t = useMessages();
  if (typeof problem === "string")
    return (
      <p className="wrong" role="alert">
        {t(`console.${problem}`, { example: paramsExample })}
      </p>
    );
  return (
    <div className="wrong" role="alert">
      <Told error={problem} />
      {problem.requestId && <p className="small">{t("trouble.request", { id: problem.requestId })}</p>}
      {(problem.isSilence || problem.status >= 500 || problem.status === 429) && (
        <Button onClick={again}>{t("trouble.again")}</Button>
      )}
    </div>
  );
}

export function Answer({ answer, query, busy }: { answer: CypherAnswer; query: string; busy: boolean }): ReactNode {
  const t = useMessages();
  const [tab, setTab] = useState("table");
  const { plan, columns, rows, graph } = answer;
  if (plan !== undefined) return <Plan plan={plan} took={answer.took} />;
  const title = titleOf(query);
  return (
    <Tabs.Root
      dir={direction()}
      value={tab}
      onValueChange={setTab}
      className={busy ? "answer stale" : "answer"}
      aria-busy={busy}
    >
      <div className="answer-head">
        <Tabs.List className="tabs" aria-label={t("console.results")}>
          <Tabs.Trigger value="table">{t("console.table")}</Tabs.Trigger>
          <Tabs.Trigger value="json">{t("console.json")}</Tabs.Trigger>
        </Tabs.List>
        <Size answer={answer} />
        <div className="answer-actions">
          {graph.nodes.length > 0 && (
            <>
              <Button onClick={() => void draw(graph, "replace", title)}>{t("console.replace")}</Button>
              <Button onClick={() => void draw(graph, "add", title)}>{t("console.add")}</Button>
            </>
          )}
          {rows.length > 0 && (
            <Button
              onClick={() =>
                saveFile(
                  fileName(".csv"),
                  csv(
                    columns,
                    rows.map((row) => row.map(flat)),
                  ),
                  "text/csv",
                )
              }
            >
              <Download size={14} aria-hidden="true" /> CSV
            </Button>
          )}
        </div>
      </div>
      <Tabs.Content value="table" className="tab">
        {rows.length > 0 ? <Rows answer={answer} /> : <p className="small none">{t("console.noRows")}</p>}
      </Tabs.Content>
      <Tabs.Content value="json" className="tab">
        <Json answer={answer} />
      </Tabs.Content>
    </Tabs.Root>
  );
}

/** How much there is, how long it took, and what was left out: said aloud when it changes. */
function Size({ answer: { rows, graph, took, truncated } }: { answer: CypherAnswer }): ReactNode {
  const t = useMessages();
  const counts = [t("count.rows", { count: rows.length })];
  if (graph.nodes.length > 0) counts.push(t("count.nodes", { count: graph.nodes.length }));
  if (graph.edges.length > 0) counts.push(t("count.ties", { count: graph.edges.length }));
  return (
    <p className="told small" role="status">
      {counts.join(" · ")} · {duration(took)}
      {truncated && <strong> {t(`console.truncated.${truncated}`, { count: rows.length })}</strong>}
    </p>
  );
}

function Plan({ plan, took }: { plan: string; took: number }): ReactNode {
  const t = useMessages();
  return (
    <div className="answer">
      <p className="told small" role="status">
        {t("console.planTold")} · {duration(took)}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="text" tabIndex={0} aria-label={t("console.plan")}>
        <pre>{plan}</pre>
      </section>
    </div>
  );
}

const mostText = 200_000;

function Json({ answer: { columns, rows } }: { answer: CypherAnswer }): ReactNode {
  const t = useMessages();
  const text = JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map((column, index) => [column, row[index]]))),
    null,
    2,
  );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard
    <section className="text" tabIndex={0} aria-label={t("console.json")}>
      <pre>{text.length > mostText ? `${text.slice(0, mostText)}\n…` : text}</pre>
    </section>
  );
}

/** In seconds: Bangla has no short word of its own for a thousandth of one. */
function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.round(milliseconds)) / 1000;
  return number(seconds, undefined, { style: "unit", unit: "second", maximumFractionDigits: 3 });
}
