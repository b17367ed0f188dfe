MATCH (a:Entity)-[attack:ATTACKED]->(b:Entity)
MATCH (s:Entity)-[first:SUPPLIED]->(a)
MATCH (s)-[second:SUPPLIED]->(b)
WHERE $who IS NULL OR s.id = $who
RETURN s AS supplier, first, a AS attacker, second, b AS attacked, attack
ORDER BY s.id, a.id, b.id
LIMIT 200
