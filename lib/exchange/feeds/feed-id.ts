import { db } from "@/lib/platform/db/client";

/** The tagging authority of feed ids (RFC 4151, 2.1): a host name, and a day (YYYY-MM-DD) on which the desk owned it. */
export type FeedAuthority = { host: string; since: string };

/** The authority for hosts that are not public names. It is not stored, so that a trial run does not fix the ids. */
const LOCAL: FeedAuthority = { host: "localhost", since: "2026-01-01" };

/**
 * Returns the authority in the ids of feeds: the host name of `baseUrl` and the day of `now` (UTC) when a feed was first
 * requested, stored for good, so that ids stay the same when the desk moves.
 */
export async function getFeedAuthority(baseUrl: string, now: Date): Promise<FeedAuthority> {
  return (await findStored()) ?? store(baseUrl, now);
}

function findStored(): Promise<FeedAuthority | null> {
  return db().feedAuthority.findUnique({ where: { id: 1 }, select: { host: true, since: true } });
}

async function store(baseUrl: string, now: Date): Promise<FeedAuthority> {
  const host = new URL(baseUrl).hostname;
  if (!isPublicName(host)) return LOCAL;
  const own = { host, since: now.toISOString().slice(0, 10) };
  await db().feedAuthority.createMany({ data: { id: 1, ...own }, skipDuplicates: true });
  return (await findStored()) ?? own;
}

/** Whether a host is a name with a domain, and no IP address. */
function isPublicName(host: string): boolean {
  return (
    /^[a-z0-9-]+(\.[a-z0-9-]+)*\.[a-z][a-z0-9-]+$/.test(host) && !/\.(localhost|local|internal)$/.test(host)
  );
}

/** Builds a tag URI (RFC 4151). `specific` must need no escaping in a URI. */
export function tagUri({ host, since }: FeedAuthority, specific: string): string {
  return `tag:${host},${since}:${specific}`;
}
