import { createRequire } from "node:module";
import type { SingleBar } from "cli-progress";

/** What a run shows on standard error: a bar on a terminal, a line an article elsewhere. */
export interface Progress {
  inputs: (done: number, total: number) => void;
  article: (from: string, read: number, claims: number) => void;
  say: (line: string) => void;
  end: () => void;
}

/** `silent`: standard output carries the data, so that elsewhere than on a terminal only messages are shown. */
export function progress(silent: boolean): Progress {
  return process.stderr.isTTY ? bar() : plain(silent);
}

function plain(silent: boolean): Progress {
  const say = (line: string) => void process.stderr.write(`${line}\n`);
  return {
    inputs: () => {},
    article: (from, _read, claims) => {
      if (!silent) say(`read: ${from} (${claims} claims so far)`);
    },
    say,
    end: () => {},
  };
}

function bar(): Progress {
  const require = createRequire(import.meta.url);
  const { SingleBar: Bar, Presets } = require("cli-progress") as typeof import("cli-progress");
  let shown: SingleBar | undefined;
  let counts = { read: 0, claims: 0 };
  return {
    inputs: (done, total) => {
      if (!shown) {
        const format = "{bar} {value}/{total} | {read} articles, {claims} claims";
        shown = new Bar({ format, stream: process.stderr, hideCursor: true, etaBuffer: 1 }, Presets.shades_classic);
        shown.start(total, done, counts);
      }
      shown.update(done, counts);
    },
    article: (_from, read, claims) => {
      counts = { read, claims };
      shown?.update(counts);
    },
    say: (line) => {
      // The bar's line is cleared first; it is drawn again with the next step.
      process.stderr.write(`\r\x1b[K${line}\n`);
    },
    end: () => shown?.stop(),
  };
}
