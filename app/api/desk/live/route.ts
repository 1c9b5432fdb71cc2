import { hub } from "@/lib/desk/realtime/hub";
import { streamClosed, streamOpened } from "@/lib/desk/realtime/open-streams";
import { liveQuerySchema } from "@/lib/desk/realtime/schema";
import { DeskStream } from "@/lib/desk/realtime/stream";
import { requestContext, requestSession } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/answers";

export const dynamic = "force-dynamic";

/** What changes on an open page of the desk, as server-sent events. For the desk's own pages; no part of the public API. */
export const GET = route(async (request) => {
  const [context, session] = [await requestContext(), await requestSession()];
  const query = readQuery(request, liveQuerySchema);
  const last = Number(request.headers.get("last-event-id") ?? 0);
  const since = Number.isSafeInteger(last) && last > (query.since ?? 0) ? last : query.since;
  const stream = new DeskStream(
    hub(),
    { context, sessionId: session?.id ?? "", query: { ...query, since } },
    streamClosed,
  );
  streamOpened(stream);
  request.signal.addEventListener("abort", () => void stream.close());
  return new Response(stream.body, {
    headers: {
      "content-type": "text/event-stream; charset=utf-8",
      // Packing, and a proxy's buffer, would hold back what is to be told now.
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
