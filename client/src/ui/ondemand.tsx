import { type ComponentType, type ReactNode, Suspense, useState } from "react";
import { IconButton } from "./controls.tsx";
import { focusFirstItem } from "./firstItem.ts";

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
    <IconButton
      label={label}
      aria-haspopup="menu"
      aria-expanded={false}
      onClick={({ detail }) => {
        setWanted(true);
        // A click without a pointer is a key.
        if (detail === 0) focusFirstItem();
      }}
    >
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
