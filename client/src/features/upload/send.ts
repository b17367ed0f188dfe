import type { z } from "zod";
import type { UploadProgress } from "../../../../model/api.ts";
import { ApiProblem, answered } from "../../api.ts";

export type Progress = z.infer<typeof UploadProgress>;

/**
 * Hands articles in and tells each step as the server tells it. Rejects with an ApiProblem where the server refuses, or
 * where the stream ends before the last step.
 */
export async function send(
  files: readonly File[],
  token: string,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const body = new FormData();
  for (const file of files) body.append("files", file, file.name);
  const headers = { accept: "text/event-stream", ...(token ? { authorization: `Bearer ${token}` } : {}) };
  const response = await answered(fetch("/api/articles", { method: "POST", headers, body, signal }));
  let done = false;
  for await (const { event, data } of events(response.body!)) {
    if (event === "problem") throw new ApiProblem({ status: 500, title: "", detail: "", ...JSON.parse(data) });
    if (event !== "progress") continue;
    const progress: Progress = JSON.parse(data);
    done = progress.done;
    tell(progress);
  }
  if (!done) throw new ApiProblem({ status: 0, title: "No answer", detail: "The server stopped before the end." });
}

/** The events of a stream, each once it is whole. Anything unfinished at the end is dropped, as the format wants it. */
export async function* events(stream: ReadableStream<Uint8Array>): AsyncGenerator<{ event: string; data: string }> {
  const reader = stream.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = "";
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    const blocks = (rest + part.value).split(/\r?\n\r?\n/);
    rest = blocks.pop() ?? "";
    for (const block of blocks) {
      const lines = block.split(/\r?\n/);
      const field = (name: string): string =>
        lines
          .filter((line) => line.startsWith(`${name}:`))
          .map((line) => line.slice(name.length + 1).replace(/^ /, ""))
          .join("\n");
      yield { event: field("event") || "message", data: field("data") };
    }
  }
}
