import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type ExportLimits, exportStream } from "./export-stream";
import { exportPool } from "./pool";

const LONGEST_MS = 30 * 60_000;

/** What a copy writes: text before and after the rows, and the COPY statement that gives them. */
export type Copied = {
  /** Reads in the copy's own snapshot. */
  head: (client: PoolClient) => Promise<string>;
  statement: string;
  /** What comes before the first row's bytes is `skip` bytes too long. */
  skip: number;
  /** Gets the number of rows. */
  tail: (rows: number) => string;
};

/**
 * Rows as PostgreSQL writes them, as an {@link exportStream} from one snapshot of the database, which is that of the first
 * read. A copy of more than half an hour is ended, too. Throws as `exportStream` does.
 */
export function copyStream(copied: Copied, limits?: Partial<ExportLimits>): ReadableStream<Uint8Array> {
  return exportStream((signal) => piecesOf(copied, signal), limits);
}

async function* piecesOf(
  { head, statement, skip, tail }: Copied,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const client = await exportPool().connect();
  const letGo = releasing(client, signal);
  try {
    signal.throwIfAborted();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const encoder = new TextEncoder();
    yield encoder.encode(await head(client));
    const rows = client.query(copyTo(statement));
    const timer = setTimeout(() => rows.destroy(new Error("The export took too long.")), LONGEST_MS);
    let left = skip;
    try {
      for await (const chunk of rows as AsyncIterable<Buffer>) {
        yield left > 0 ? chunk.subarray(left) : chunk;
        left = 0;
      }
    } finally {
      clearTimeout(timer);
    }
    yield encoder.encode(tail(rows.rowCount));
    await client.query("COMMIT");
    letGo({ whole: true });
  } finally {
    letGo({ whole: false });
  }
}

/**
 * How to give the connection back, which happens once: to the pool after a whole export; else it is closed, at once when
 * the signal is aborted, which ends the query on the server too.
 */
function releasing(client: PoolClient, signal: AbortSignal): (state: { whole: boolean }) => void {
  let released = false;
  const letGo = ({ whole }: { whole: boolean }) => {
    if (released) return;
    released = true;
    signal.removeEventListener("abort", abort);
    client.release(!whole);
  };
  const abort = () => letGo({ whole: false });
  signal.addEventListener("abort", abort);
  return letGo;
}
