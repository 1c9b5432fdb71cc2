// Preloaded into each child process of the start (node --import): when the parent is gone, the IPC channel closes, and the
// child ends instead of keeping the port. It is killed if it has not ended within its grace period.
import { isMainThread } from "node:worker_threads";

const { searchParams } = new URL(import.meta.url);
const graceMs = Number(searchParams.get("grace"));

// The child's own children and threads load this too: they have other IPC channels, which stay untouched.
if (isMainThread && process.ppid === Number(searchParams.get("parent"))) {
  process.on("disconnect", () => {
    if (graceMs === 0) process.exit(1);
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // The listener must not keep a finished program running.
  process.channel?.unref();
}
