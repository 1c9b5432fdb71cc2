import { CapturedResponse } from "./captured-response";
import type { BufferedResponse } from "./direct-responses";
import { renderRequest } from "./render-request";
import type { Handler } from "./response-cache";

const MAX_PAGE_BYTES = 1024 * 1024;

/** Renders a page with Next, without a session. Throws unless the status is 200. */
export async function renderWithNext(
  address: string,
  next: Handler,
  origin: string,
): Promise<BufferedResponse> {
  const request = renderRequest(address, origin);
  const captured = new CapturedResponse(request, null, MAX_PAGE_BYTES);
  const [outcome] = await Promise.all([captured.outcome, next(request, captured)]);
  if (outcome.kind !== "complete" || outcome.status !== 200) {
    throw new Error(`Next could not render the page at ${address}.`);
  }
  const headers = Object.entries(outcome.headers).flatMap(([name, value]) =>
    // Next's own rewrite headers repeat the URL.
    name.startsWith("x-middleware-")
      ? []
      : [value ?? []].flat().map((one): [string, string] => [name, String(one)]),
  );
  return { body: outcome.body, headers: new Headers(headers) };
}
