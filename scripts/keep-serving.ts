import type { NodeChild } from "./node-child.mjs";
import type { Shutdown } from "./shutdown";

/** A server that ended sooner is not restarted, because the next one would probably end too. */
const SHORTEST_LIFE_MS = 10_000;

type Serving = {
  /** Starts a server. */
  start: () => NodeChild;
  /** Resolves when the server is ready; throws if it does not become ready. */
  ready: (server: NodeChild) => Promise<void>;
  shortestLifeMs?: number;
};

/**
 * Starts a server, resolves when it is ready, and restarts it when it ends by itself, out of memory for example. If it ends
 * soon after its start, everything stops. Throws what `ready` throws for the first server.
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
