import type { BufferedResponse } from "@/lib/server/response-cache/direct-responses";
import { claimJson } from "./claim";
import { claimsJson } from "./claims";
import { directJsonHandler } from "./render-json";
import { suggestionsJson } from "./suggestions";

type DirectHandler = (request: Request) => Promise<Response | BufferedResponse>;

/**
 * The handler of an API path that is served outside Next; null for all other paths. It renders the same document as the
 * Next route at that path. The app server uses it for requests without a session, because Next's overhead exceeds the
 * cost of a small response; see docs/decisions/015-response-cache.md.
 */
export function findApiHandler(path: string): DirectHandler | null {
  if (path === "/api/v1/claims") return directJsonHandler(claimsJson, {});
  if (path === "/api/v1/suggestions") return directJsonHandler(suggestionsJson, {});
  const slug = /^\/api\/v1\/claims\/([^/]+)$/.exec(path)?.[1];
  return slug === undefined ? null : withSlug(slug);
}

function withSlug(encoded: string): DirectHandler | null {
  try {
    return directJsonHandler(claimJson, { slug: decodeURIComponent(encoded) });
  } catch {
    // Malformed percent-encoding: Next responds with the error.
    return null;
  }
}
