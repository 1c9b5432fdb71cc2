import autocannon from "autocannon";
import { options } from "./options";

/** The result of one load test. Times are in milliseconds, to a tenth. */
export type LoadResult = { perSecond: number; p50: number; p99: number; slowest: number; failed: number };

/** Sends requests to a server, each connection taking the next path, for the duration set in the options. */
export async function drive(
  address: string,
  nextPath: () => string,
  connections = options.connections,
): Promise<LoadResult> {
  // autocannon's histogram has whole milliseconds, and a cached response takes one or two.
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const load = {
      url: address,
      connections,
      duration: options.seconds,
      headers: { "accept-encoding": "gzip" },
      requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, path: nextPath() }) }],
    };
    const run = autocannon(load, (error, all) => (error ? fail(error) : done(all)));
    run.on("response", (_client, _status, _bytes, ms) => times.push(ms));
  });
  times.sort((a, b) => a - b);
  const at = (share: number) => Math.round(10 * (times[Math.floor(share * (times.length - 1))] ?? 0)) / 10;
  return {
    perSecond: result.requests.average,
    p50: at(0.5),
    p99: at(0.99),
    slowest: at(1),
    failed: result.non2xx + result.errors + result.timeouts,
  };
}

/** The median of some numbers (the upper one of an even count). */
export function median(numbers: number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
}

/** The median result by requests per second. */
export function medianResult(results: LoadResult[]): LoadResult {
  const sorted = [...results].sort((a, b) => a.perSecond - b.perSecond);
  return sorted[Math.floor(sorted.length / 2)] as LoadResult;
}
