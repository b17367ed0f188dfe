import "./upload.css";
import { useQueryClient } from "@tanstack/react-query";
import { FileUp } from "lucide-react";
import { type DragEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import { ApiProblem } from "../../api.ts";
import { refresh } from "../../explore.ts";
import { number, useMessages } from "../../language.ts";
import { Button } from "../../ui/controls.tsx";
import { useReasons } from "../notices/reasons.ts";
import { Trouble } from "../notices/trouble.tsx";
import { grow } from "./grow.ts";
import { useUpload } from "./open.ts";
import { type Progress, send } from "./send.ts";

const endings = ".txt,.html,.htm,.md,.json,.jsonl";

/** A place for new articles: dropped or chosen, read one by one, and what could not be read told with the reason. */
export function Upload(): ReactNode {
  const t = useMessages();
  const input = useRef<HTMLInputElement>(null);
  const hint = useId();
  const [over, setOver] = useState(false);
  const { progress, problem, busy, hand, again, cancel, read } = useHandIn();
  useDropped(hand);
  const drop = (event: DragEvent): void => {
    event.preventDefault();
    event.stopPropagation();
    setOver(false);
    hand([...event.dataTransfer.files]);
  };
  return (
    <div className="upload">
      <fieldset
        className={over ? "drop over" : "drop"}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <legend className="unseen">{t("upload.title")}</legend>
        <FileUp size={22} aria-hidden="true" />
        <p>{t("upload.drop")}</p>
        <input
          ref={input}
          type="file"
          multiple
          accept={endings}
          className="unseen"
          tabIndex={-1}
          aria-hidden="true"
          onChange={({ target }) => {
            hand([...(target.files ?? [])]);
            target.value = "";
          }}
        />
        <Button onClick={() => input.current?.click()} disabled={busy} aria-describedby={hint}>
          {t("upload.choose")}
        </Button>
        <p id={hint} className="small">
          {t("upload.kinds")}
        </p>
      </fieldset>
      {progress && <State progress={progress} busy={busy} cancel={cancel} show={read} />}
      {problem && (problem.status === 401 ? <Token again={again} /> : <Trouble error={problem} again={again} />)}
    </div>
  );
}

/** How far the reading is, what it found, and what it could not read. */
function State({
  progress: { read, part = 0, total, claims, unchanged, rejected, done, file },
  busy,
  cancel,
  show,
}: {
  progress: Progress;
  busy: boolean;
  cancel(): void;
  show: (() => void) | undefined;
}): ReactNode {
  const t = useMessages();
  const say = useReasons();
  return (
    <div className="upload-state">
      <p role="status">
        {t(done ? "upload.done" : "upload.reading", {
          articles: t("count.articles", { count: read }),
          claims: t("count.claims", { count: claims }),
        })}
      </p>
      {done && unchanged > 0 && <p>{t("upload.unchanged", { count: unchanged })}</p>}
      {busy && !done && (
        <>
          <progress max={total ?? undefined} value={total ? read + part : undefined} aria-label={t("upload.title")} />
          <p className="small upload-file">
            {file && <bdi>{file}</bdi>} {total && `${number(read)} / ${number(total)}`}
          </p>
          <Button onClick={cancel}>{t("notice.cancel")}</Button>
        </>
      )}
      {done && !busy && show && claims > 0 && (
        <Button className="primary" onClick={show}>
          {t("upload.show")}
        </Button>
      )}
      {rejected.length > 0 && (
        <section className="rejected">
          <h4>{t("upload.rejected", { count: rejected.length })}</h4>
          <ul>
            {rejected.map(({ from, why, reason }, index) => (
              <li key={`${index} ${from}`}>
                <bdi>{from}</bdi>: {say.why(reason)}{" "}
                <span className="small" lang="en">
                  {why}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
}

const place = "entente-token";

/** Where others can reach the server, who hands articles in shows that they may. */
function Token({ again }: { again(): void }): ReactNode {
  const t = useMessages();
  const id = useId();
  const [value, setValue] = useState("");
  const isWrong = sessionStorage.getItem(place) !== null;
  return (
    <form
      className="token"
      onSubmit={(event) => {
        event.preventDefault();
        sessionStorage.setItem(place, value.trim());
        again();
      }}
    >
      <label htmlFor={id}>{t("upload.token")}</label>
      {isWrong && (
        <p className="small" role="alert">
          {t("upload.wrongToken")}
        </p>
      )}
      <input
        id={id}
        type="password"
        autoComplete="off"
        value={value}
        onChange={({ target }) => setValue(target.value)}
      />
      <Button type="submit">{t("trouble.again")}</Button>
    </form>
  );
}

function useHandIn() {
  const client = useQueryClient();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [progress, setProgress] = useState<Progress>();
  const [problem, setProblem] = useState<ApiProblem>();
  const [busy, setBusy] = useState(false);
  const controller = useRef<AbortController>(undefined);

  const hand = async (given: readonly File[]): Promise<void> => {
    if (given.length === 0) return;
    controller.current?.abort();
    const mine = new AbortController();
    controller.current = mine;
    setFiles(given);
    setBusy(true);
    setProblem(undefined);
    setProgress({ read: 0, total: given.length, claims: 0, unchanged: 0, rejected: [], done: false });
    try {
      await send(given, sessionStorage.getItem(place) ?? "", setProgress, mine.signal);
    } catch (error) {
      if (!mine.signal.aborted) {
        setProgress(undefined);
        setProblem(error instanceof ApiProblem ? error : lost(error));
      }
    } finally {
      // Also after a stop: what was read until then is in the graph. Until the picture knows of it nothing else is offered,
      // or the two would stop each other.
      await client.invalidateQueries();
      await refresh();
      if (controller.current === mine) setBusy(false);
    }
  };
  return {
    ...{ progress, problem, busy },
    hand: (given: readonly File[]) => void hand(given),
    again: () => void hand(files),
    cancel: () => {
      controller.current?.abort();
      setProgress((now) => now && { ...now, done: true });
    },
    read: files.length > 0 ? () => void grow(read(files, progress)) : undefined,
  };
}

/** Names of the files that could be read. */
function read(files: readonly File[], progress: Progress | undefined): string[] {
  const rejected = new Set(progress?.rejected.map(({ from }) => from));
  return files.map((file) => file.name).filter((name) => !rejected.has(name));
}

function lost(error: unknown): ApiProblem {
  return new ApiProblem({ status: 0, title: "No answer", detail: error instanceof Error ? error.message : "" });
}

/** Files that were dropped on the page before this place was there. */
function useDropped(hand: (files: readonly File[]) => void): void {
  const dropped = useUpload((state) => state.dropped);
  useEffect(() => {
    if (dropped.length === 0) return;
    useUpload.setState({ dropped: [] });
    hand(dropped);
  });
}
