import { SlidersHorizontal } from "lucide-react";
import { lazy, type ReactNode, Suspense, useState } from "react";
import { filterNames, isActive } from "../../graph/filter.ts";
import { number, useMessages } from "../../language.ts";
import { useSession } from "../../session.ts";

const Filters = lazy(() => import("./filters.tsx"));

/** Opens the filters, which are fetched with the first press. */
export function FiltersButton(): ReactNode {
  const [wanted, setWanted] = useState(false);
  const button = (
    <button
      type="button"
      className="strip-button"
      aria-haspopup="dialog"
      aria-expanded={false}
      onClick={() => setWanted(true)}
    >
      <FiltersLabel />
    </button>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Filters />
    </Suspense>
  ) : (
    button
  );
}

/** What stands on the button: how many kinds of filters hold something back. */
export function FiltersLabel(): ReactNode {
  const t = useMessages();
  const filters = useSession((session) => session.view.filters);
  const active = filterNames.filter((name) => isActive(filters, name)).length;
  return (
    <>
      <SlidersHorizontal size={15} aria-hidden="true" /> <span>{t("filters.title")}</span>
      {active > 0 && <span className="strip-count">{number(active)}</span>}
    </>
  );
}
