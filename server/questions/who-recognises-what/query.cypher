MATCH (a:Entity)-[r:RECOGNIZED|REFUSED]->(b:Entity)
WHERE (type(r) = 'RECOGNIZED' OR toLower(r.what) CONTAINS 'recogni')
  AND ($what IS NULL OR b.id = $what)
  AND ($who IS NULL OR a.id = $who)
RETURN a AS who, r AS says, b AS what
ORDER BY b.id, type(r), r.sources DESC, a.id
LIMIT 300
