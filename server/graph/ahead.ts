/**
 * The same items, one made while the last is being used: what makes them (reading) and what uses them (writing) then
 * wait for each other less. Holds one more item than a plain loop.
 */
export async function* oneAhead<T>(items: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = items[Symbol.asyncIterator]();
  let coming = iterator.next();
  try {
    for (;;) {
      const { value, done } = await coming;
      if (done) return;
      coming = iterator.next();
      // Should it fail, that is told when it is asked for; until then it is no error that nobody heard.
      coming.catch(() => {});
      yield value;
    }
  } finally {
    // Not awaited: what is still being made may wait for input that never comes.
    iterator.return?.().catch(() => {});
  }
}
