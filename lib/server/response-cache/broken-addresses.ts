import type { ServerResponse } from "node:http";
import { localeIds } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import type { Handler } from "./response-cache";

type BrokenOptions = {
  handler: Handler;
  /** The response of the API. */
  refuse: () => Response;
};

/**
 * A handler that passes on paths that can be decoded. Where percent-encoding is malformed, which Next answers with a fault of
 * ours, the API refuses it, and `handler` gets the address of a page that there is not.
 */
export function refusingBroken({ handler, refuse }: BrokenOptions): Handler {
  return async (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (isDecodable(path)) return handler(request, response);
    if (path.startsWith("/api/")) return send(refuse(), response);
    const locale = localeIds.find((id) => path.startsWith(`/${id}/`)) ?? "en";
    request.url = localPath("/not-found", locale);
    return handler(request, response);
  };
}

function isDecodable(path: string): boolean {
  try {
    decodeURIComponent(path);
    return true;
  } catch {
    return false;
  }
}

async function send(refusal: Response, response: ServerResponse): Promise<void> {
  response.writeHead(refusal.status, Object.fromEntries(refusal.headers)).end(await refusal.text());
}
