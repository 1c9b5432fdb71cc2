import { z } from "zod";
import { translator } from "@/lib/i18n/translator";
import type { LoggedClaim, LoggedRevision } from "@/lib/record/transparency-log/publication-index";
import { mismatch } from "@/lib/record/verify/failure";
import type { DeskClient } from "./desk-client";
import type { DeskLog } from "./desk-log";

const PATH = "/corrections/feed.json";
/** The maximum number of entries in the feed. */
const MAX_ITEMS = 50;

const feedSchema = z.object({
  items: z.array(
    z.object({
      id: z.string(),
      url: z.string(),
      title: z.string(),
      content_html: z.string(),
      date_published: z.string(),
      authors: z.array(z.object({ name: z.string() })).length(1),
    }),
  ),
});
type Item = z.infer<typeof feedSchema>["items"][number];
type Correction = { slug: string; before: LoggedRevision; now: LoggedRevision };

/**
 * Checks a desk's corrections feed against its log: URL, time, publisher, kind and both ratings of each entry, and that none
 * of the newest is missing. Extends the log first, as the feed may be newer. Throws a CheckFailure.
 */
export async function checkFeed(client: DeskClient, log: DeskLog): Promise<string> {
  const expected = correctionsOf(log.logged.claims());
  const feed = feedSchema.safeParse(await client.json(PATH));
  if (!feed.success) throw mismatch(`${PATH} is no feed of corrections: ${feed.error.issues[0]?.message}`);
  await log.extend();
  const known = new Map(correctionsOf(log.logged.claims()).map((one) => [one.now.hash, one]));
  const { items } = feed.data;
  for (const item of items) {
    const correction = known.get(hashIn(item.id));
    if (!correction) throw mismatch(`${PATH} shows ${item.url}, which is no correction in the log.`);
    compare(item, correction);
  }
  checkNoneMissing(items, expected);
  return `${PATH}: ${items.length} of ${known.size} corrections compared with the log.`;
}

/** The hash of the revision that an entry's id names; empty for any other id. */
function hashIn(id: string): string {
  const hash = /^tag:[^:]+:revisions\/([0-9a-f]{64})\/en$/.exec(id)?.[1];
  return hash ? `sha256:${hash}` : "";
}

function correctionsOf(claims: LoggedClaim[]): Correction[] {
  return claims.flatMap(({ slug, revisions }) =>
    revisions.flatMap((now, n) => {
      const before = revisions[n - 1];
      return before && now.correction ? [{ slug, before, now }] : [];
    }),
  );
}

function compare(item: Item, { slug, before, now }: Correction): void {
  const [t, names, kinds] = [
    translator("en", "corrections"),
    translator("en", "status"),
    translator("en", "claim"),
  ];
  const rating =
    before.status === now.status
      ? t("ratingStays", { rating: names(now.status) })
      : t("rating", { before: names(before.status), after: names(now.status) });
  const path = `/claims/${encodeURIComponent(slug)}/revisions/${now.number}`;
  const faults = {
    "the address": !item.url.endsWith(path),
    "the kind": !item.title.startsWith(`${kinds(now.correction?.kind ?? "correction")}: `),
    "the time": Date.parse(item.date_published) !== Date.parse(now.publishedAt),
    "the publisher": item.authors[0]?.name !== now.publishedBy,
    "the rating": !item.content_html.includes(rating),
  };
  const fault = Object.entries(faults).find(([, isWrong]) => isWrong)?.[0];
  if (fault)
    throw mismatch(`${PATH} shows ${slug}, revision ${now.number}: ${fault} is not what the log holds.`);
}

function checkNoneMissing(items: Item[], expected: Correction[]): void {
  const shown = new Set(items.map(({ id }) => hashIn(id)));
  const missing = expected
    .toSorted((a, b) => b.now.publishedAt.localeCompare(a.now.publishedAt))
    .filter(({ now }) => !shown.has(now.hash))[0];
  if (!missing) return;
  const oldest = items.at(-1)?.date_published;
  const isOlder = oldest !== undefined && Date.parse(missing.now.publishedAt) <= Date.parse(oldest);
  if (items.length >= MAX_ITEMS && isOlder) return;
  throw mismatch(
    `${PATH} does not show ${missing.slug}, revision ${missing.now.number}, which the log holds.`,
  );
}
