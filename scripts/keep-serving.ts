import type { NodeChild } from "./node-child.mjs";
import type { Shutdown } from "./shutdown";

/** One that ended sooner is not started again: whatever ended it would end the next one, too. */
const SHORTEST_LIFE_MS = 10_000;

type Serving = {
  /** Starts a server. */
  start: () => NodeChild;
  /** Resolves when it serves; throws where it does not get there. */
  ready: (server: NodeChild) => Promise<void>;
  shortestLifeMs?: number;
};

/**
 * Starts a server, resolves when it serves, and starts another where it ends by itself: one that is out of memory, say,
 * does not take the database with it. Where one ends soon after its start, everything stops. Throws what `ready` throws
 * of the first.
 */
export async function keepServing(
  shutdown: Shutdown,
  { start, ready, shortestLifeMs = SHORTEST_LIFE_MS }: Serving,
): Promise<void> {
  let server = start();
  shutdown.add(() => server.end());
  await ready(server);
  const watch = async (): Promise<void> => {
    const began = performance.now();
    const outcome = await server.ended;
    if (shutdown.stopping) return;
    if (performance.now() - began < shortestLifeMs) {
      await shutdown.stop(1, `Stopping: the server ended by itself (${outcome}).`);
    }
    console.log(`The server ended by itself (${outcome}). Starting it again.`);
    server = start();
    await ready(server).catch((error) => shutdown.stopping || shutdown.stop(1, `Stopping: ${error.message}`));
    return watch();
  };
  void watch();
}
