import type { DeskStream } from "./stream";

// Browsers open six connections to a server over HTTP/1.1, all tabs together: two are left for everything else.
const MOST_A_SESSION = 4;

const open = new Set<DeskStream>();
let watching = false;

/** Counts a stream in. Of one browser's streams the oldest makes place for it when they are too many. */
export function streamOpened(stream: DeskStream): void {
  endWithProcess();
  open.add(stream);
  const ofSession = [...open].filter(({ sessionId }) => sessionId === stream.sessionId);
  for (const oldest of ofSession.slice(0, -MOST_A_SESSION)) oldest.park();
}

/** Counts a stream out. */
export function streamClosed(stream: DeskStream): void {
  open.delete(stream);
}

/** The server waits for open answers before it ends, and these have no end of their own. */
function endWithProcess(): void {
  if (watching) return;
  watching = true;
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    process.prependOnceListener(signal, () => {
      for (const stream of open) void stream.close();
    });
  }
}
