import type { DeskStream } from "./stream";

// Browsers open six connections per server over HTTP/1.1: two stay free for other requests.
const MAX_PER_SESSION = 4;

const open = new Set<DeskStream>();
let isWatching = false;

/** Registers a stream, and parks the oldest ones of its session above four. */
export function registerStream(stream: DeskStream): void {
  closeOnExit();
  open.add(stream);
  const ofSession = [...open].filter(({ sessionId }) => sessionId === stream.sessionId);
  for (const oldest of ofSession.slice(0, -MAX_PER_SESSION)) oldest.park();
}

/** Removes a closed stream. */
export function unregisterStream(stream: DeskStream): void {
  open.delete(stream);
}

/**
 * Closes all streams when the process ends: the server waits for open responses, and these do not end by
 * themselves.
 */
function closeOnExit(): void {
  if (isWatching) return;
  isWatching = true;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.prependOnceListener(signal, () => {
      for (const stream of open) void stream.close();
    });
  }
}
