import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lookupName } from "@/lib/text/normalize";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { decodePathSegment } from "@/lib/text/path-variants";
import { type EventFilter, SYSTEM_ACTOR } from "./schema";

/** The filter as a condition on events. `q` is resolved to ids first. */
export async function buildEventWhere(filter: Partial<EventFilter>): Promise<Prisma.EventWhereInput> {
  const { q, actor, action, entity, from, to } = filter;
  return {
    AND: [
      q ? { entityId: { in: await resolveIds(q) } } : {},
      actor ? { actorId: actor === SYSTEM_ACTOR ? null : actor } : {},
      action ? { action } : {},
      entity ? { entity } : {},
      from ? { at: { gte: firstInstant(from) } } : {},
      to ? { at: { lt: instantAfter(to) } } : {},
    ],
  };
}

/**
 * The ids of the entities that a text can mean: an id, the slug of a claim or article, the key of a claimant
 * or topic (or a URL that ends in one), the email of a person.
 */
async function resolveIds(text: string): Promise<string[]> {
  const segment = text.replace(/[/?#]+$/, "").replace(/^.*\//, "");
  const slug = lookupName(decodePathSegment(segment) ?? segment);
  const bySlug = { where: { slug }, select: { id: true } };
  const byKey = { where: { key: slug }, select: { id: true } };
  const found = await Promise.all([
    db().claim.findUnique(bySlug),
    db().article.findUnique(bySlug),
    db().claimant.findUnique(byKey),
    db().topic.findUnique(byKey),
    db().person.findUnique({ where: { email: text.toLowerCase() }, select: { id: true } }),
  ]);
  return [...new Set([text, slug, ...found.flatMap((row) => (row ? [row.id] : []))])];
}
