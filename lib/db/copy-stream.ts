import type { PoolClient } from "pg";
import { to as copyTo } from "pg-copy-streams";
import { pool } from "./pool";

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
 * Rows as PostgreSQL writes them, as a stream of bytes from one snapshot of the database, which is that of the first
 * read. Nothing is read faster than the reader takes it. A reader that goes away, and one that needs more than half an
 * hour, ends the connection.
 */
export function copyStream(copied: Copied): ReadableStream<Uint8Array> {
  const pieces = piecesOf(copied);
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { value, done } = await pieces.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel() {
        await pieces.return();
      },
    },
    { highWaterMark: 0 },
  );
}

async function* piecesOf({ head, statement, skip, tail }: Copied): AsyncGenerator<Uint8Array, void, void> {
  const client = await pool().connect();
  let whole = false;
  const end = () => client.release(whole ? undefined : true);
  try {
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
    whole = true;
  } finally {
    end();
  }
}
