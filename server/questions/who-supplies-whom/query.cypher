MATCH (a:Entity)-[supply:SUPPLIED]->(b:Entity)
WHERE ($who IS NULL OR a.id = $who OR b.id = $who)
  AND ($since IS NULL OR supply.last >= $since)
RETURN a AS supplier, supply, b AS receiver
ORDER BY supply.sources DESC, a.id, b.id
LIMIT 300
