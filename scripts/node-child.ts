import { type ChildProcess, spawn } from "node:child_process";

const OUTPUT_LINES = 200;

/** A Node program that was started here, with the end of what it said. */
export interface NodeChild {
  pid: number | undefined;
  /** The last lines of its output. */
  output(): string;
  /** From now on its output goes to ours. */
  forward(): void;
  /** Settles when it has ended: its exit code, or the signal that ended it. */
  ended: Promise<number | string>;
  /** Asks it to end, and ends it and its own children when it has not after `graceMs`. */
  end(graceMs: number): Promise<void>;
}

/**
 * Starts a Node program in a process group of its own, so that a Ctrl-C in the terminal reaches it through us alone,
 * and so that it ends when we are gone (exit-with-parent.mjs).
 */
export function startNode(args: string[], env: NodeJS.ProcessEnv, { forward = false } = {}): NodeChild {
  const guard = new URL("./exit-with-parent.mjs", import.meta.url).href;
  const child = spawn(process.execPath, ["--import", guard, ...args], {
    env,
    detached: true,
    stdio: ["ignore", forward ? "inherit" : "pipe", forward ? "inherit" : "pipe", "ipc"],
  });
  const ended = new Promise<number | string>((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("exit", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return { pid: child.pid, ...keepOutput(child), ended, end: (graceMs) => endChild(child, ended, graceMs) };
}

function keepOutput(child: ChildProcess): Pick<NodeChild, "output" | "forward"> {
  let lines: string[] = [];
  let forwarding = false;
  const keep = (text: string, target: NodeJS.WriteStream) => {
    if (forwarding) target.write(text);
    else lines = (lines.join("\n") + text).split("\n").slice(-OUTPUT_LINES);
  };
  child.stdout?.setEncoding("utf8").on("data", (text: string) => keep(text, process.stdout));
  child.stderr?.setEncoding("utf8").on("data", (text: string) => keep(text, process.stderr));
  return {
    output: () => lines.join("\n"),
    forward: () => {
      forwarding = true;
    },
  };
}

async function endChild(child: ChildProcess, ended: Promise<unknown>, graceMs: number): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await ended;
  clearTimeout(timer);
}

function killGroup(child: ChildProcess): void {
  try {
    if (process.platform === "win32" || child.pid === undefined) child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended in this moment.
  }
}
