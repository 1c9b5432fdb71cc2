import { getHub } from "@/lib/desk/realtime/hub";
import { registerStream, unregisterStream } from "@/lib/desk/realtime/open-streams";
import { realtimeQuerySchema } from "@/lib/desk/realtime/schema";
import { DeskStream } from "@/lib/desk/realtime/stream";
import { requestContext, requestSession } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/responses";

export const dynamic = "force-dynamic";

/**
 * The event stream of an open desk page (server-sent events). For the desk's pages. Not part of the public
 * API.
 */
export const GET = route(async (request) => {
  const [context, session] = [await requestContext(), await requestSession()];
  const query = readQuery(request, realtimeQuerySchema);
  const last = Number(request.headers.get("last-event-id") ?? 0);
  const since = Number.isSafeInteger(last) && last > (query.since ?? 0) ? last : query.since;
  const stream = new DeskStream(
    getHub(),
    { context, sessionId: session?.id ?? "", query: { ...query, since } },
    unregisterStream,
  );
  registerStream(stream);
  request.signal.addEventListener("abort", () => void stream.close());
  return new Response(stream.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Compression and proxy buffers would delay messages.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
