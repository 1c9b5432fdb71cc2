import { db } from "@/lib/platform/db/client";

/** What a thing is called, in which language where that is known, and its page at the desk. */
export type EventName = { text: string; language?: string; href?: string };

/** Names by id. */
export type EventNames = Record<string, EventName>;

/** What the things are called that these ids and changes point to; what is gone has no name. */
export async function namesIn(
  events: ReadonlyArray<{ entityId: string; change: unknown }>,
): Promise<EventNames> {
  const ids = [...new Set(events.flatMap(({ entityId, change }) => [entityId, ...idsIn(change)]))];
  const some = { where: { id: { in: ids } } };
  const [people, claims, articles, evidence, keys, invitations, claimants, topics] = await Promise.all([
    db().person.findMany({ ...some, select: { id: true, name: true } }),
    db().claim.findMany({ ...some, select: { id: true, slug: true, text: true, language: true } }),
    db().article.findMany({ ...some, select: { id: true, slug: true, title: true, language: true } }),
    db().evidence.findMany({ ...some, select: { id: true, title: true, language: true } }),
    db().apiKey.findMany({ ...some, select: { id: true, name: true } }),
    db().invitation.findMany({ ...some, select: { id: true, email: true } }),
    db().claimant.findMany({ ...some, select: { id: true, key: true, names: true } }),
    db().topic.findMany({ ...some, select: { id: true, key: true, names: true } }),
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
    ...claimants.map((row): [string, EventName] => [row.id, namedAs(row, "claimants")]),
    ...topics.map((row): [string, EventName] => [row.id, namedAs(row, "topics")]),
    ...evidence.map(({ id, title, language }): [string, EventName] => [id, { text: title, language }]),
  ];
  return Object.fromEntries(names);
}

/** A claimant or topic by its names in all languages, so that two of one name in a language are told apart. */
function namedAs({ key, names }: { key: string; names: unknown }, folder: string): EventName {
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

/** Everything in a change that may be an id: values under `id` and `…Id`, and bare texts in lists. */
function idsIn(value: unknown, key = ""): string[] {
  if (typeof value === "string") return /^id$|Id$|^$/.test(key) && ID.test(value) ? [value] : [];
  if (Array.isArray(value)) return value.flatMap((item) => idsIn(item));
  if (value === null || typeof value !== "object") return [];
  const isChange = key === "";
  return Object.entries(value).flatMap(([name, inner]) =>
    idsIn(inner, isChange && (name === "from" || name === "to") ? "" : name),
  );
}
