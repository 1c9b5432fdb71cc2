import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { findActor } from "@/lib/desk/auth/actor";
import type { Context } from "@/lib/desk/auth/permissions";
import { getQueue } from "@/lib/desk/claims/queue";
import { editPerson } from "@/lib/desk/people/commands";
import { createKey, listKeys, revokeKey } from "@/lib/desk/people/keys";
import { type NewKey, newKeySchema } from "@/lib/desk/people/schema";
import { db } from "@/lib/platform/db/client";
import { somebody } from "@/tests/factories/desk";

const start = Date.parse("2026-01-01T00:00:00Z");
const later = (ms: number) => new Date(start + ms);
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const reading: NewKey = { name: "Nightly export", scopes: ["desk:read"], days: 30 };
const bearer = (key: string) => new Headers({ authorization: `Bearer ${key}` });
const editor = () => somebody("editor", () => later(0));

async function keyOf(person: Context) {
  const key = await createKey(person, reading);
  const [line] = await listKeys(person);
  return { key, line };
}

test("a key is 32 random bytes, kept as its hash and never in the log", async () => {
  const person = await editor();
  const { key, line } = await keyOf(person);
  expect(key).toMatch(/^vrt_[\w-]{43}$/);
  expect(line).toMatchObject({ name: "Nightly export", start: key.slice(0, 8), lastUsedAt: null });
  const row = await db().apiKey.findFirstOrThrow({ where: { personId: person.actor?.id } });
  expect(row.keyHash).toBe(createHash("sha256").update(key).digest("hex"));
  const event = await db().event.findFirstOrThrow({ where: { entityId: row.id } });
  expect(event).toMatchObject({ action: "key.create", actorId: person.actor?.id });
  expect(JSON.stringify([event.change, line, { ...row, start: "" }])).not.toContain(key.slice(4));
});

test("a key acts for its person, with the role they have now and no more than its scopes", async () => {
  const person = await editor();
  const { key } = await keyOf(person);
  const actor = await findActor(bearer(key), later(MINUTE));
  expect(actor).toEqual({ ...person.actor, scopes: ["desk:read"] });
  await getQueue({ ...person, actor });
  await db().person.update({ where: { id: person.actor?.id }, data: { role: "reader" } });
  const demoted = await findActor(bearer(key), later(MINUTE));
  await expect(getQueue({ ...person, actor: demoted })).rejects.toMatchObject({ code: "forbidden" });
});

test("its use is noted once a minute at most", async () => {
  const person = await editor();
  const { key } = await keyOf(person);
  const usedAfter = async (ms: number) => {
    await findActor(bearer(key), later(ms));
    return (await listKeys(person))[0]?.lastUsedAt;
  };
  expect(await usedAfter(1000)).toEqual(later(1000));
  expect(await usedAfter(50_000)).toEqual(later(1000));
  expect(await usedAfter(61_000)).toEqual(later(61_000));
});

test("a key ends with its day, with its revocation, and with its person's access", async () => {
  const [admin, person] = [await somebody("admin"), await editor()];
  const { key } = await keyOf(person);
  const refused = { code: "unauthenticated", message: "This key is unknown, expired or revoked." };
  const ask = (ms: number) => findActor(bearer(key), later(ms));
  expect(await ask(30 * DAY - 1)).toBeTruthy();
  await expect(ask(30 * DAY)).rejects.toMatchObject(refused);
  const personId = person.actor?.id ?? "";
  await editPerson(admin, { personId, role: "editor", active: false });
  await expect(ask(0)).rejects.toMatchObject(refused);
  await editPerson(admin, { personId, role: "editor", active: true });
  expect(await ask(0)).toBeTruthy();
  const [line] = await listKeys(person);
  await revokeKey(person, line?.id ?? "");
  await expect(ask(0)).rejects.toMatchObject(refused);
  expect(await listKeys(person)).toEqual([]);
  const event = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  expect(event).toMatchObject({ action: "key.revoke", entityId: line?.id });
});

test("what is no key is refused and never taken for the cookie; without one, the cookie counts", async () => {
  for (const given of ["", "vrt_nonsense", "x".repeat(10_000)]) {
    const headers = bearer(given);
    headers.set("cookie", "veritable.session_token=whatever");
    await expect(findActor(headers, later(0)), given.slice(0, 20)).rejects.toMatchObject({
      code: "unauthenticated",
    });
  }
  expect(await findActor(new Headers(), later(0))).toBeNull();
  // What a proxy asks for itself is no key.
  expect(await findActor(new Headers({ authorization: "Basic eDp5" }), later(0))).toBeNull();
});

test("nobody revokes a key of somebody else's", async () => {
  const { line } = await keyOf(await editor());
  await expect(revokeKey(await somebody("admin"), line?.id ?? "")).rejects.toMatchObject({
    code: "not_found",
  });
});

test("a key is made for some scopes and one of the lengths", () => {
  const given = { name: " Nightly ", scopes: ["desk:read"], days: "365" };
  expect(newKeySchema.parse(given)).toEqual({ name: "Nightly", scopes: ["desk:read"], days: 365 });
  expect(newKeySchema.safeParse({ ...given, scopes: [] }).success).toBe(false);
  expect(newKeySchema.safeParse({ ...given, scopes: ["everything"] }).success).toBe(false);
  expect(newKeySchema.safeParse({ ...given, days: "4000" }).success).toBe(false);
});
