import type { Handler } from "./response-cache";

const STALLED_MS = 30_000;

/**
 * A handler that closes the connection if the client reads none of the buffered response for `stalledMs`. A response that
 * waits for the server, such as an idle event stream, stays open.
 */
export function withStallTimeout(handler: Handler, stalledMs = STALLED_MS): Handler {
  return (request, response) => {
    const { socket } = request;
    response.setTimeout(stalledMs, () => {
      if (socket.writableLength > 0) socket.destroy();
    });
    return handler(request, response);
  };
}
