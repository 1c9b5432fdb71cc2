import { getKeyActor } from "./keys";
import type { Actor } from "./permissions";
import { findSession } from "./sessions";

const BEARER = /^Bearer\b\s*(.*)$/i;

/**
 * The actor of an API request: the person of the key in `Authorization: Bearer vrt_…`, else of the session
 * cookie; null without either. Throws `unauthenticated` for an invalid key, even with a valid cookie.
 */
export async function findActor(headers: Headers, now: Date): Promise<Actor | null> {
  const [, key] = BEARER.exec(headers.get("authorization")?.trim() ?? "") ?? [];
  if (key !== undefined) return getKeyActor(key, now);
  return (await findSession(headers))?.actor ?? null;
}
