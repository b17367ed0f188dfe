/** Whether the user has asked to stop. The first Ctrl-C lets the work at hand be finished, a later one does not wait. */
export interface Interruption {
  readonly asked: boolean;
  /** Resolves to `otherwise` when the user asks to stop before `work` is done. */
  during: <T, O>(work: Promise<T>, otherwise: O) => Promise<T | O>;
  /** Gives the signals back. */
  end: () => void;
}

export function interruption(): Interruption {
  let at: number | undefined;
  let tell = () => {};
  const told = new Promise<void>((resolve) => {
    tell = resolve;
  });
  const hear = () => {
    // npm and its shell pass one Ctrl-C on, so that it may arrive twice within a moment.
    if (at !== undefined && Date.now() - at > 1_000) process.exit(130);
    at ??= Date.now();
    tell();
  };
  const signals = ["SIGINT", "SIGTERM"] as const;
  for (const signal of signals) process.on(signal, hear);
  return {
    get asked() {
      return at !== undefined;
    },
    during: (work, otherwise) => Promise.race([work, told.then(() => otherwise)]),
    end: () => {
      for (const signal of signals) process.off(signal, hear);
    },
  };
}
