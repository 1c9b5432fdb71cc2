import { exportDb } from "./client";
import { type ExportLimits, exportStream } from "./export-stream";
import type { Transaction } from "./transaction";

const MAX_EXPORT_MS = 10 * 60_000;

type Work = (tx: Transaction, write: (text: string) => Promise<void>) => Promise<void>;

/**
 * Returns the text that `work` writes, in UTF-8, as an {@link exportStream} from one snapshot taken at the first read. `write`
 * waits for the reader (backpressure). Throws as `exportStream` does.
 */
export function snapshotStream(work: Work, limits?: Partial<ExportLimits>): ReadableStream<Uint8Array> {
  return exportStream((signal) => readPieces(work, signal), limits);
}

async function* readPieces(work: Work, signal: AbortSignal): AsyncGenerator<Uint8Array, void, void> {
  const { readable, writable } = new TransformStream<string, string>(undefined, { highWaterMark: 4 });
  const writer = writable.getWriter();
  const write = async (text: string) => {
    await writer.ready;
    await writer.write(text);
  };
  const abort = () => void writer.abort(signal.reason).catch(() => {});
  signal.addEventListener("abort", abort);
  const done = exportDb()
    .$transaction((tx) => work(tx, write), { isolationLevel: "RepeatableRead", timeout: MAX_EXPORT_MS })
    .then(() => writer.close())
    .catch((error) => writer.abort(error).catch(() => {}));
  try {
    const encoder = new TextEncoder();
    for await (const text of readable) yield encoder.encode(text);
  } finally {
    signal.removeEventListener("abort", abort);
    // The export slot is released only after its connection.
    await done;
  }
}
