/** The value that nineteen in twenty stay under. */
export function p95(times: number[]): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * 0.95))] ?? Number.NaN;
}

export async function timed<T>(work: () => Promise<T>): Promise<{ took: number; answer: T }> {
  const start = performance.now();
  const answer = await work();
  return { took: performance.now() - start, answer };
}

/** Measures two things in turns, so that what else runs on the machine burdens both alike; answers their times in ms. */
export async function inTurns(
  rounds: number,
  one: (round: number) => Promise<unknown>,
  other: (round: number) => Promise<unknown>,
): Promise<[number[], number[]]> {
  const times: [number[], number[]] = [[], []];
  for (let round = 0; round < rounds; round++) {
    const order = round % 2 === 0 ? ([0, 1] as const) : ([1, 0] as const);
    for (const which of order) times[which].push((await timed(() => (which === 0 ? one : other)(round))).took);
  }
  return times;
}
