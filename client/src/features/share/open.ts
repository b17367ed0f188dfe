import { create } from "zustand";

/** Whether the ways to share are open; `print` goes straight on to the printer. */
export const useShare = create<{ open: boolean; print: boolean }>(() => ({ open: false, print: false }));
