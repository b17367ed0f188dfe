MATCH (a:Entity)-[talk:CALLED|MET_WITH|VISITED]->(b:Entity)
WHERE ($who IS NULL OR a.id = $who OR b.id = $who)
  AND ($since IS NULL OR talk.last >= $since)
RETURN a AS one, talk, b AS other
ORDER BY talk.sources DESC, a.id, b.id
LIMIT 300
