import { type ComponentType, type ReactNode, Suspense, useState } from "react";
import { IconButton } from "./controls.tsx";

interface Props {
  label: string;
  icon: ReactNode;
  /** Fetched with the first press; brings its own button, and opens at once. */
  menu: ComponentType;
}

/** A button whose menu is not loaded before somebody wants it. */
export function OnDemand({ label, icon, menu: Menu }: Props): ReactNode {
  const [wanted, setWanted] = useState(false);
  const button = (
    <IconButton label={label} aria-haspopup="menu" aria-expanded={false} onClick={() => setWanted(true)}>
      {icon}
    </IconButton>
  );
  return wanted ? (
    <Suspense fallback={button}>
      <Menu />
    </Suspense>
  ) : (
    button
  );
}
