MATCH (c:Claim)-[:SPOKEN_BY]->(s:Entity)
WHERE $type IS NULL OR c.type = $type
RETURN s.name_en AS speaker, c.type AS type, count(c) AS claims
ORDER BY claims DESC, speaker, type
LIMIT 200
