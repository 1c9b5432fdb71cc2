// npm start, and npm run dev with --dev. Runs on a fresh clone; once the packages are installed, it continues with serve.ts
// in the same process.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { lockDataFolder } from "./lock-data-folder.mjs";
import { prepare } from "./prepare.mjs";
import { printFailure, step } from "./steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const dev = process.argv.includes("--dev");
// Deprecation warnings of packages concern developers, not operators.
process.noDeprecation = !dev;

try {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const held = await step("Data folder", lockDataFolder);
  await prepare();
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  const build = dev ? undefined : (await import("./build.ts")).ensureBuild;
  await serve({ dev, build, ...held });
} catch (error) {
  printFailure(error);
  process.exit(1);
}
