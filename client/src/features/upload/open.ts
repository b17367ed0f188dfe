import { create } from "zustand";

/** Whether the place for new articles is open, and files that were dropped before it was. */
export const useUpload = create<{ open: boolean; dropped: readonly File[] }>(() => ({ open: false, dropped: [] }));
