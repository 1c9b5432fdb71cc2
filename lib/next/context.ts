import "server-only";
import { randomUUID } from "node:crypto";
import { headers } from "next/headers";
import { cache } from "react";
import { findActor } from "@/lib/desk/auth/actor";
import type { Context } from "@/lib/desk/auth/permissions";
import { findSession } from "@/lib/desk/auth/sessions";

/** The session of the current request, loaded once per request. */
export const requestSession = cache(async () => findSession(await headers()));

/** The context of the current request: its actor, the real clock and random ids. */
export async function requestContext(): Promise<Context> {
  return { actor: (await requestSession())?.actor ?? null, now: () => new Date(), newId: randomUUID };
}

/** As {@link requestContext} for the API, by key or cookie. Throws `unauthenticated` for an invalid key. */
export async function apiContext(): Promise<Context> {
  return { actor: await findActor(await headers(), new Date()), now: () => new Date(), newId: randomUUID };
}
