import type { ReactNode } from "react";
import type { NodeDetail } from "../../api.ts";
import { date, useMessages } from "../../language.ts";

/** Claims a month as small bars, months without any included; in words for who cannot see it. */
export function Sparkline({ months }: { months: NodeDetail["timeline"] }): ReactNode {
  const t = useMessages();
  const all = filled(months);
  const most = Math.max(...all.map(({ claims }) => claims));
  const busiest = all.find(({ claims }) => claims === most);
  const total = all.reduce((sum, { claims }) => sum + claims, 0);
  const [first, last] = [all[0]!, all.at(-1)!];
  const isOnce = first.month === last.month;
  const claims = t("count.claims", { count: total });
  const summary = isOnce
    ? `${claims} · ${date(first.month)}`
    : t("node.timelineSummary", {
        claims,
        from: date(first.month),
        to: date(last.month),
        busiest: busiest ? date(busiest.month) : "",
      });
  const [width, height] = [Math.max(all.length, 24), 30];
  return (
    <figure className="sparkline">
      <svg viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" role="img" aria-label={summary}>
        {all.map(({ month, claims }, index) => (
          <rect
            key={month}
            x={index + 0.12}
            width="0.76"
            y={height - (claims / most) * (height - 2)}
            height={(claims / most) * (height - 2)}
          />
        ))}
      </svg>
      <figcaption>
        <span>{date(first.month)}</span>
        {!isOnce && <span>{date(last.month)}</span>}
      </figcaption>
    </figure>
  );
}

/** At most a hundred and twenty months, the newest. */
function filled(months: NodeDetail["timeline"]): NodeDetail["timeline"] {
  const known = new Map(months.map(({ month, claims }) => [month, claims]));
  const [first, last] = [months[0]!.month, months.at(-1)!.month];
  const all: NodeDetail["timeline"] = [];
  let [year = 0, month = 1] = first.split("-").map(Number);
  for (let steps = 0; steps < 1200; steps++) {
    const name = `${String(year).padStart(4, "0")}-${String(month).padStart(2, "0")}`;
    all.push({ month: name, claims: known.get(name) ?? 0 });
    if (name >= last) break;
    month++;
    if (month > 12) [year, month] = [year + 1, 1];
  }
  return all.slice(-120);
}
