import type { CSSProperties, PointerEvent, ReactNode } from "react";
import { date, useMessages } from "../../language.ts";
import type { Bucket } from "./buckets.ts";

interface BrushProps {
  buckets: readonly Bucket[];
  from: number;
  to: number;
  /** Everything up to a day: there is no beginning to set. */
  asOf: boolean;
  set(from: number, to: number): void;
  /** The pointer comes down: whatever it sets until it goes up is one change. */
  hold(): void;
}

/**
 * The bars with a beginning and an end: the browser's own range inputs, one above the other so that neither covers the
 * other's knob. Between them lies the span, an input whose knob is as wide as itself. A press anywhere else on the bars
 * brings the nearer end there.
 */
export function Brush({ buckets, from, to, asOf, set, hold }: BrushProps): ReactNode {
  const t = useMessages();
  const last = buckets.length - 1;
  const press = (event: PointerEvent<HTMLDivElement>): void => {
    hold();
    if (event.target instanceof HTMLInputElement) return;
    const { left, width } = event.currentTarget.getBoundingClientRect();
    const share = Math.min(1, Math.max(0, (event.clientX - left - knob / 2) / (width - knob)));
    const at = Math.round((getComputedStyle(event.currentTarget).direction === "rtl" ? 1 - share : share) * last);
    if (asOf || at > to || (at > from && to - at <= at - from)) set(from, at);
    else set(at, to);
  };
  const ends = [
    ...(asOf ? [] : [{ label: t("time.from"), value: from, move: (value: number) => set(Math.min(value, to), to) }]),
    {
      label: asOf ? t("time.asOf") : t("time.to"),
      value: to,
      move: (value: number) => set(asOf ? 0 : from, asOf ? value : Math.max(value, from)),
    },
  ];
  return (
    <div className="timeline-brush" onPointerDown={press}>
      <Bars buckets={buckets} from={from} to={to} />
      <svg className="timeline-range" viewBox={`0 0 ${last} 2`} preserveAspectRatio="none" aria-hidden="true">
        <path className="outside" d={`M0 0H${last}V2H0Z`} />
        <path d={`M${from} 0H${to}V2H${from}Z`} />
      </svg>
      <svg className="timeline-ends" viewBox={`0 0 ${last} 2`} preserveAspectRatio="none" aria-hidden="true">
        {!asOf && <path d={`M${from} 0V2`} />}
        <path d={`M${to} 0V2`} />
      </svg>
      {!asOf && to - from < last && <Span buckets={buckets} from={from} to={to} set={set} />}
      {ends.map(({ label, value, move }, index) => (
        <input
          key={label}
          type="range"
          className={asOf || index > 0 ? "timeline-knob end" : "timeline-knob"}
          min={0}
          max={last}
          value={value}
          aria-label={label}
          aria-valuetext={date(buckets[value]?.at ?? "")}
          onChange={({ target }) => move(target.valueAsNumber)}
        />
      ))}
    </div>
  );
}

/** The time between both ends, to be moved as it is: bucket by bucket, by pointer and by keys. */
function Span({ buckets, from, to, set }: Pick<BrushProps, "buckets" | "from" | "to" | "set">): ReactNode {
  const t = useMessages();
  const length = to - from;
  const last = buckets.length - 1;
  return (
    <input
      type="range"
      className="timeline-window"
      style={{ "--part": length / last } as CSSProperties}
      min={0}
      max={last - length}
      value={from}
      aria-label={t("time.span")}
      aria-valuetext={t("chips.between", { from: date(buckets[from]?.at ?? ""), to: date(buckets[to]?.at ?? "") })}
      onChange={({ target }) => set(target.valueAsNumber, target.valueAsNumber + length)}
    />
  );
}

/** Width of a knob in pixels: its middle never leaves the bars. */
const knob = 16;

function Bars({ buckets, from, to }: Pick<BrushProps, "buckets" | "from" | "to">): ReactNode {
  const most = Math.max(...buckets.map(({ count }) => count));
  const bar = (start: number, end: number): string =>
    buckets
      .slice(start, end)
      .map(({ count }, index) =>
        count > 0 ? `M${start + index + 0.12} 30v${(-28 * count) / most}h.76v${(28 * count) / most}z` : "",
      )
      .join("");
  return (
    <svg className="timeline-bars" viewBox={`0 0 ${buckets.length} 30`} preserveAspectRatio="none" aria-hidden="true">
      <path className="outside" d={bar(0, from) + bar(to + 1, buckets.length)} />
      <path d={bar(from, to + 1)} />
    </svg>
  );
}
