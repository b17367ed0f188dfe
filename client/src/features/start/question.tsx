import { SlidersHorizontal, SquareCode } from "lucide-react";
import { type Dispatch, lazy, type ReactNode, type SetStateAction, Suspense, useEffect, useRef, useState } from "react";
import { ApiProblem, api, type Question, type QuestionAnswer } from "../../api.ts";
import { draw } from "../../explore.ts";
import { edgeEntries } from "../../graph/palette.ts";
import { language, useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";
import { Button, Skeleton } from "../../ui/controls.tsx";
import { edgeLabel } from "../../ui/names.tsx";
import { openQuery, writeParams } from "../console/open.ts";
import { Trouble } from "../notices/trouble.tsx";
import { focusStage } from "../stage/focus.ts";
import { NodePicker } from "./nodePicker.tsx";
import { useStart } from "./open.ts";

const Rows = lazy(async () => ({ default: (await import("../console/rows.tsx")).Rows }));

type Param = Question["params"][number];
type Values = Record<string, string>;

/** A ready question: asked with one press, or with conditions. Its answer is drawn, or stands below it as a table. */
export function QuestionCard({ question }: { question: Question }): ReactNode {
  const t = useMessages();
  const [values, setValues] = useState<Values>(() => defaults(question));
  const { answer, problem, waiting, slow, ask, cancel } = useAnswer(question, values);
  const lang = language();
  const title = question.title[lang] ?? question.title.en;
  const titleId = `question-${question.name}`;
  const inConsole = (): void => {
    useStart.setState({ open: false });
    const params = Object.fromEntries(question.params.map(({ name, type }) => [name, typed(values[name], type)]));
    openQuery({ query: question.query, params: writeParams(params) });
  };
  return (
    <article className="question" aria-labelledby={titleId}>
      <h4 id={titleId}>{title}</h4>
      <p>{question.description[lang] ?? question.description.en}</p>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        {question.params.length > 0 && <Conditions question={question} values={values} set={setValues} />}
        <div className="question-actions">
          <Button type="submit" className="primary" aria-describedby={titleId} disabled={waiting}>
            {t("start.ask")}
          </Button>
          {slow && <Button onClick={cancel}>{t("notice.cancel")}</Button>}
          <button type="button" className="text-button" aria-describedby={titleId} onClick={inConsole}>
            <SquareCode size={14} aria-hidden="true" /> {t("start.showQuery")}
          </button>
        </div>
      </form>
      <div role="status">
        {waiting && slow && <p className="small">{t("notice.waiting")}</p>}
        {answer && answer.rows.length === 0 && <p className="small">{t("start.noAnswer")}</p>}
        {answer && answer.rows.length > 0 && <p className="small">{t("count.rows", { count: answer.rows.length })}</p>}
      </div>
      {problem && <Trouble error={problem} again={ask} />}
      {answer && answer.rows.length > 0 && (
        <Suspense fallback={<Skeleton lines={4} />}>
          <Rows answer={answer} />
        </Suspense>
      )}
    </article>
  );
}

interface ConditionsProps {
  question: Question;
  values: Values;
  set: Dispatch<SetStateAction<Values>>;
}

/** What narrows the answer; its fields are made when somebody looks. */
function Conditions({ question: { name, params }, values, set }: ConditionsProps): ReactNode {
  const t = useMessages();
  const [seen, setSeen] = useState(false);
  return (
    <details onToggle={() => setSeen(true)}>
      <summary>
        <SlidersHorizontal size={14} aria-hidden="true" /> {t("start.conditions")}
      </summary>
      {seen && (
        <div className="conditions">
          {params.map((param) => (
            <Field
              key={param.name}
              id={`question-${name}-${param.name}`}
              param={param}
              value={values[param.name] ?? ""}
              set={(value) => set((now) => ({ ...now, [param.name]: value }))}
            />
          ))}
        </div>
      )}
    </details>
  );
}

/** Asks the question; what can be drawn is drawn and the front page gives way, the rest is given back. */
function useAnswer(question: Question, values: Values) {
  const [answer, setAnswer] = useState<QuestionAnswer>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [waiting, setWaiting] = useState(false);
  const [slow, setSlow] = useState(false);
  const controller = useRef<AbortController>(undefined);
  useEffect(() => () => controller.current?.abort(), []);
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), 1000);
    return () => clearTimeout(timer);
  }, [waiting]);

  const ask = async (): Promise<void> => {
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setWaiting(true);
    setProblem(undefined);
    setAnswer(undefined);
    try {
      const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ""));
      const found = await api.question(question.name, given, mine.signal);
      if (question.draw === "graph" && found.graph.nodes.length > 0) {
        await draw(found.graph, "replace", found.title[language()] ?? found.title.en);
        const failed = useSession.getState().problem;
        if (failed) setProblem(failed.error);
        else focusStage();
      } else setAnswer(found);
    } catch (error) {
      if (mine.signal.aborted) return;
      setProblem(
        error instanceof ApiProblem ? error : new ApiProblem({ status: -1, title: "", detail: String(error) }),
      );
    } finally {
      if (controller.current === mine) setWaiting(false);
    }
  };
  return { answer, problem, waiting, slow, ask: () => void ask(), cancel: () => controller.current?.abort() };
}

interface FieldProps {
  id: string;
  param: Param;
  value: string;
  set(value: string): void;
}

/** One condition, in the way that suits its kind. Left empty, it does not narrow the answer. */
function Field({ id, param: { label, type }, value, set }: FieldProps): ReactNode {
  const t = useMessages();
  const name = label[language()] ?? label.en;
  if (type === "node") return <NodePicker id={id} label={name} value={value} set={set} />;
  return (
    <p className="field">
      <label htmlFor={id}>{name}</label>
      {type === "edgeType" ? (
        <select id={id} value={value} onChange={({ target }) => set(target.value)}>
          <option value="">{t("start.any")}</option>
          {Object.keys(edgeEntries).map((each) => (
            <option key={each} value={each}>
              {edgeLabel(each)}
            </option>
          ))}
        </select>
      ) : (
        <input
          id={id}
          type={type === "text" ? "text" : type}
          value={value}
          onChange={({ target }) => set(target.value)}
        />
      )}
    </p>
  );
}

function defaults({ params }: Question): Values {
  return Object.fromEntries(
    params.flatMap(({ name, default: value }) =>
      value === null || value === undefined ? [] : [[name, String(value)]],
    ),
  );
}

function typed(value: string | undefined, type: Param["type"]): string | number | null {
  if (value === undefined || value === "") return null;
  return type === "number" ? Number(value) : value;
}
