import { create } from "zustand";

/** The context menu: what it is about, and where it stands in the window. */
interface Menu {
  open: boolean;
  about: string | undefined;
  point: { x: number; y: number };
  /** Where the keyboard was, and goes back to. */
  from: Element | null;
}

export const useMenu = create<Menu>(() => ({ open: false, about: undefined, point: { x: 0, y: 0 }, from: null }));

export function openMenu(about: string | undefined, point: { x: number; y: number }): void {
  useMenu.setState({ open: true, about, point, from: document.activeElement });
}
