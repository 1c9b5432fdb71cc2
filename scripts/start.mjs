// npm start, and npm run dev with --dev. Runs on a fresh clone with nothing installed; once the packages are there it
// hands over to serve.ts in this same process.
import { existsSync } from "node:fs";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { ensureDataFolder } from "../lib/platform/embedded-postgres/ensure-data-folder.mjs";
import { acquireLock, findHolder } from "../lib/platform/embedded-postgres/process-lock.mjs";
import { prepare } from "./prepare.mjs";
import { printFailure, step } from "./steps.mjs";

/** One that is stopping is waited for; one whose npm was killed needs a moment to notice. */
const STOPPING_MS = 20_000;
const NOTICING_MS = 1500;

process.chdir(fileURLToPath(new URL("..", import.meta.url)));

const dev = process.argv.includes("--dev");
// What a package will drop one day (pg and Prisma's adapter have such a word) concerns who develops, not who operates.
process.noDeprecation = !dev;

try {
  if (existsSync(".env")) process.loadEnvFile?.(".env");
  const held = await step("Data folder", takeDataFolder);
  await prepare();
  const { register } = await import("tsx/esm/api");
  register();
  const { serve } = await import("./serve.ts");
  await serve({ dev, ...held });
} catch (error) {
  printFailure(error);
  process.exit(1);
}

/** Taken before all else: an install or a build would pull the ground from under an app that runs. */
async function takeDataFolder() {
  const folder = ensureDataFolder(path.resolve(process.env.DATA_DIR?.trim() || "data"));
  const file = path.join(folder, "running.json");
  const began = Date.now();
  for (;;) {
    const { lock, tookOver, holder } = await acquireLock(file);
    if (lock) {
      process.on("exit", () => lock.release());
      const said = tookOver ? `${folder} (the last start was killed: recovering)` : folder;
      return { said, value: { lock, tookOver } };
    }
    const patience = holder.stopping ? STOPPING_MS : NOTICING_MS;
    if (Date.now() - began > patience) throw new Error(alreadyRunning(folder, holder));
    while (findHolder(file) && Date.now() - began <= patience) await delay(100);
  }
}

function alreadyRunning(folder, { pid, address }) {
  return (
    `Veritable already runs on the data folder ${folder}: process ${pid}, ` +
    `${address ? `at ${address}` : "still starting"}.\n` +
    "Stop it first, or set DATA_DIR and PORT to run another one beside it."
  );
}
