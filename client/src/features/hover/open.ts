import { create } from "zustand";

interface Hover {
  id: string | undefined;
  point: { x: number; y: number };
}

export const useHover = create<Hover>(() => ({ id: undefined, point: { x: 0, y: 0 } }));
