import pg from "pg";
import type { PublicVersions, ScopeChange } from "./public-versions";

const CONNECT_TIMEOUT_MS = 10_000;
// How long a request for a cached response may wait for the check of versions.
const CHECK_TIMEOUT_MS = 2_000;
const FIRST_RETRY_MS = 100;
const MAX_RETRY_MS = 2_000;

const changes = {
  name: "public-changes",
  text: "SELECT scope, version FROM public_scope WHERE version > $1",
  rowMode: "array",
} as const;

/** Keeps one database connection open for `versions`, and reconnects with growing delays when it breaks, until `close`. */
export function connectVersions(url: string, versions: PublicVersions): { close: () => void } {
  let client: pg.Client | null = null;
  let closed = false;
  let failures = 0;

  async function open(): Promise<void> {
    const opened = newClient(url);
    client = opened;
    const end = once(() => {
      if (versions.connected && client === opened) versions.disconnect();
      void opened.end().catch(() => {});
      retry();
    });
    opened.on("error", end);
    opened.on("end", end);
    // Notifications only free memory sooner: freshness depends on the check before each response.
    opened.on("notification", () => void versions.check());
    try {
      await opened.connect();
      await opened.query("LISTEN veritable_public");
      const { rows } = await opened.query<{ version: string }>("SELECT version FROM public_version");
      if (closed) return end();
      failures = 0;
      versions.connect(
        (after) => fetchChanges(opened, after).catch(fail(end)),
        Number(rows[0]?.version ?? 0),
      );
    } catch {
      end();
    }
  }

  function retry(): void {
    if (closed) return;
    setTimeout(() => void open(), Math.min(FIRST_RETRY_MS * 2 ** failures++, MAX_RETRY_MS));
  }

  void open();
  return {
    close: () => {
      closed = true;
      void client?.end().catch(() => {});
    },
  };
}

function newClient(url: string): pg.Client {
  return new pg.Client({
    connectionString: url,
    application_name: "veritable response cache",
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    query_timeout: CHECK_TIMEOUT_MS,
    keepAlive: true,
  });
}

async function fetchChanges(client: pg.Client, after: number): Promise<ScopeChange[]> {
  const { rows } = await client.query<[string, string]>({ ...changes, values: [after] });
  return rows.map(([scope, version]) => ({ scope, version: Number(version) }));
}

/** Ends the connection after a failed query. */
function fail(end: () => void) {
  return (error: unknown): never => {
    end();
    throw error;
  };
}

function once(task: () => void): () => void {
  let done = false;
  return () => {
    if (done) return;
    done = true;
    task();
  };
}
