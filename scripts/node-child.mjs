import { spawn } from "node:child_process";

const OUTPUT_LINES = 200;

/**
 * Starts a Node program in a process group of its own, so that a Ctrl-C in the terminal reaches it through us alone,
 * and so that it ends when we are gone (exit-with-parent.mjs). Its output is kept, or goes to ours with `forward`.
 */
export function startNode(args, env, { graceMs, forward = false }) {
  const query = `?parent=${process.pid}&grace=${graceMs}`;
  const guard = new URL(`./exit-with-parent.mjs${query}`, import.meta.url).href;
  const output = forward ? "inherit" : "pipe";
  const child = spawn(process.execPath, ["--import", guard, ...args], {
    env,
    detached: true,
    stdio: ["ignore", output, output, "ipc"],
  });
  const ended = new Promise((resolve) => {
    child.on("error", (error) => resolve(error.message));
    child.on("close", (code, signal) => resolve(code ?? signal ?? "unknown"));
  });
  return { pid: child.pid, ...keepOutput(child), ended, end: () => endChild(child, ended, graceMs) };
}

function keepOutput(child) {
  let lines = [];
  let forwarding = false;
  const keep = (text, target) => {
    if (forwarding) target.write(text);
    else lines = (lines.join("\n") + text).split("\n").slice(-OUTPUT_LINES);
  };
  child.stdout?.setEncoding("utf8").on("data", (text) => keep(text, process.stdout));
  child.stderr?.setEncoding("utf8").on("data", (text) => keep(text, process.stderr));
  return {
    output: () => lines.join("\n"),
    forward: () => {
      forwarding = true;
    },
  };
}

async function endChild(child, ended, graceMs) {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  child.kill("SIGTERM");
  const timer = setTimeout(() => killGroup(child), graceMs);
  await ended;
  clearTimeout(timer);
}

function killGroup(child) {
  try {
    if (process.platform === "win32") child.kill("SIGKILL");
    else process.kill(-child.pid, "SIGKILL");
  } catch {
    // It ended in this moment.
  }
}
