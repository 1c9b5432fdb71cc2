import { CapturedResponse } from "./captured-response";
import type { WholeAnswer } from "./direct";
import { renderRequest } from "./render-request";
import type { Handler } from "./response-cache";

const LARGEST = 1024 * 1024;

/** A page of Next's own, as everybody gets it. Throws where it is no page. */
export async function renderedByNext(address: string, next: Handler, origin: string): Promise<WholeAnswer> {
  const request = renderRequest(address, origin);
  const captured = new CapturedResponse(request, null, LARGEST);
  const [outcome] = await Promise.all([captured.outcome, next(request, captured)]);
  if (outcome.kind !== "whole" || outcome.status !== 200) throw new Error(`Next drew no page at ${address}.`);
  const headers = Object.entries(outcome.headers).flatMap(([name, value]) =>
    // The way that Next went to the page says the address again.
    name.startsWith("x-middleware-")
      ? []
      : [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  );
  return { body: outcome.body, headers: new Headers(headers) };
}
