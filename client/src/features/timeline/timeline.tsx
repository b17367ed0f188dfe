import { Pause, Play, X } from "lucide-react";
import { type ReactNode, useDeferredValue, useEffect, useMemo, useRef, useState } from "react";
import { filter } from "../../graph/commands.ts";
import { withoutFilter } from "../../graph/filter.ts";
import type { TimeFilter } from "../../graph/view.ts";
import { date, useMessages } from "../../language.ts";
import { useSeen } from "../../picture.ts";
import { useSession } from "../../session.ts";
import { IconButton } from "../../ui/controls.tsx";
import { Brush } from "./brush.tsx";
import { brush, brushed, spread } from "./buckets.ts";
import { usePlaying } from "./playing.ts";

/** When it was reported or happened: a brush that filters without moving a node, and a way to watch it pass. */
export default function Timeline(): ReactNode {
  const t = useMessages();
  // Counting the dates of thousands of edges waits until the page has answered.
  const all = useDeferredValue(useSeen().all);
  const filters = useSession((session) => session.view.filters);
  const take = useSession((session) => session.take);
  const { time } = filters;
  const [asOf, setAsOf] = useState(time.from === undefined && time.to !== undefined);
  const found = useMemo(() => spread(all, time.clock), [all, time.clock]);
  const buckets = found?.buckets ?? [];
  const [from, to] = brush(buckets, time);

  const set = (start: number, end: number): void => {
    take({ name: "time", merge: nameOfGesture() }, (view) =>
      filter(view, { time: { clock: view.filters.time.clock, ...brushed(buckets, start, end) } }),
    );
  };
  const clock = (next: TimeFilter["clock"]): void =>
    take({ name: "time" }, (view) => filter(view, { time: { ...view.filters.time, clock: next } }));
  const player = usePlayer(() => {
    const { time: now } = useSession.getState().view.filters;
    const [start, end] = brush(buckets, now);
    if (end >= buckets.length - 1) return false;
    set(asOf ? 0 : start + 1, end + 1);
    return true;
  });
  const play = (): void => {
    if (!player.playing && to >= buckets.length - 1) set(0, asOf ? 0 : Math.max(0, Math.ceil(buckets.length / 8) - 1));
    player.toggle();
  };
  const active = time.from !== undefined || time.to !== undefined;

  return (
    <section className="timeline" aria-label={t("time.label")}>
      <div className="timeline-controls">
        <select
          aria-label={t("time.clock")}
          value={time.clock}
          onChange={({ target }) => clock(target.value === "event" ? "event" : "report")}
        >
          <option value="report">{t("clock.report")}</option>
          <option value="event">{t("clock.event")}</option>
        </select>
        <label className="check">
          <input
            type="checkbox"
            checked={asOf}
            onChange={({ target }) => {
              setAsOf(target.checked);
              if (target.checked && from > 0) set(0, to);
            }}
          />
          {t("time.asOf")}
        </label>
        <IconButton
          label={player.playing ? t("time.pause") : t("time.play")}
          onClick={play}
          disabled={buckets.length < 2}
        >
          {player.playing ? <Pause size={16} aria-hidden="true" /> : <Play size={16} aria-hidden="true" />}
        </IconButton>
      </div>
      {buckets.length < 2 ? (
        <p className="small timeline-none">{t("time.none")}</p>
      ) : (
        <Brush buckets={buckets} from={from} to={to} asOf={asOf} set={set} hold={hold} />
      )}
      <p className="timeline-span">
        {buckets.length > 1 &&
          (asOf
            ? t("chips.until", { to: date(buckets[to]?.at ?? "") })
            : t("chips.between", { from: date(buckets[from]?.at ?? ""), to: date(buckets[to]?.at ?? "") }))}
        {found && found.undated > 0 && active && (
          <span className="small">{t("time.undated", { count: found.undated })}</span>
        )}
      </p>
      <IconButton
        label={t("time.clear")}
        disabled={!active}
        onClick={() => {
          take({ name: "unfilter", of: "time" }, (view) => filter(view, withoutFilter(view.filters, "time")));
        }}
      >
        <X size={16} aria-hidden="true" />
      </IconButton>
    </section>
  );
}

/** Outlives the timeline: what is set after it was closed and opened again is another step. */
const gesture = { number: 0, last: Number.NEGATIVE_INFINITY, isHeld: false };

/** What the pointer sets while it is down is one step of the history. */
function hold(): void {
  gesture.number++;
  gesture.isHeld = true;
  const free = (): void => {
    gesture.isHeld = false;
    gesture.last = Number.NEGATIVE_INFINITY;
  };
  for (const end of ["pointerup", "pointercancel"]) addEventListener(end, free, { once: true });
}

/** So are keys that follow each other closely. */
function nameOfGesture(): string {
  const now = performance.now();
  if (!gesture.isHeld && now - gesture.last > 2500) gesture.number++;
  gesture.last = now;
  return `time ${gesture.number}`;
}

/** Calls `step` about twice a second until it says that there is no more. */
function usePlayer(step: () => boolean): { playing: boolean; toggle(): void } {
  const { playing } = usePlaying();
  const setPlaying = (to: boolean): void => usePlaying.setState({ playing: to });
  const latest = useRef(step);
  latest.current = step;
  useEffect(() => {
    if (!playing) return;
    const timer = setInterval(() => {
      if (!latest.current()) usePlaying.setState({ playing: false });
    }, 550);
    return () => clearInterval(timer);
  }, [playing]);
  useEffect(() => () => usePlaying.setState({ playing: false }), []);
  return { playing, toggle: () => setPlaying(!playing) };
}
