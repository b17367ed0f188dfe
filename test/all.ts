import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm test`: formatting and lint, types, then every test. Ends with `N passed, N failed, N skipped`, where each check
 * counts as one test; exit code 1 when anything failed.
 */
const folder = mkdtempSync(join(tmpdir(), "entente-test-"));
const report = join(folder, "report.json");
const checks: [name: string, command: string[]][] = [
  ["lint and format", ["biome", "ci", "--error-on-warnings", "."]],
  ["types", ["tsc", "--noEmit"]],
];
let passed = 0;
let failed = 0;
let skipped = 0;

for (const [name, command] of checks) {
  console.log(`\n— ${name}`);
  if ((await run(command)) === 0) passed++;
  else {
    failed++;
    console.error(`${name} failed: see above. "npm run format" mends what can be mended.`);
  }
}

console.log("\n— tests");
const code = await run([
  "vitest",
  "run",
  "--reporter=default",
  "--reporter=json",
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);
if (existsSync(report)) {
  const counts = JSON.parse(readFileSync(report, "utf8")) as Record<string, number>;
  passed += counts.numPassedTests ?? 0;
  failed += counts.numFailedTests ?? 0;
  skipped += (counts.numPendingTests ?? 0) + (counts.numTodoTests ?? 0);
  // A file that could not be loaded has no tests to count.
  if (code !== 0 && (counts.numFailedTests ?? 0) === 0) failed += Math.max(1, counts.numFailedTestSuites ?? 1);
} else failed++;
rmSync(folder, { recursive: true, force: true });

console.log(`\n${passed} passed, ${failed} failed, ${skipped} skipped`);
process.exit(failed === 0 ? 0 : 1);

function run([name, ...rest]: string[]): Promise<number> {
  return new Promise((resolve) => {
    const child = spawn(join("node_modules", ".bin", name!), rest, { stdio: "inherit" });
    child.on("error", (error) => {
      console.error(`${name} could not be started: ${error.message}. Run "npm install" first.`);
      resolve(1);
    });
    child.on("exit", (exit) => resolve(exit ?? 1));
  });
}
