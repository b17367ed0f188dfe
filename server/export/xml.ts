/** Text as XML content or as an attribute's value. XML 1.0 cannot hold control characters, not even escaped. */
export function xml(text: string): string {
  return text.replace(forbidden, "\uFFFD").replace(/[&<>"'\t\n\r]/g, (letter) => escapes[letter] ?? letter);
}

const forbidden = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const escapes: Record<string, string> = {
  ...{ "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" },
  // Written as they are, a reader would turn them into spaces inside an attribute.
  ...{ "\t": "&#9;", "\n": "&#10;", "\r": "&#13;" },
};
