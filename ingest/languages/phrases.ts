/**
 * One regular expression for many phrases: a tree that shares beginnings, so that a text is scanned once however many
 * phrases there are. Signs that writers leave out (`optional`) may stand or be missing after every letter, letters that
 * Unicode also has with such a sign built in are taken for the same, and spaces may be any run of white space.
 */
export function alternation(phrases: Iterable<string>, optional = ""): string {
  const root: Branch = { next: new Map(), ends: false };
  for (const phrase of phrases) {
    let branch = root;
    for (const sign of plain(phrase, optional)) {
      const key = sign === " " ? "\\s+" : loose(sign, optional);
      const next: Branch = branch.next.get(key) ?? { next: new Map(), ends: false };
      branch.next.set(key, next);
      branch = next;
    }
    branch.ends = true;
  }
  return source(root);
}

/** Every match of a global pattern. `matchAll` copies its pattern each time, which takes longer than most texts do. */
export function allMatches(pattern: RegExp, text: string): RegExpExecArray[] {
  const found: RegExpExecArray[] = [];
  pattern.lastIndex = 0;
  for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
    found.push(match);
    if (match[0] === "") pattern.lastIndex++;
  }
  return found;
}

/** A word as it is looked up: composed, lower case, without the signs that writers leave out. */
export function plain(word: string, optional = ""): string {
  const key = optional + word;
  const known = remembered.get(key);
  if (known !== undefined) return known;
  if (remembered.size >= most) remembered.clear();
  const made = newPlain(word, optional);
  remembered.set(key, made);
  return made;
}

/** Words kept with how they are looked up; emptied when full. */
const most = 20_000;
const remembered = new Map<string, string>();

function newPlain(word: string, optional: string): string {
  const composed = word.normalize("NFD").toLowerCase();
  const bare = optional === "" ? composed : composed.split(optional).join("");
  return bare.normalize("NFC").replace(/\s+/g, " ");
}

interface Branch {
  next: Map<string, Branch>;
  ends: boolean;
}

/** Longest first: a branch goes on before it may end. */
function source(branch: Branch): string {
  const ways = [...branch.next].map(([key, next]) => key + source(next));
  if (ways.length === 0) return "";
  if (ways.length === 1 && !branch.ends) return ways[0]!;
  return `(?:${ways.join("|")})${branch.ends ? "?" : ""}`;
}

function loose(sign: string, optional: string): string {
  if (optional === "" || !/\p{L}/u.test(sign) || sign.charCodeAt(0) < 0x300) return literal(sign);
  const built = builtIn(optional).get(sign);
  return `${built ? `[${sign}${built}]` : sign}${optional}?`;
}

function literal(sign: string): string {
  return sign.replace(/[.*+?^${}()|[\]\\/]/g, "\\$&");
}

/** Letters that Unicode has with the sign built in, by the letter without it. */
function builtIn(optional: string): Map<string, string> {
  let found = known.get(optional);
  if (!found) {
    found = new Map();
    const first = optional.charCodeAt(0) & 0xff80;
    for (let code = first; code < first + 0x80; code++) {
      const parts = String.fromCharCode(code).normalize("NFD");
      if (parts.length === 2 && parts.endsWith(optional)) found.set(parts[0]!, String.fromCharCode(code));
    }
    known.set(optional, found);
  }
  return found;
}
const known = new Map<string, Map<string, string>>();
