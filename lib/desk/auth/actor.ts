import { actorOfKey } from "./keys";
import type { Actor } from "./permissions";
import { findSession } from "./sessions";

const BEARER = /^Bearer\b\s*(.*)$/i;

/**
 * Who sends a request to the API: the person of the key in `Authorization: Bearer vrt_…`, else whom the cookie signs in;
 * null for nobody. A key that is no good throws `unauthenticated`, whatever the cookie says.
 */
export async function findActor(headers: Headers, now: Date): Promise<Actor | null> {
  const [, key] = BEARER.exec(headers.get("authorization")?.trim() ?? "") ?? [];
  if (key !== undefined) return actorOfKey(key, now);
  return (await findSession(headers))?.actor ?? null;
}
