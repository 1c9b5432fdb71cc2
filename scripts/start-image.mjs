// The start program of the container image: runs the built app, without npm and compilers. scripts/build-image.mjs bundles
// it into one file.
import { fileURLToPath } from "node:url";
import { lockDataFolder } from "./lock-data-folder.mjs";
import { serve } from "./serve.ts";
import { printFailure, StepFailure, step } from "./steps.mjs";

process.chdir(fileURLToPath(new URL("..", import.meta.url)));
process.noDeprecation = true;

try {
  if (!process.env.DATABASE_URL?.trim()) {
    throw new StepFailure("DATABASE_URL is not set, and this image contains no PostgreSQL.", {
      advice: "set DATABASE_URL and AUTH_SECRET, or use compose.yaml, which starts PostgreSQL too.",
    });
  }
  const held = await step("Data folder", lockDataFolder);
  await serve({ dev: false, ...held });
} catch (error) {
  printFailure(error);
  process.exit(1);
}
