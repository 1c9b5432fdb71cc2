import { exportDb } from "./client";
import { type ExportLimits, exportStream } from "./export-stream";
import type { Transaction } from "./transaction";

const LONGEST_MS = 10 * 60_000;

type Work = (tx: Transaction, write: (text: string) => Promise<void>) => Promise<void>;

/**
 * A text that is read piece by piece from one snapshot of the database, in UTF-8, as an {@link exportStream}. The snapshot
 * is that of the first read; `write` waits until the reader has taken what was written before. Throws as `exportStream`
 * does.
 */
export function snapshotStream(work: Work, limits?: Partial<ExportLimits>): ReadableStream<Uint8Array> {
  return exportStream((signal) => piecesOf(work, signal), limits);
}

async function* piecesOf(work: Work, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
  const { readable, writable } = new TransformStream<string, string>(undefined, { highWaterMark: 4 });
  const writer = writable.getWriter();
  const write = async (text: string) => {
    await writer.ready;
    await writer.write(text);
  };
  const abort = () => void writer.abort(signal.reason).catch(() => {});
  signal.addEventListener("abort", abort);
  const done = exportDb()
    .$transaction((tx) => work(tx, write), { isolationLevel: "RepeatableRead", timeout: LONGEST_MS })
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => {}));
  try {
    const encoder = new TextEncoder();
    for await (const text of readable) yield encoder.encode(text);
  } finally {
    signal.removeEventListener("abort", abort);
    // The place of the export is free once its connection is.
    await done;
  }
}
