import { silenceSteps } from "./steps.mjs";

type Cleanup = () => Promise<void> | void;

/** What has been started and must end again, newest first. */
export interface Shutdown {
  /** Registers how to end something that was just started. */
  add(cleanup: Cleanup): void;
  /** Ends everything once, then the process with this code. Later calls wait for the first. */
  stop(code: number, reason: string): Promise<never>;
  readonly stopping: boolean;
}

/**
 * Takes over the signals that end a program (Ctrl-C, SIGTERM, a closed terminal), so that the app and its database
 * stop in order, however often the signal comes: npm passes on the Ctrl-C that the terminal sends as well.
 */
export function createShutdown(): Shutdown {
  const cleanups: Cleanup[] = [];
  let stopped: Promise<never> | undefined;
  const shutdown: Shutdown = {
    add: (cleanup) => {
      cleanups.push(cleanup);
    },
    stop: (code, reason) => {
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
  // A reader of our output that goes away (npm start | head) is no reason to leave the database running.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  stopWithNpm(shutdown);
  return shutdown;
}

async function endAll(cleanups: Cleanup[], code: number, reason: string): Promise<never> {
  silenceSteps();
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

/** An npm that was killed cannot pass a signal on. Whoever kills it means the app: do not live on without it. */
function stopWithNpm(shutdown: Shutdown): void {
  if (!process.env.npm_lifecycle_event) return;
  const npm = process.ppid;
  setInterval(() => {
    if (process.ppid !== npm) void shutdown.stop(1, "Stopping: npm, which started this, is gone.");
  }, 1000).unref();
}
