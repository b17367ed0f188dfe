import { type RefObject, useEffect } from "react";

/** `/` and Ctrl+K lead here from everywhere, unless one is writing. */
export function useFocusKeys(input: RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      const writing =
        event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable=true]");
      const wanted =
        (event.key === "/" && !writing) || (event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey));
      if (!wanted) return;
      event.preventDefault();
      input.current?.focus();
      input.current?.select();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, [input]);
}
