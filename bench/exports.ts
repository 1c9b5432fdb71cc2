import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { median } from "./drive";
import { processMemory, resetPeakMemory, type Server } from "./processes";

/** An export of all verdicts, compared with psql's COPY of the same rows. */
export type ExportResult = {
  seconds: number;
  firstByteMs: number;
  megabytes: number;
  aboveIdleMb: number;
  copySeconds: number | null;
};

const run = promisify(execFile);
const COPY = `\\copy (SELECT record_head || 'http://localhost' || record_tail FROM public_claim WHERE sequence > 0 ORDER BY sequence) TO '/dev/null' (FORMAT csv, DELIMITER E'\\x02', QUOTE E'\\x01')`;

/** Exports and copies alternately, `rounds` times, and returns the medians. `copySeconds` is null without psql. */
export async function measureExport(app: Server, databaseUrl: string, rounds: number): Promise<ExportResult> {
  const exported: Awaited<ReturnType<typeof exportOnce>>[] = [];
  const copied: Array<number | null> = [];
  for (let round = 0; round < rounds; round++) {
    exported.push(await exportOnce(app));
    copied.push(await copyOnce(databaseUrl));
  }
  const of = (name: keyof (typeof exported)[number]) => median(exported.map((one) => one[name]));
  const copies = copied.filter((seconds) => seconds !== null);
  return {
    seconds: of("seconds"),
    firstByteMs: of("firstByteMs"),
    megabytes: of("megabytes"),
    aboveIdleMb: of("aboveIdleMb"),
    copySeconds: copies.length > 0 ? median(copies) : null,
  };
}

async function exportOnce(app: Server) {
  resetPeakMemory(app.pid);
  const idle = processMemory(app.pid).now;
  const began = performance.now();
  const response = await fetch(`${app.address}/api/v1/verdicts.ndjson`, {
    headers: { "accept-encoding": "identity" },
  });
  let firstByteMs = 0;
  let bytes = 0;
  for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
    if (bytes === 0) firstByteMs = performance.now() - began;
    bytes += chunk.length;
  }
  const seconds = (performance.now() - began) / 1000;
  return { seconds, firstByteMs, megabytes: bytes / 1e6, aboveIdleMb: processMemory(app.pid).peak - idle };
}

async function copyOnce(url: string): Promise<number | null> {
  const began = performance.now();
  try {
    // With the app's cost settings: else PostgreSQL sorts all rows in files first.
    const env = { ...process.env, PGOPTIONS: "-c random_page_cost=1.1" };
    await run("psql", [url, "-X", "-q", "-c", COPY], { env });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return null;
    throw error;
  }
  return (performance.now() - began) / 1000;
}
