/** An index or constraint command: our own start with these words, and strangers cannot send any. */
export function isSchema(cypher: string): boolean {
  return /^\s*(CREATE|DROP)\s+(\p{L}+\s+)?(INDEX|CONSTRAINT)\s/iu.test(cypher);
}
