import { type Analysis, groupOf } from "./analysis.ts";
import type { Phrase } from "./phrase.ts";
import { is } from "./scan.ts";
import { sameAs } from "./scope.ts";

/** Cases whose phrases stand in parallel with things of their own between them. */
const paired: ReadonlySet<string> = new Set(["from", "to", "for", "gen"]);

/** Words between two parallel phrases, at most. */
const apart = 8;

/** "howitzers from [France] and rockets from [India]": the phrases of a list whose members have each a thing of their own. */
export function parallel(analysis: Analysis, candidates: Phrase[], best: Phrase): Phrase[] {
  const group = groupOf(candidates, best);
  if (analysis.grammar.order !== "prepositional" || !paired.has(best.case)) return group;
  // "[Qatari] cash and [Iranian] rockets": owners in parallel own goods each.
  if (best.case === "gen" && !(best.adjectival && isOfGoods(best))) return group;
  const heads = candidates.filter(
    (phrase, k) =>
      phrase.case === best.case &&
      (best.case !== "gen" || isOfGoods(phrase)) &&
      candidates.findIndex((each) => each.group === phrase.group) === k,
  );
  const at = heads.findIndex((phrase) => phrase.group === best.group);
  const links = heads.slice(1).map((next, k) => link(analysis, groupOf(candidates, heads[k]!).at(-1)!.to, next.from));
  let [first, last] = [at, at];
  while (first > 0 && links[first - 1] !== "none") first--;
  while (last < links.length && links[last] !== "none") last++;
  // A comma joins only where the list goes on to a conjunction.
  while (last > at && links[last - 1] === "comma") last--;
  if (!links.slice(first, last).includes("and")) return group;
  const found: Phrase[] = [];
  for (const head of heads.slice(first, last + 1))
    found.push(...groupOf(candidates, head).filter((phrase) => !sameAs(phrase, found)));
  return found;
}

function link({ scan, clauses, phrases, grammar }: Analysis, from: number, to: number): "and" | "comma" | "none" {
  if (to - from > apart || to <= from || clauses.of[from] !== clauses.of[to]) return "none";
  if (phrases.some((phrase) => phrase.actor.from >= from && phrase.actor.to <= to && phrase.case === "nom"))
    return "none";
  const [first] = [scan.tokens[from]!];
  const joint = is(scan, from, "and") || (first.text === "," && is(scan, from + 1, "and")) ? "and" : "comma";
  if (joint === "comma" && first.text !== ",") return "none";
  // "to Chad and not to Niger"
  if (is(scan, from + 1, "negation")) return "none";
  for (let k = from + 1; k < to; k++) {
    const { text, word, lower } = scan.tokens[k]!;
    const verbal = scan.classes[k]!.some(
      (cls) => cls.startsWith("v.") || ["be", "aux", "speech", "future"].includes(cls),
    );
    if ((!word && !/^[$€£%\d-]/u.test(text)) || (verbal && !is(scan, k, "goods")) || grammar.hasForm(lower, "finite"))
      return "none";
  }
  return joint;
}

/** "by the Union on Friday and by [Norway] a day later": the preposition comes again. */
export function repeated({ scan, grammar }: Analysis, candidates: Phrase[], found: Phrase[]): Phrase[] {
  const { case: name, owned } = found[0]!;
  if (grammar.order !== "prepositional" || name === "nom" || name === "gen") return [];
  const others = candidates.filter(
    (phrase) => phrase.case === name && phrase.owned.length === owned.length && !found.includes(phrase),
  );
  const again = others.filter(
    ({ from }) =>
      (is(scan, from - 1, "and") || found.some((each) => is(scan, each.from - 1, "and"))) &&
      is(scan, from, `case.${name}`),
  );
  return others.filter((phrase) => again.some((each) => each.group === phrase.group));
}

const isOfGoods = ({ owned }: Phrase): boolean => owned[0]?.classes.includes("goods") === true;
