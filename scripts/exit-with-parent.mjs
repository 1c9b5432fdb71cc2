// Loaded first into each child of the start (node --import): when the start is gone, however it went, the channel to
// it closes, and the child ends too instead of keeping the port. One that does not end within its grace is ended.
import { isMainThread } from "node:worker_threads";

const { searchParams } = new URL(import.meta.url);
const graceMs = Number(searchParams.get("grace"));

// The child's own children and threads load this as well. They have other channels, and those are not ours to touch.
if (isMainThread && process.ppid === Number(searchParams.get("parent"))) {
  process.on("disconnect", () => {
    if (graceMs === 0) process.exit(1);
    setTimeout(() => process.exit(1), graceMs).unref();
    process.kill(process.pid, "SIGTERM");
  });
  // Listening must not keep a program running that has come to its end.
  process.channel?.unref();
}
