import { create } from "zustand";

export const useHelp = create<{ open: boolean }>(() => ({ open: false }));
