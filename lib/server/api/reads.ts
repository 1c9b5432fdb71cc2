import type { WholeAnswer } from "@/lib/server/response-cache/direct";
import { claimJson } from "./claim";
import { claimsJson } from "./claims";
import { jsonAnswer } from "./json-text";
import { suggestionsJson } from "./suggestions";

type Answer = (request: Request) => Promise<Response | WholeAnswer>;

/**
 * What programs read most, by its path: the very documents that Next's routes answer with. Null for what is not among it.
 * The program that listens asks for them itself where nobody's session matters, as Next's own part of a small answer is
 * larger than the answer's; see docs/decisions/015-response-cache.md.
 */
export function readAt(path: string): Answer | null {
  if (path === "/api/v1/claims") return jsonAnswer(claimsJson, {});
  if (path === "/api/v1/suggestions") return jsonAnswer(suggestionsJson, {});
  const slug = /^\/api\/v1\/claims\/([^/]+)$/.exec(path)?.[1];
  return slug === undefined ? null : withSlug(slug);
}

function withSlug(encoded: string): Answer | null {
  try {
    return jsonAnswer(claimJson, { slug: decodeURIComponent(encoded) });
  } catch {
    // Not an address: Next says so.
    return null;
  }
}
