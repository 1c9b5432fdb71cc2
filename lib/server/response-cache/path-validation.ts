import type { ServerResponse } from "node:http";
import { localeIds } from "@/lib/i18n/locales";
import { localPath } from "@/lib/i18n/paths";
import type { Handler } from "./response-cache";

type PathValidationOptions = {
  handler: Handler;
  /** The response to a malformed API path. */
  reject: () => Response;
};

/**
 * A handler that passes on paths with valid percent-encoding. Next would respond to malformed ones with status 500: here
 * the API rejects them, and pages respond with "not found".
 */
export function withPathValidation({ handler, reject }: PathValidationOptions): Handler {
  return async (request, response) => {
    const path = (request.url ?? "/").split("?", 1)[0] ?? "/";
    if (isDecodable(path)) return handler(request, response);
    if (path.startsWith("/api/")) return send(reject(), response);
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

async function send(rejection: Response, response: ServerResponse): Promise<void> {
  response.writeHead(rejection.status, Object.fromEntries(rejection.headers)).end(await rejection.text());
}
