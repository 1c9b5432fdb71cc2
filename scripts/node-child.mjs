import { spawn } from "node:child_process";

const OUTPUT_LINES = 200;

/**
 * Starts a Node program in its own process group, so that Ctrl-C in the terminal does not reach it directly. It ends when
 * this process is gone (exit-with-parent.mjs). Its output is buffered, or forwarded with `forward`.
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
  return { pid: child.pid, ...bufferOutput(child), ended, end: () => endChild(child, ended, graceMs) };
}

function bufferOutput(child) {
  let lines = [];
  let forwarding = false;
  const handleOutput = (text, target) => {
    if (forwarding) target.write(text);
    else lines = (lines.join("\n") + text).split("\n").slice(-OUTPUT_LINES);
  };
  child.stdout?.setEncoding("utf8").on("data", (text) => handleOutput(text, process.stdout));
  child.stderr?.setEncoding("utf8").on("data", (text) => handleOutput(text, process.stderr));
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
    // It has ended meanwhile.
  }
}
