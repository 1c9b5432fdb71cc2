import type { Handler } from "./response-cache";

const STALLED_MS = 30_000;

/**
 * A handler whose responses end with their connection where the client takes nothing of what waits for it for
 * `stalledMs`. A response that waits for us, such as an open stream without news, is left alone.
 */
export function endingStalled(handler: Handler, stalledMs = STALLED_MS): Handler {
  return (request, response) => {
    const { socket } = request;
    response.setTimeout(stalledMs, () => {
      if (socket.writableLength > 0) socket.destroy();
    });
    return handler(request, response);
  };
}
