import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { type ExportLimits, exportStream } from "./export-stream";
import { exportPool } from "./pool";

const MAX_EXPORT_MS = 30 * 60_000;

/** The content of a copy: a COPY statement, and the text before and after its rows. */
export type CopySource = {
  /** Returns the text before the rows, read in the copy's snapshot. */
  head: (client: PoolClient) => Promise<string>;
  statement: string;
  /** The number of bytes to drop from the start of the rows. */
  skip: number;
  /** Returns the text after the rows, from their number. */
  tail: (rows: number) => string;
};

/**
 * Returns the rows of a COPY statement as an {@link exportStream}, from one snapshot taken at the first read. Aborts after 30
 * minutes. Throws as `exportStream` does.
 */
export function copyStream(source: CopySource, limits?: Partial<ExportLimits>): ReadableStream<Uint8Array> {
  return exportStream((signal) => readPieces(source, signal), limits);
}

async function* readPieces(
  { head, statement, skip, tail }: CopySource,
  signal: AbortSignal,
): AsyncGenerator<Uint8Array, void, void> {
  const client = await exportPool().connect();
  const release = createRelease(client, signal);
  try {
    signal.throwIfAborted();
    await client.query("BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY");
    const encoder = new TextEncoder();
    yield encoder.encode(await head(client));
    const rows = client.query(copyTo(statement));
    const timer = setTimeout(() => rows.destroy(new Error("The export took too long.")), MAX_EXPORT_MS);
    let bytesToSkip = skip;
    try {
      for await (const chunk of rows as AsyncIterable<Buffer>) {
        yield bytesToSkip > 0 ? chunk.subarray(bytesToSkip) : chunk;
        bytesToSkip = 0;
      }
    } finally {
      clearTimeout(timer);
    }
    yield encoder.encode(tail(rows.rowCount));
    await client.query("COMMIT");
    release({ complete: true });
  } finally {
    release({ complete: false });
  }
}

/**
 * Creates a function that releases the connection once: to the pool after a complete export, else by closing it. Aborting
 * the signal closes it at once, which ends the query on the server too.
 */
function createRelease(client: PoolClient, signal: AbortSignal): (state: { complete: boolean }) => void {
  let released = false;
  const release = ({ complete }: { complete: boolean }) => {
    if (released) return;
    released = true;
    signal.removeEventListener("abort", abort);
    client.release(!complete);
  };
  const abort = () => release({ complete: false });
  signal.addEventListener("abort", abort);
  return release;
}
