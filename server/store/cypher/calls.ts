import type { Check, Scope } from "./check.ts";
import { functions, missing } from "./functions.ts";
import { every, holdsElement, holdsUnreal, inWords, kind, known, of, type Type } from "./kinds.ts";
import { comprehension } from "./lists.ts";
import { checkPath } from "./paths.ts";
import { refuseUnreal } from "./projections.ts";
import type { Of } from "./syntax.ts";
import { typeOf } from "./types.ts";

/** The type of what a function gives, its inputs checked. */
export function call(check: Check, value: Of<"call">, scope: Scope): Type {
  const name = value.name.toLowerCase();
  const [first] = value.inputs;
  if (first?.is === "pattern") return ofPattern(check, value, name, scope);
  if (Object.hasOwn(missing, name))
    check.refuse(`${value.name}() is not available in the built-in store: ${missing[name]}`, value);
  const signature = Object.hasOwn(functions, name) ? functions[name] : undefined;
  if (!signature) return check.refuse(`there is no function ${value.name} in the built-in store`, value);
  const inputs = value.inputs.map((input) =>
    name === "size" && input.is === "comprehension"
      ? comprehension(check, input, scope, true)
      : typeOf(check, input, scope),
  );
  const [least, most] = signature.inputs;
  if (!value.star && (inputs.length < least || inputs.length > most)) {
    check.refuse(
      `${value.name}() takes ${least === most ? least : `${least} to ${most}`} values, not ${inputs.length}${name === "round" ? ": write `round(x * 100) / 100`" : ""}`,
      value,
    );
  }
  for (const [at, type] of inputs.entries()) {
    const wrong = known(type) & ~((signature.takes[at] ?? signature.takes.at(-1)) as number);
    if (wrong) check.refuse(wrongInput(value.name, name, wrong), value.inputs[at] ?? value);
  }
  if (signature.variable && first?.is !== "variable") {
    check.refuse(`${value.name}() takes a path's variable in the built-in store: write \`MATCH p = …\``, value);
  }
  if (
    name === "keys" &&
    first?.is !== "variable" &&
    first?.is !== "parameter" &&
    holdsElement({ ...inputs[0], fields: undefined } as Type)
  ) {
    check.refuse("keys() of a node takes its variable in the built-in store: write `WITH … AS n` before it", value);
  }
  if (value.distinct && inputs.some(holdsUnreal)) refuseUnreal(check, value);
  const why = signature.refuse?.(inputs, check.facts);
  if (why) check.refuse(`${value.name}() ${why}`, value);
  if (signature.rewrite) insert(check, value, signature.rewrite);
  return value.star ? of(kind.integer, { nonNegative: true }) : signature.gives(inputs);
}

function wrongInput(shown: string, name: string, wrong: number): string {
  if (name === "tostring" && wrong & kind.float) {
    return "a number with a fraction is written otherwise in Neo4j ('1.0', '1.0E10'): return the number itself, or toString(toInteger(x))";
  }
  if (wrong === (every & ~kind.null & ~kind.list) || wrong & kind.node)
    return `${shown}() cannot take what may be ${inWords(wrong)} here`;
  return `${shown}() does not take ${inWords(wrong)}`;
}

function ofPattern(check: Check, value: Of<"call">, name: string, scope: Scope): Type {
  const [first] = value.inputs as [Of<"pattern">];
  if (name === "size" || name === "length")
    check.refuse("the size of a pattern is no longer Cypher: write `COUNT { (n)--() }`", value);
  if (name !== "exists") check.refuse(`${value.name}() does not take a pattern; put ${value.name} in MATCH`, value);
  checkPath(check, first.path, new Map(scope), false);
  return of(kind.boolean);
}

/** `sum(x)` → `coalesce(sum(x), 0)` and its like. */
function insert(
  check: Check,
  value: Of<"call">,
  { before, name, after }: { before: string; name: string; after: string },
): void {
  const opening = value.start + value.name.length;
  const bracket = check.text.indexOf("(", opening);
  const head = name.endsWith("(") || name.includes("(") ? name : `${name}`;
  check.insertions.push(
    { at: value.start, until: bracket, text: before + head },
    { at: value.end, until: value.end, text: after },
  );
}
