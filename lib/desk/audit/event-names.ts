import { db } from "@/lib/platform/db/client";

/** The name of an entity, its language if known, and the path of its desk page. */
export type EventName = { text: string; language?: string; href?: string };

/** Names by id. */
export type EventNames = Record<string, EventName>;

/** Loads the names of the entities that these events refer to; deleted ones are left out. */
export async function loadEventNames(
  events: ReadonlyArray<{ entityId: string; change: unknown }>,
): Promise<EventNames> {
  const ids = [...new Set(events.flatMap(({ entityId, change }) => [entityId, ...idsIn(change)]))];
  const byIds = { where: { id: { in: ids } } };
  const [people, claims, articles, evidence, keys, invitations, claimants, topics] = await Promise.all([
    db().person.findMany({ ...byIds, select: { id: true, name: true } }),
    db().claim.findMany({ ...byIds, select: { id: true, slug: true, text: true, language: true } }),
    db().article.findMany({ ...byIds, select: { id: true, slug: true, title: true, language: true } }),
    db().evidence.findMany({ ...byIds, select: { id: true, title: true, language: true } }),
    db().apiKey.findMany({ ...byIds, select: { id: true, name: true } }),
    db().invitation.findMany({ ...byIds, select: { id: true, email: true } }),
    db().claimant.findMany({ ...byIds, select: { id: true, key: true, names: true } }),
    db().topic.findMany({ ...byIds, select: { id: true, key: true, names: true } }),
  ]);
  const names: Array<[string, EventName]> = [
    ...[...people, ...keys].map(({ id, name }): [string, EventName] => [id, { text: name }]),
    ...invitations.map(({ id, email }): [string, EventName] => [id, { text: email }]),
    ...claims.map(({ id, slug, text, language }): [string, EventName] => [
      id,
      { text, language, href: `/desk/claims/${slug}` },
    ]),
    ...articles.map(({ id, slug, title, language }): [string, EventName] => [
      id,
      { text: title, language, href: `/desk/articles/${slug}` },
    ]),
    ...claimants.map((row): [string, EventName] => [row.id, nameOfEntity(row, "claimants")]),
    ...topics.map((row): [string, EventName] => [row.id, nameOfEntity(row, "topics")]),
    ...evidence.map(({ id, title, language }): [string, EventName] => [id, { text: title, language }]),
  ];
  return Object.fromEntries(names);
}

/** The name of a claimant or topic in all languages, since two can share a name in one language. */
function nameOfEntity({ key, names }: { key: string; names: unknown }, folder: string): EventName {
  const texts = Object.entries(names ?? {})
    .sort()
    .reverse();
  return {
    text: texts.map(([, text]) => text).join(" · "),
    language: texts[0]?.[0],
    href: `/desk/${folder}/${key}`,
  };
}

const ID = /^[\w-]{1,64}$/;

/** All values in a change that can be ids: those under `id` and `…Id`, and strings in lists. */
function idsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /^id$|Id$|^$/.test(key) && ID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item));
  if (value === null || typeof value !== "object") return [];
  const isChange = key === "";
  return Object.entries(value).flatMap(([name, inner]) =>
    idsIn(inner, isChange && (name === "from" || name === "to") ? "" : name),
  );
}
