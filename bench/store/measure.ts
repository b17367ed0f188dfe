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

/** A figure beside the most it may be. */
export function beside(target: number, figure: number, digits = 2): string {
  return `${figure.toFixed(digits)} (target ≤ ${target}: ${figure <= target ? "met" : "MISSED"})`;
}

/**
 * p95 of one thing ÷ p95 of another, measured in turns: the median of several blocks, because on a busy machine one block's
 * twentieth-slowest answer belongs to whoever else was at work. Answers the ratio and both p95 in ms.
 */
export async function ratioOf(
  rounds: number,
  one: (round: number) => Promise<unknown>,
  other: (round: number) => Promise<unknown>,
): Promise<{ ratio: number; first: number; second: number }> {
  const blocks: { ratio: number; first: number; second: number }[] = [];
  for (let block = 0; block < 5; block++) {
    const [first, second] = (await inTurns(rounds, one, other)).map(p95) as [number, number];
    blocks.push({ ratio: first / second, first, second });
  }
  return blocks.sort((a, b) => a.ratio - b.ratio)[2] as (typeof blocks)[number];
}
