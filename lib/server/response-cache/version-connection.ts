import pg from "pg";
import type { PublicVersions, ScopeChange } from "./public-versions";

const CONNECT_MS = 10_000;
// Longer than this nobody waits to be answered from memory.
const ANSWER_MS = 2_000;
const FIRST_WAIT_MS = 100;
const LONGEST_WAIT_MS = 2_000;

const changes = {
  name: "public-changes",
  text: "SELECT scope, version FROM public_scope WHERE version > $1",
  rowMode: "array",
} as const;

/** Keeps one connection to the database, by which the versions are asked for; renewed when it breaks, until `close`. */
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
    // A notice only makes room at once: that nothing old is answered does not hang on it.
    opened.on("notification", () => void versions.check());
    try {
      await opened.connect();
      await opened.query("LISTEN veritable_public");
      const { rows } = await opened.query<{ version: string }>("SELECT version FROM public_version");
      if (closed) return end();
      failures = 0;
      versions.connect((after) => ask(opened, after).catch(fail(end)), Number(rows[0]?.version ?? 0));
    } catch {
      end();
    }
  }

  function retry(): void {
    if (closed) return;
    setTimeout(() => void open(), Math.min(FIRST_WAIT_MS * 2 ** failures++, LONGEST_WAIT_MS));
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
    connectionTimeoutMillis: CONNECT_MS,
    query_timeout: ANSWER_MS,
    keepAlive: true,
  });
}

async function ask(client: pg.Client, after: number): Promise<ScopeChange[]> {
  const { rows } = await client.query<[string, string]>({ ...changes, values: [after] });
  return rows.map(([scope, version]) => ({ scope, version: Number(version) }));
}

/** A connection that does not answer is over. */
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
