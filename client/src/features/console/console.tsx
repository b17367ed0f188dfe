import "./console.css";
import { useQuery } from "@tanstack/react-query";
import { Link2, Play, Square, X } from "lucide-react";
import { type ReactNode, useEffect, useMemo, useState } from "react";
import { ApiProblem, api } from "../../api.ts";
import { number, useMessages } from "../../language.ts";
import { accompany, link } from "../../location.ts";
import { Button, IconButton } from "../../ui/controls.tsx";
import { copy } from "../evidence/cite.tsx";
import { useReasons } from "../notices/reasons.ts";
import { Editor, type Wrong } from "./editor.tsx";
import { paramsExample, readParams, useConsole, writeParams } from "./open.ts";
import { Queries } from "./queries.tsx";
import { Results } from "./results.tsx";
import { type Drawing, run, useRun } from "./run.ts";

const drawings: readonly Drawing[] = ["replace", "add", "none"];

/** A query to begin with: it reads the same in every language. */
const hint = "MATCH (a)-[r]->(b) RETURN a, r, b LIMIT 50";

/** Questions in the graph's own language, below the picture they draw. */
export default function Console(): ReactNode {
  const t = useMessages();
  const { query, params } = useConsole();
  const [how, setHow] = useState<Drawing>("replace");
  const { data: schema } = useQuery({ queryKey: ["schema"], queryFn: ({ signal }) => api.schema(signal) });
  const ask = (what: Drawing | "plan"): void => {
    if (query.trim() !== "") void run({ query, params }, what);
  };
  const wrong = useWrong();
  useAddress(query, params);
  usePending();
  return (
    <section className="console" aria-label={t("console.title")}>
      <header className="console-head">
        <h2>{t("console.title")}</h2>
        <RunButton run={() => ask(how)} disabled={query.trim() === ""} />
        <label className="drawing">
          <span>{t("console.draw")}</span>
          <select value={how} onChange={({ target }) => setHow(target.value as Drawing)}>
            {drawings.map((each) => (
              <option key={each} value={each}>
                {t(`console.draw.${each}`)}
              </option>
            ))}
          </select>
        </label>
        <Button onClick={() => ask("plan")} disabled={query.trim() === ""}>
          {t("console.plan")}
        </Button>
        <Queries />
        <span className="console-gap" />
        <IconButton label={t("console.link")} onClick={() => void link().then(copy)}>
          <Link2 size={17} aria-hidden="true" />
        </IconButton>
        <IconButton label={t("panel.close")} onClick={close}>
          <X size={18} aria-hidden="true" />
        </IconButton>
      </header>
      <div className="console-body">
        <div className="asking">
          <Editor
            value={query}
            label={t("console.query")}
            hint={hint}
            names={schema && { ...schema, params: Object.keys(given(params)) }}
            wrong={wrong}
            change={(value) => useConsole.setState({ query: value })}
            run={() => ask(how)}
          />
          <Params query={query} params={params} />
        </div>
        <Results again={() => ask(how)} />
      </div>
    </section>
  );
}

/** What is wrong with the query, with its place in it. */
function useWrong(): Wrong | undefined {
  const problem = useRun((state) => state.problem);
  const { of } = useReasons();
  return useMemo(() => {
    const place = problem instanceof ApiProblem ? problem.reason?.place : undefined;
    return problem instanceof ApiProblem && place ? { place, message: of(problem) } : undefined;
  }, [problem, of]);
}

/** Runs; while it runs, stops. How long it has been is said from the first second on. */
function RunButton({ run: start, disabled }: { run(): void; disabled: boolean }): ReactNode {
  const t = useMessages();
  const running = useRun((state) => state.running);
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    setSeconds(0);
    if (!running) return;
    const timer = setInterval(() => setSeconds(Math.floor((performance.now() - running.since) / 1000)), 500);
    return () => clearInterval(timer);
  }, [running]);
  if (!running)
    return (
      <Button className="primary" onClick={start} disabled={disabled} aria-keyshortcuts="Control+Enter">
        <Play size={14} aria-hidden="true" /> {t("console.run")}
      </Button>
    );
  return (
    <Button className="primary" onClick={running.cancel}>
      <Square size={13} aria-hidden="true" /> {t("notice.cancel")}
      {seconds > 0 && <span>{number(seconds, undefined, { style: "unit", unit: "second" })}</span>}
    </Button>
  );
}

/** Values for the `$names` of the query, as JSON; those that are missing can be put in with one press. */
function Params({ query, params }: { query: string; params: string }): ReactNode {
  const t = useMessages();
  const known = given(params);
  const missing = [
    ...new Set([...query.matchAll(/\$([\p{L}_][\p{L}\p{M}\p{N}_]*)/gu)].map((found) => found[1]!)),
  ].filter((name) => !(name in known));
  if (missing.length === 0 && params.trim() === "") return null;
  const isWrong = params.trim() !== "" && !isObject(params);
  return (
    <div className="params">
      <label>
        <span>{t("console.parameters")}</span>
        <textarea
          value={params}
          rows={Math.min(6, Math.max(2, params.split("\n").length))}
          spellCheck={false}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? "params-wrong" : undefined}
          onChange={({ target }) => useConsole.setState({ params: target.value })}
        />
      </label>
      {isWrong && (
        <p id="params-wrong" className="small">
          {t("console.params", { example: paramsExample })}
        </p>
      )}
      {!isWrong && missing.length > 0 && (
        <button
          type="button"
          className="text-button"
          onClick={() => {
            const filled = { ...known, ...Object.fromEntries(missing.map((name) => [name, null])) };
            useConsole.setState({ params: writeParams(filled) });
          }}
        >
          {t("console.missing", { names: missing.map((name) => `$${name}`).join(", ") })}
        </button>
      )}
    </div>
  );
}

function given(params: string): Record<string, unknown> {
  return isObject(params) ? readParams(params) : {};
}

function isObject(params: string): boolean {
  try {
    readParams(params);
    return true;
  } catch {
    return false;
  }
}

/** The query stands in the address while the console is open, so that a link carries it. */
function useAddress(query: string, params: string): void {
  useEffect(() => {
    const timer = setTimeout(() => {
      const text = query.trim() === "" ? undefined : query;
      accompany({ cypher: text, params: text && params.trim() !== "" ? params : undefined });
    }, 300);
    return () => clearTimeout(timer);
  }, [query, params]);
  useEffect(() => () => accompany({ cypher: undefined, params: undefined }), []);
}

/** A query that came with a link is asked once, as soon as the console is there. */
function usePending(): void {
  useEffect(() => {
    const { pending, query, params } = useConsole.getState();
    if (!pending) return;
    useConsole.setState({ pending: false });
    void run({ query, params }, "replace");
  }, []);
}

function close(): void {
  useRun.getState().running?.cancel();
  useConsole.setState({ open: false });
  document.getElementById("console-toggle")?.focus();
}
