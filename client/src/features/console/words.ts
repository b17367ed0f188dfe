/** Words of Cypher that a reading query is made of: what completion offers beside the names of the store. */
export const keywords: readonly string[] = [
  ...["MATCH", "OPTIONAL MATCH", "WHERE", "RETURN", "RETURN DISTINCT", "WITH", "WITH DISTINCT", "UNWIND", "ORDER BY"],
  ...["SKIP", "LIMIT", "ASC", "DESC", "AS", "AND", "OR", "XOR", "NOT", "IN", "IS NULL", "IS NOT NULL", "CONTAINS"],
  ...["STARTS WITH", "ENDS WITH", "CASE", "WHEN", "THEN", "ELSE", "END", "UNION", "UNION ALL", "EXISTS", "COUNT"],
  ...["CALL", "YIELD", "true", "false", "null", "DISTINCT"],
];

export const functions: readonly string[] = [
  ...["count", "collect", "sum", "avg", "min", "max", "size", "length", "coalesce", "head", "last", "range", "reverse"],
  ...["labels", "type", "keys", "properties", "id", "elementId", "nodes", "relationships", "startNode", "endNode"],
  ...[
    "toLower",
    "toUpper",
    "trim",
    "split",
    "substring",
    "replace",
    "toString",
    "toInteger",
    "toFloat",
    "abs",
    "round",
  ],
  ...["any", "all", "none", "single", "reduce", "shortestPath", "allShortestPaths"],
];
