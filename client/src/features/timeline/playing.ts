import { create } from "zustand";

/** Whether time is passing by itself: a span without a tie is then no end of the matter. */
export const usePlaying = create<{ playing: boolean }>(() => ({ playing: false }));
