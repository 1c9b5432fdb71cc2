import pg from "pg";

/** A connection that hears the database's notices, for as long as it lives. */
export type Listening = { ended: Promise<void>; close: () => void };

const CHANNEL = "veritable";
const CONNECT_MS = 10_000;
// A connection whose other end is gone without a word is found out by a question that nobody answers.
const ASK_EVERY_MS = 15_000;
const ANSWER_MS = 10_000;

/**
 * Connects and hears every notice that is committed from now on. `ended` resolves when the connection is over, by
 * `close` or by itself. Throws where the database cannot be reached.
 */
export async function listen(url: string, hear: (payload: string) => void): Promise<Listening> {
  const client = new pg.Client({
    connectionString: url,
    application_name: "veritable live",
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
  });
  let asking: ReturnType<typeof setInterval> | undefined;
  let end = () => {};
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  // Says goodbye, and does not wait for an answer.
  const close = () => {
    clearInterval(asking);
    client.removeAllListeners("notification");
    void client.end().catch(() => {});
    end();
  };
  client.on("error", close);
  client.on("end", close);
  client.on("notification", ({ payload }) => hear(payload ?? ""));
  try {
    await client.connect();
    await client.query(`LISTEN ${CHANNEL}`);
  } catch (error) {
    close();
    throw error;
  }
  asking = setInterval(() => void client.query("SELECT 1").catch(close), ASK_EVERY_MS);
  return { ended, close };
}
