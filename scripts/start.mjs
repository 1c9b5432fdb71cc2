// npm start, and npm run dev with --dev. Runs on a fresh clone with nothing installed; once the packages are there it
// hands over to serve.ts in this same process.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { findHolder } from "../lib/db/process-lock.mjs";
import { alreadyRunning } from "./already-running.mjs";
import { prepare } from "./prepare.mjs";
import { printFailure } from "./steps.mjs";

const NOTICING_MS = 1000;
const STOPPING_MS = 20_000;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

try {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  await refuseIfRunning();
  await prepare();
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  await serve({ dev: process.argv.includes("--dev") });
} catch (error) {
  printFailure(error);
  process.exit(1);
}

/**
 * Looked at before all else: an install or a build would pull the ground from under a running app. One that is just
 * stopping is waited for; one whose npm was killed needs a moment to notice.
 */
async function refuseIfRunning() {
  const folder = path.resolve(process.env.DATA_DIR?.trim() || "data");
  const began = Date.now();
  for (;;) {
    const holder = findHolder(path.join(folder, "running.json"));
    if (!holder) return;
    const patience = holder.stopping ? STOPPING_MS : NOTICING_MS;
    if (Date.now() - began > patience) throw new Error(alreadyRunning(folder, holder));
    await delay(100);
  }
}
