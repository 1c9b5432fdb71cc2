// Loaded first into each child of the start (node --import): when the start is gone, however it went, the channel to
// it closes, and the child ends too instead of keeping the port. A child that does not end by itself is ended.
const GRACE_MS = 5000;

process.on("disconnect", () => {
  setTimeout(() => process.exit(1), GRACE_MS).unref();
  process.kill(process.pid, "SIGTERM");
});
