import { db } from "./client";
import type { Transaction } from "./transaction";

const LONGEST_MS = 10 * 60_000;

/**
 * A text that is read piece by piece from one snapshot of the database, as UTF-8. The snapshot is that of the first
 * read; `write` waits until the reader has taken what was written before, and a reader that goes away ends the
 * transaction.
 */
export function snapshotStream(
  work: (tx: Transaction, write: (text: string) => Promise<void>) => Promise<void>,
): ReadableStream<Uint8Array> {
  const pieces = piecesOf(work);
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

async function* piecesOf(work: Parameters<typeof snapshotStream>[0]): AsyncGenerator<Uint8Array, void, void> {
  const { readable, writable } = new TransformStream<string, string>(undefined, { highWaterMark: 4 });
  const writer = writable.getWriter();
  const write = async (text: string) => {
    await writer.ready;
    await writer.write(text);
  };
  db()
    .$transaction((tx) => work(tx, write), { isolationLevel: "RepeatableRead", timeout: LONGEST_MS })
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => {}));
  const encoder = new TextEncoder();
  for await (const text of readable) yield encoder.encode(text);
}
