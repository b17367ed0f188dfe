MATCH (a:Entity)-[r]->(b:Entity)
WHERE r.stance = 'denied'
  AND ($who IS NULL OR a.id = $who OR b.id = $who)
RETURN a AS one, r AS denied, b AS other
ORDER BY r.sources DESC, a.id, b.id
LIMIT 200
