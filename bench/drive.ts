import autocannon from "autocannon";
import { options } from "./options";

/** What a turn gave. Times in milliseconds. */
export type Turn = { perSecond: number; p50: number; p99: number; slowest: number; failed: number };

/** Asks a server for paths, each connection the next one, for the time and at the connections that the bench has. */
export async function drive(
  address: string,
  nextPath: () => string,
  connections = options.connections,
): Promise<Turn> {
  const result = await autocannon({
    url: address,
    connections,
    duration: options.seconds,
    headers: { "accept-encoding": "gzip" },
    requests: [{ setupRequest: (request) => ({ ...request, path: nextPath() }) }],
  });
  return {
    perSecond: result.requests.average,
    p50: result.latency.p50,
    p99: result.latency.p99,
    slowest: result.latency.max,
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** The middle of some numbers. */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The turn in the middle, by requests a second. */
export function medianTurn(turns: Turn[]): Turn {
  const sorted = [...turns].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] as Turn;
}
