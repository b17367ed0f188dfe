/** Whether the user has asked to stop. The first Ctrl-C lets the work at hand be finished, a later one does not wait. */
export interface Interruption {
  /** Aborts when the user asks to stop. */
  readonly signal: AbortSignal;
  /** Gives the signals back. */
  end: () => void;
}

export function interruption(): Interruption {
  let at: number | undefined;
  const stopping = new AbortController();
  const hear = () => {
    // npm and its shell pass one Ctrl-C on, so that it may arrive twice within a moment.
    if (at !== undefined && Date.now() - at > 1_000) process.exit(130);
    at ??= Date.now();
    stopping.abort();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hear);
  return {
    signal: stopping.signal,
    end: () => {
      for (const signal of signals) process.off(signal, hear);
    },
  };
}
