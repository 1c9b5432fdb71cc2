// One app per data folder.
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ensureDataFolder } from "../lib/platform/embedded-postgres/ensure-data-folder.mjs";
import { acquireLock, readLiveHolder } from "../lib/platform/embedded-postgres/process-lock.mjs";

/** How long to wait for another start that is stopping, or that has not noticed yet that its npm was killed. */
const STOPPING_MS = 20_000;
const NOTICING_MS = 1500;

/**
 * Locks the data folder until this process exits. Comes before anything else: an install or a build would break an app
 * that is running. Throws an Error that names the running process.
 */
export async function lockDataFolder() {
  const folder = ensureDataFolder(path.resolve(process.env.DATA_DIR?.trim() || "data"));
  const file = path.join(folder, "running.json");
  const began = Date.now();
  for (;;) {
    const { lock, tookOver, holder } = await acquireLock(file);
    if (lock) {
      process.on("exit", () => lock.release());
      const summary = tookOver ? `${folder} (the last start was killed: recovering)` : folder;
      return { summary, value: { lock, tookOver } };
    }
    const timeoutMs = holder.stopping ? STOPPING_MS : NOTICING_MS;
    if (Date.now() - began > timeoutMs) throw new Error(alreadyRunning(folder, holder));
    while (readLiveHolder(file) && Date.now() - began <= timeoutMs) await delay(100);
  }
}

function alreadyRunning(folder, { pid, address }) {
  return (
    `Veritable already runs on the data folder ${folder}: process ${pid}, ` +
    `${address ? `at ${address}` : "still starting"}.\n` +
    "Stop it first, or set DATA_DIR and PORT to run another one beside it."
  );
}
