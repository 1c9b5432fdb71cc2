import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import type { Context } from "@/lib/auth/permissions";
import { findSession } from "@/lib/auth/sessions";

/** The session of the request that is being answered, read once a request. */
export const requestSession = cache(async () => findSession(await headers()));

/** Who makes this request, with the real clock and random ids. */
export async function requestContext(): Promise<Context> {
  return { actor: (await requestSession())?.actor ?? null, now: () => new Date(), newId: randomUUID };
}
