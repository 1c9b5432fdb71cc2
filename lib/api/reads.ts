import { claimAnswer } from "./claim";
import { claimsAnswer } from "./claims";
import { suggestionsAnswer } from "./suggestions";

type Answer = (request: Request) => Promise<Response>;

/**
 * What programs read most, by its path: the very handlers that Next's routes are. Null for what is not among it. The
 * program that listens asks them itself where nobody's session matters, as Next's own part of a small answer is larger
 * than the answer's; see docs/decisions/015-response-cache.md.
 */
export function readAt(path: string): Answer | null {
  if (path === "/api/v1/claims") return plain(claimsAnswer);
  if (path === "/api/v1/suggestions") return plain(suggestionsAnswer);
  const slug = /^\/api\/v1\/claims\/([^/]+)$/.exec(path)?.[1];
  return slug === undefined ? null : withSlug(slug);
}

function plain(
  handler: (request: Request, context: { params: Promise<object> }) => Promise<Response>,
): Answer {
  return (request) => handler(request, { params: Promise.resolve({}) });
}

function withSlug(encoded: string): Answer | null {
  try {
    const params = Promise.resolve({ slug: decodeURIComponent(encoded) });
    return (request) => claimAnswer(request, { params });
  } catch {
    // Not an address: Next says so.
    return null;
  }
}
