import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { parse } from "yaml";

const root = new URL("../../", import.meta.url);
const compose = parse(readFileSync(new URL("docker-compose.yml", root), "utf8"));
const { neo4j, entente } = compose.services;
const dockerfile = readFileSync(new URL("Dockerfile", root), "utf8");

it("has no password unless the environment gives one", () => {
  expect(neo4j.environment.NEO4J_AUTH).toMatch(/^neo4j\/\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
  expect(entente.environment.NEO4J_PASSWORD).toMatch(/^\$\{NEO4J_PASSWORD:\?[^}]+\}$/);
});

it("publishes every port on this machine alone", () => {
  const ports = [...neo4j.ports, ...entente.ports];
  expect(ports.length).toBeGreaterThan(0);
  for (const port of ports) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
});

it("starts the app when Neo4j answers, not when its process runs", () => {
  expect(neo4j.image).toBe("neo4j:5.26");
  expect(neo4j.healthcheck.test.join(" ")).toContain("cypher-shell");
  expect(entente.depends_on).toEqual({ neo4j: { condition: "service_healthy" } });
  expect(entente.environment).toMatchObject({ NEO4J_URI: "neo4j://neo4j:7687", HOST: "0.0.0.0" });
});

it("keeps the data of both in volumes", () => {
  expect(neo4j.volumes).toEqual(["neo4j:/data"]);
  expect(entente.volumes).toEqual(["entente:/data"]);
  expect(Object.keys(compose.volumes).sort()).toEqual(["entente", "neo4j"]);
});

it("runs the app as a user without rights", () => {
  const last = dockerfile.slice(dockerfile.lastIndexOf("FROM "));
  expect(last).toMatch(/^USER node$/m);
  expect(last.indexOf("USER node")).toBeLessThan(last.indexOf('CMD ["node", "--import"'));
  expect(entente.cap_drop).toEqual(["ALL"]);
  expect(entente.security_opt).toContain("no-new-privileges:true");
});

it("leaves secrets and the machine's own files out of the image", () => {
  const ignored = readFileSync(new URL(".dockerignore", root), "utf8").split("\n");
  for (const name of [".env", ".git", "node_modules", "data"]) expect(ignored).toContain(name);
});
