/** Writes to standard output and waits until it is taken, so that a pipe is never overrun nor cut short. */
export function print(text: string | Uint8Array): Promise<void> {
  return new Promise((done, failed) => {
    process.stdout.write(text, (error) => (error ? failed(error) : done()));
  });
}
