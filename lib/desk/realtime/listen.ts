import pg from "pg";

/** A connection that listens for the database's notifications until `ended` resolves. */
export type ListenConnection = { ended: Promise<void>; close: () => void };

const CHANNEL = "veritable";
const CONNECT_MS = 10_000;
// A regular query detects a connection whose other end disappeared silently.
const PING_INTERVAL_MS = 15_000;
const PING_TIMEOUT_MS = 10_000;

/**
 * Connects and calls `onPayload` for every notification committed from now on. `ended` resolves when the
 * connection ends, by `close` or by failure. Throws if the database cannot be reached.
 */
export async function openListenConnection(
  url: string,
  onPayload: (payload: string) => void,
): Promise<ListenConnection> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "veritable live",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: PING_TIMEOUT_MS,
    keepAlive: true,
  });
  let pinging: ReturnType<typeof setInterval> | undefined;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Ends the session without waiting for the server.
  const close = () => {
    clearInterval(pinging);
    client.removeAllListeners("notification");
    void client.end().catch(() => {});
    end();
  };
  client.on("error", close);
  client.on("end", close);
  client.on("notification", ({ payload }) => onPayload(payload ?? ""));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    close();
    throw error;
  }
  pinging = setInterval(() => void client.query("SELECT 1").catch(close), PING_INTERVAL_MS);
  return { ended, close };
}
