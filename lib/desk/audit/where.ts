import { db } from "@/lib/platform/db/client";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { lookupName } from "@/lib/text/normalize";
import { decodedSegment } from "@/lib/text/own-path";
import { firstInstant, instantAfter } from "@/lib/text/partial-date";
import { type EventFilter, NOBODY } from "./schema";

/** The filter as conditions on the log. What `q` names is looked up first: the log knows ids only. */
export async function whereOf(filter: Partial<EventFilter>): Promise<Prisma.EventWhereInput> {
  const { q, actor, action, entity, from, to } = filter;
  return {
    AND: [
      q ? { entityId: { in: await idsNamed(q) } } : {},
      actor ? { actorId: actor === NOBODY ? null : actor } : {},
      action ? { action } : {},
      entity ? { entity } : {},
      from ? { at: { gte: firstInstant(from) } } : {},
      to ? { at: { lt: instantAfter(to) } } : {},
    ],
  };
}

/**
 * The ids of what is called so: an id itself, the slug of a claim or an article, the key of a claimant or topic (or an
 * address that ends in it).
 */
async function idsNamed(text: string): Promise<string[]> {
  const segment = text.replace(/[/?#]+$/, "").replace(/^.*\//, "");
  const slug = lookupName(decodedSegment(segment) ?? segment);
  const named = { where: { slug }, select: { id: true } };
  const keyed = { where: { key: slug }, select: { id: true } };
  const found = await Promise.all([
    db().claim.findUnique(named),
    db().article.findUnique(named),
    db().claimant.findUnique(keyed),
    db().topic.findUnique(keyed),
    db().person.findUnique({ where: { email: text.toLowerCase() }, select: { id: true } }),
  ]);
  return [...new Set([text, slug, ...found.flatMap((row) => (row ? [row.id] : []))])];
}
