/** Gives the reader a file, named after this program and the day. */
export function saveFile(name: string, content: Blob | string, type = "text/plain"): void {
  const blob = typeof content === "string" ? new Blob([content], { type: `${type};charset=utf-8` }) : content;
  const link = document.createElement("a");
  link.href = URL.createObjectURL(blob);
  link.download = name;
  link.click();
  // Not at once: the browser may still be reading.
  setTimeout(() => URL.revokeObjectURL(link.href), 30_000);
}

/** `entente-2024-03-17` with an ending such as `.csv`. */
export function fileName(ending: string): string {
  return `entente-${new Date().toISOString().slice(0, 10)}${ending}`;
}
