import { describe, expect, it } from "vitest";
import { refuseUnsafe } from "../../server/store/guard.ts";
import { endless } from "../../server/store/regex.ts";

describe("a regular expression that can match without end", () => {
  it.each([
    "(a+)+$",
    "(a|aa)+b",
    "(.*a){25}b",
    "(a*)*b",
    "((a|b)c)*",
    "(x+x+)+y",
    "(a?){30}",
    ".*a.*b.*c",
    "a+b+c+",
    "a{1,9}b{2,}c{3,4}",
    "a?a?a?a?a?a?a?a?a?",
    "([ab]+\\))*",
    `${"(".repeat(300)}a${")".repeat(300)}`,
  ])("is known for one: %s", (pattern) => expect(endless(pattern)).toBeTypeOf("string"));

  it.each([
    "abc",
    ".*India.*",
    "(?i).*china.*",
    "[a-z+*?]+ [0-9]{4}",
    "(India|China)",
    "(?:ab)+",
    "(?i)(?:ab)+c",
    "(ab)+",
    "\\(a\\+\\)+x",
    "[^]]*",
    "(a{3})+",
    "^a.*c$",
  ])("is not taken for one: %s", (pattern) => expect(endless(pattern)).toBeUndefined());

  it.each([
    ["RETURN 'x' =~ '(a+)+$' AS x", {}],
    ["RETURN 'x' =~ $r AS x", { r: "(a+)+$" }],
    ["MATCH (n) WHERE n.name =~ n.other RETURN n", {}],
    ["RETURN 'x' =~ ('(a+' + ')+$') AS x", {}],
    ["RETURN 'x' =~ '(a+' + ')+$' AS x", {}],
    ["RETURN 'x' =~ $r.x AS x", { r: { x: "(a+)+" } }],
    ["WITH '(a+)+$' AS r RETURN 'x' =~ r AS x", {}],
  ])("does not run: %s", (query, params) => expect(() => refuseUnsafe(query, params)).toThrow(/regular expression/));

  it("runs where it is harmless", () => {
    expect(() =>
      refuseUnsafe("MATCH (n) WHERE n.name =~ '(?i)ind.*' AND n.x =~ $r RETURN n", { r: "a.*" }),
    ).not.toThrow();
  });
});
