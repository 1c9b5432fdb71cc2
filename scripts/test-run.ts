import { spawn } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";
import { deleteEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { findBrowser } from "./browser.mjs";
import { ensureBuild } from "./build";
import { duration, step } from "./steps.mjs";
import { type Counts, readReport } from "./test-report";

type Runner = {
  name: string;
  args: string[];
  report?: string;
  env?: Record<string, string>;
  /** Whether its output is printed only at its end, because another runner prints meanwhile. */
  quiet?: boolean;
};

const bin = (name: string, script: string) => path.join("node_modules", name, script);

/** Runs all checks and tests, also after a failure. Returns the exit code. */
export async function runTests(): Promise<number> {
  const browser = await step("Browser", findBrowser);
  await step("Test data", removeOldData);
  const checks: Runner[] = [
    { name: "Formatting and lint", args: [bin("@biomejs/biome", "bin/biome"), "ci", "."] },
    { name: "Types", args: [bin("typescript", "bin/tsc"), "--noEmit"] },
    { name: "Unused code", args: [bin("knip", "bin/knip.js")] },
  ];
  const tests: Runner[] = [
    { name: "Unit tests", ...vitest("unit") },
    { name: "Database tests", ...vitest("db") },
    {
      name: "Browser tests",
      args: [bin("@playwright/test", "cli.js"), "test"],
      report: "test-results/browser.json",
      env: { E2E_BROWSER: browser ?? "" },
    },
  ];
  // Mostly waiting for desks to start or stop, so that the others can run meanwhile.
  const desks: Runner[] = [
    { name: "System tests", quiet: true, ...vitest("system") },
    { name: "Crash tests", quiet: true, ...vitest("crash") },
  ];
  const sum: Counts = { passed: 0, failed: 0, skipped: 0, failures: [] };
  const inTurn = async (runners: Runner[]) => {
    for (const runner of runners) add(sum, await run(runner));
  };
  await inTurn(checks);
  await step("Build", () => ensureBuild({ add: () => {} }));
  await Promise.all([inTurn(tests), inTurn(desks)]);
  for (const failure of sum.failures) console.log(`\n✗ ${failure}`);
  const skipped = sum.skipped > 0 ? `, ${sum.skipped} skipped` : "";
  console.log(`${sum.passed} passed, ${sum.failed} failed${skipped}`);
  return sum.failed > 0 ? 1 : 0;
}

function vitest(project: string): Omit<Runner, "name"> {
  const report = `test-results/${project}.json`;
  const reporters = ["--reporter=dot", "--reporter=json", `--outputFile.json=${report}`];
  return { args: [bin("vitest", "vitest.mjs"), "run", "--project", project, ...reporters], report };
}

/** Deletes the data of the last run, so that every run starts with a new desk. */
async function removeOldData(): Promise<{ summary: string }> {
  for (const name of [
    "db",
    "browser",
    "system",
    "response-cache",
    "response-cache-second",
    "permissions",
    "body-limit",
    "crash",
  ]) {
    const folder = path.resolve(`data/test-${name}`);
    await deleteEmbedded(folder);
    rmSync(folder, { recursive: true, force: true });
  }
  rmSync("test-results", { recursive: true, force: true });
  return { summary: "cleared" };
}

async function run({ name, args, report, env, quiet }: Runner): Promise<Counts> {
  if (!quiet) console.log(`\n── ${name}`);
  const began = performance.now();
  const child = spawn(process.execPath, args, {
    stdio: quiet ? "pipe" : "inherit",
    env: { ...process.env, NEXT_TELEMETRY_DISABLED: "1", FORCE_COLOR: "0", ...env },
  });
  const output: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (chunk) => output.push(chunk));
  const code = await new Promise<number | null>((resolve) => child.on("close", resolve));
  const failed = code === 0 ? 0 : 1;
  const counts = report ? readReport(report, code) : { passed: 1 - failed, failed, skipped: 0, failures: [] };
  // Long output may be truncated in CI logs: failures are printed again at its end.
  const failures =
    counts.failed > 0 && counts.failures.length === 0 ? [`exit code ${code}`] : counts.failures;
  if (quiet) console.log(`\n── ${name}\n${Buffer.concat(output).toString()}`);
  console.log(
    `── ${name}: ${counts.passed} ok, ${counts.failed} not (${duration(performance.now() - began)})`,
  );
  return { ...counts, failures: failures.map((failure) => `${name}: ${failure}`) };
}

function add(sum: Counts, more: Counts): void {
  sum.passed += more.passed;
  sum.failed += more.failed;
  sum.skipped += more.skipped;
  sum.failures.push(...more.failures);
}
