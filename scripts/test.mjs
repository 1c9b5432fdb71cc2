// npm test: sets up what the tests need, runs all of them, and ends with one line of totals.
import { fileURLToPath } from "node:url";
import { prepare } from "./prepare.mjs";
import { printFailure } from "./steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  await prepare();
  const { register } = await import("tsx/esm/api");
  register();
  const { runTests } = await import("./test-run.ts");
  process.exitCode = await runTests();
} catch (error) {
  printFailure(error);
  console.log("0 passed, 1 failed");
  process.exitCode = 1;
}
