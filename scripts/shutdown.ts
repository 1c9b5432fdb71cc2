import { readFileSync } from "node:fs";
import { muteSteps } from "./steps.mjs";

type Cleanup = () => Promise<void> | void;

/** The orderly end of the program: cleanups run in reverse order of their registration. */
export interface Shutdown {
  /** Registers the cleanup of something that was just started. */
  add(cleanup: Cleanup): void;
  /** Registers a callback that runs at once when the shutdown begins. */
  first(notice: () => void): void;
  /** Runs all cleanups, then ends the process with this code. Later calls wait for the first. */
  stop(code: number, reason: string): Promise<never>;
  readonly stopping: boolean;
}

/**
 * Handles the signals that end a program (Ctrl-C, SIGTERM, a closed terminal), so that the app and its database stop in
 * order. Repeated signals are ignored: npm forwards the Ctrl-C that the terminal sends too.
 */
export function createShutdown(): Shutdown {
  const cleanups: Cleanup[] = [];
  const notices: Array<() => void> = [];
  let stopped: Promise<never> | undefined;
  const shutdown: Shutdown = {
    add: (cleanup) => {
      cleanups.push(cleanup);
    },
    first: (notice) => {
      notices.push(notice);
    },
    stop: (code, reason) => {
      for (const notice of notices.splice(0)) notice();
      stopped ??= endAll(cleanups, code, reason);
      return stopped;
    },
    get stopping() {
      return stopped !== undefined;
    },
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) {
    process.on(signal, () => void shutdown.stop(0, `Stopping (${signal}).`));
  }
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    process.on(event, (error: unknown) => {
      if (shutdown.stopping) return;
      void shutdown.stop(
        1,
        `Stopping after an unexpected error: ${error instanceof Error ? error.stack : error}`,
      );
    });
  }
  // A closed output pipe (npm start | head) must not end the process without stopping the database.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  stopWithNpm(shutdown);
  return shutdown;
}

async function endAll(cleanups: Cleanup[], code: number, reason: string): Promise<never> {
  muteSteps();
  console.log(`\n${reason}`);
  for (const cleanup of cleanups.toReversed()) {
    try {
      await cleanup();
    } catch (error) {
      console.error(error instanceof Error ? error.message : error);
      code = 1;
    }
  }
  if (code === 0) console.log("Stopped.");
  process.exit(code);
}

/**
 * Stops when npm is gone: a killed npm cannot forward a signal. npm may run this process through a shell.
 */
function stopWithNpm(shutdown: Shutdown): void {
  if (!process.env.npm_lifecycle_event) return;
  const above = ancestors();
  setInterval(() => {
    if (ancestors() !== above) void shutdown.stop(1, "Stopping: npm, which started this, is gone.");
  }, 250).unref();
}

function ancestors(): string {
  const parent = String(process.ppid);
  try {
    const [, name, rest = ""] = readFileSync(`/proc/${parent}/stat`, "utf8").match(/\((.*)\) (.*)/s) ?? [];
    const isShell = /^(ba|da|k|z)?sh$/.test(name ?? "");
    return isShell ? `${parent} ${rest.split(" ")[1]}` : parent;
  } catch {
    // No /proc on this system: use the parent alone.
    return parent;
  }
}
