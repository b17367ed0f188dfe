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
    "(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)(a|a)b",
    "(a|b(?:c|d|(e|f)))(?:g|h|i|j|k|l|m|n|o|p){1}(q|r|s|t|u|v|w|x|y|z)(a|b|c)(d|e|f)",
    "(a|a|\\Q(\\E)*b",
    "(a|a|\\c()*b",
    "(?x)(a|a|#(\n)*b",
    "(?imx-s:(a|a|#(\n)*b)",
    "(a|a|[x[y[z]](])*b",
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
    "(India|China|Nepal|Bhutan).*(treaty|accord|pact)",
    "(?i-s:a)[^\\[\\]x]*[a-z&&[^aeiou]]",
    "\\\\Quito",
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

  it.each([
    ["RETURN $t =~ '.*.*b' AS x", { t: "a".repeat(20_000) }],
    ["WITH 'aa' AS s WITH s + s AS s RETURN s =~ '.*a.*' AS x", {}],
    ["WITH replace($t, 'a', $t) AS s RETURN s =~ '.*a.*' AS x", { t: "aaa" }],
    ["UNWIND $l AS s RETURN s =~ '.*a.*' AS x", { l: ["a".repeat(20_000)] }],
  ])("does not run over texts of any length: %s", (query, params) =>
    expect(() => refuseUnsafe(query, params)).toThrow(/open length.*CONTAINS/),
  );

  it("runs where it is harmless", () => {
    expect(() =>
      refuseUnsafe("MATCH (n) WHERE n.name =~ '(?i)ind.*' AND n.x =~ $r RETURN n", { r: "a.*" }),
    ).not.toThrow();
  });
});
