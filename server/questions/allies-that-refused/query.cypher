MATCH (a:Entity)-[tie:ALLIED_WITH]-(b:Entity)
MATCH (a)-[refusal:REFUSED]->(b)
WHERE ($who IS NULL OR a.id = $who OR b.id = $who)
  AND ($since IS NULL OR refusal.last >= $since)
RETURN a AS ally, refusal, b AS refused, tie
ORDER BY refusal.sources DESC, a.id, b.id
LIMIT 200
