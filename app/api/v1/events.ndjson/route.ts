import { exportEvents } from "@/lib/desk/audit/export";
import { eventFilterSchema } from "@/lib/desk/audit/schema";
import { apiContext } from "@/lib/next/context";
import { readQuery, route } from "@/lib/server/http/responses";

const querySchema = eventFilterSchema.strict();

/** Streams the event log as NDJSON; same filters as `/desk/log`. Needs the permission `event.read`. */
export const GET = route(async (request) => {
  const body = await exportEvents(await apiContext(), readQuery(request, querySchema));
  return new Response(body, {
    headers: {
      "content-type": "application/x-ndjson; charset=utf-8",
      "content-disposition": 'attachment; filename="events.ndjson"',
      "cache-control": "no-store",
    },
  });
});
