MATCH (a:Entity)-[request:REQUESTED]->(b:Entity)
MATCH (b)-[refusal:REFUSED]->(a)
WHERE ($who IS NULL OR a.id = $who OR b.id = $who)
RETURN a AS asked, request, b AS refuser, refusal
ORDER BY refusal.sources DESC, a.id, b.id
LIMIT 200
