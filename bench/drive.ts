import autocannon from "autocannon";
import { options } from "./options";

/** What a turn gave. Times in milliseconds, to a tenth. */
export type Turn = { perSecond: number; p50: number; p99: number; slowest: number; failed: number };

/** Asks a server for paths, each connection the next one, for the time and at the connections that the bench has. */
export async function drive(
  address: string,
  nextPath: () => string,
  connections = options.connections,
): Promise<Turn> {
  // Its own histogram has whole milliseconds, of which an answer from memory takes one or two.
  const times: number[] = [];
  const result = await new Promise<autocannon.Result>((done, fail) => {
    const asked = {
      url: address,
      connections,
      duration: options.seconds,
      headers: { "accept-encoding": "gzip" },
      requests: [{ setupRequest: (request: autocannon.Request) => ({ ...request, path: nextPath() }) }],
    };
    const run = autocannon(asked, (error, all) => (error ? fail(error) : done(all)));
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
