import type { z } from "zod";
import type { UploadProgress } from "../model/api.ts";
import type { GraphStore } from "./store/store.ts";

export interface UploadedFile {
  /** Its ending tells the format. */
  name: string;
  content: Uint8Array;
}
export type Progress = z.infer<typeof UploadProgress>;

/**
 * Reads files into the store, article by article, and tells each step; what cannot be read is told in `rejected` and the
 * others go on. Stops between two batches once the signal aborts. Rejects with StoreError.
 */
export type Ingest = (
  files: UploadedFile[],
  store: GraphStore,
  tell: (progress: Progress) => void,
  signal: AbortSignal,
) => Promise<void>;
