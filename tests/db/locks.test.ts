import { randomUUID } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { createComment } from "@/lib/desk/comments/commands";
import { saveDraft } from "@/lib/desk/drafts/commands";
import { markAllNotificationsRead } from "@/lib/desk/notifications/commands";
import { editPerson } from "@/lib/desk/people/commands";
import { createResetLink, resetPassword } from "@/lib/desk/people/resets";
import { beginTwoFactor } from "@/lib/desk/people/two-factor";
import { endPresence, recordPresence } from "@/lib/desk/realtime/commands";
import { PRESENCE_MS } from "@/lib/desk/realtime/rules";
import { proposeVerdict } from "@/lib/desk/verdicts/proposals";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import { errorResponse } from "@/lib/server/http/responses";
import { aClaim, aVerdict, somebody, someEvidence } from "@/tests/factories/desk";
import { aMember } from "@/tests/factories/people";

const idOf = ({ actor }: Context) => actor?.id ?? "";

/** How many deadlocks PostgreSQL has ended in this database, those of the desk's own connections included. */
async function deadlocks(): Promise<number> {
  const connections = await Promise.all(Array.from({ length: 10 }, () => pool().connect()));
  for (const connection of connections) await connection.query("SELECT pg_stat_force_next_flush()");
  for (const connection of connections) connection.release();
  const { rows } = await pool().query<{ deadlocks: string }>(
    "SELECT deadlocks FROM pg_stat_database WHERE datname = current_database()",
  );
  return Number(rows[0]?.deadlocks);
}

/** Runs all of these at once; nobody fails, and PostgreSQL ends nothing for the sake of something else. */
async function sideBySide(work: Array<() => Promise<unknown>>): Promise<void> {
  const before = await deadlocks();
  await Promise.all(work.map((one) => one()));
  expect(await deadlocks()).toBe(before);
}

let admin: Context;
let publisher: Context;
beforeAll(async () => {
  [admin, publisher] = [await somebody("admin"), await somebody("publisher")];
});

describe("commands side by side", () => {
  test("proposals, which tell publishers, and edits of these publishers", async () => {
    const rounds = await Promise.all(
      Array.from({ length: 6 }, async () => {
        const editor = await somebody("editor");
        const claims = [await aClaim(editor), await aClaim(editor), await aClaim(editor)];
        for (const { id } of claims) await someEvidence(editor, id);
        return { editor, claims };
      }),
    );
    await sideBySide(
      rounds.flatMap(({ editor, claims }) => [
        ...claims.map(
          ({ id }) =>
            () =>
              proposeVerdict(editor, aVerdict(id)),
        ),
        () => editPerson(admin, { personId: idOf(publisher), role: "publisher", active: true }),
      ]),
    );
    const told = await db().notice.count({ where: { personId: idOf(publisher), kind: "proposed" } });
    expect(told).toBe(18);
  });

  test("comments that mention people, and what these people change of their account", async () => {
    const [editor, member] = [await somebody("editor"), await aMember("editor")];
    const claim = await aClaim(editor);
    const tokens = await Promise.all(Array.from({ length: 3 }, () => createResetLink(admin, member.id)));
    const say = () => createComment(editor, { claimId: claim.id, parentId: null, text: "@Rim: look" });
    const reset = (n: number) => () =>
      resetPassword(member, {
        token: tokens[n]?.token ?? "",
        password: "another password of the tests",
      }).catch((error) => expect(error).toMatchObject({ reason: "link_over" }));
    await sideBySide([
      ...Array.from({ length: 6 }, () => say),
      () => beginTwoFactor(member, { current: member.password }),
      ...[0, 1, 2].map(reset),
      () => editPerson(admin, { personId: member.id, role: "publisher", active: true }),
      () => markAllNotificationsRead(member),
      () => markAllNotificationsRead(member),
    ]);
  });
});

describe("signs of open pages", () => {
  const later = (ms: number, context: Context): Context => ({ ...context, now: () => new Date(ms) });

  test("after a pause of all of them meet without a failure, and leave those that are gone", async () => {
    const editor = await somebody("editor");
    const claim = await aClaim(editor);
    const pages = Array.from({ length: 12 }, () => randomUUID());
    const beat = (context: Context, pageId: string) => () =>
      recordPresence(context, { pageId, claimId: claim.id });
    const start = Date.now();
    await sideBySide([...pages, "gone"].map((page) => beat(later(start, editor), page)));
    for (let round = 1; round <= 5; round++) {
      const then = later(start + round * (PRESENCE_MS + 1), editor);
      await sideBySide([...pages, ...pages.toReversed()].map((page) => beat(then, page)));
    }
    const left = await db().presence.findMany({ where: { claimId: claim.id }, select: { id: true } });
    expect(left.map(({ id }) => id).sort()).toEqual([...pages].sort());
    await sideBySide(pages.map((page) => () => endPresence(editor, page)));
    expect(await db().presence.count({ where: { claimId: claim.id } })).toBe(0);
  });

  test("are of a claim that is there", async () => {
    const kept = recordPresence(publisher, { pageId: "p", claimId: "nothing" });
    await expect(kept).rejects.toMatchObject({ code: "not_found" });
  });

  test("so do drafts of which many are old", async () => {
    const people = await Promise.all(Array.from({ length: 8 }, () => somebody("editor")));
    const keep = (context: Context) => () =>
      saveDraft(context, { person: idOf(context), key: "claim:1", content: { values: {} } });
    const start = Date.now();
    await sideBySide(people.map((person) => keep(later(start, person))));
    const then = start + 31 * 24 * 60 * 60 * 1000;
    await sideBySide(people.map((person) => keep(later(then, person))));
    expect(await db().draft.count({ where: { key: "claim:1" } })).toBe(8);
  });
});

describe("a transaction that PostgreSQL ends for another one's sake", () => {
  let [first, second] = ["", ""];
  beforeEach(async () => {
    [first, second] = [idOf(await somebody("editor")), idOf(await somebody("editor"))];
  });

  /** Two that take two rows the wrong way round; returns how often each was run. */
  async function crossing(take: (id: string) => Promise<unknown>): Promise<number> {
    let [runs, holding] = [0, 0];
    let meet = () => {};
    const met = new Promise<void>((resolve) => {
      meet = resolve;
    });
    const run = ([one = "", other = ""]: string[]) =>
      transaction(async () => {
        runs++;
        await take(one);
        if (++holding === 2) meet();
        await met;
        await take(other);
      });
    await Promise.all([run([first, second]), run([second, first])]);
    return runs;
  }

  test("is run again, whatever kind of statement met", async () => {
    const lock = (id: string) =>
      transaction((tx) => tx.$queryRaw`SELECT id FROM person WHERE id = ${id} FOR NO KEY UPDATE`);
    const save = (id: string) =>
      transaction((tx) => tx.person.update({ where: { id }, data: { image: randomUUID() } }));
    expect(await crossing(lock)).toBe(3);
    expect(await crossing(save)).toBe(3);
  });

  /** Has every commit that changes a person fail, the first `times` of them, with this SQLSTATE. */
  async function failing(times: number, code: string): Promise<void> {
    await pool().query(`
      CREATE SEQUENCE IF NOT EXISTS commits;
      ALTER SEQUENCE commits RESTART;
      CREATE OR REPLACE FUNCTION fail() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
        IF nextval('commits') <= ${times} THEN RAISE EXCEPTION 'no' USING ERRCODE = '${code}'; END IF;
        RETURN NULL;
      END $$;
      DROP TRIGGER IF EXISTS failing ON person;
      CREATE CONSTRAINT TRIGGER failing AFTER UPDATE ON person DEFERRABLE INITIALLY DEFERRED
        FOR EACH ROW EXECUTE FUNCTION fail()`);
  }

  /** Changes a person, from within a transaction inside of another; returns how often that was tried. */
  async function tries(): Promise<number> {
    let runs = 0;
    const change = () =>
      transaction((tx) => {
        runs++;
        return tx.person.update({ where: { id: first }, data: { image: randomUUID() } });
      });
    await transaction(change);
    return runs;
  }

  test.each(["40P01", "40001"])("is run again where it fails at the commit (%s)", async (code) => {
    await failing(2, code);
    expect(await tries()).toBe(3);
  });

  test("is given up after some tries, and no other failure is tried again", async () => {
    await failing(1000, "40001");
    await expect(tries()).rejects.toMatchObject({ code: "unavailable" });
    await failing(1, "23514");
    await expect(tries()).rejects.not.toMatchObject({ code: "unavailable" });
    await pool().query("DROP TRIGGER failing ON person");
  });
});

describe("a transaction that takes too long", () => {
  test.each<[string, (id: string) => Promise<unknown>]>([
    ["at a statement", (id) => transaction((tx) => tx.person.findUnique({ where: { id } }))],
    ["at the commit", async () => {}],
  ])("is undone, and whoever sent it is told when to come back: %s", async (_, last) => {
    const id = idOf(await somebody("editor"));
    const image = randomUUID();
    const failure = await transaction(async (tx) => {
      await tx.person.update({ where: { id }, data: { image } });
      await delay(300);
      await last(id);
    }, 100).catch((error: unknown) => error);
    expect(failure).toMatchObject({ code: "unavailable" });
    const response = errorResponse(failure);
    expect(response.status).toBe(503);
    expect(Number(response.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(await response.json()).toMatchObject({ error: { code: "unavailable", details: [] } });
    expect((await db().person.findUniqueOrThrow({ where: { id } })).image).not.toBe(image);
  });

  test("a statement after the end of a transaction is a fault, not a wait", async () => {
    const ended = await transaction(async (tx) => tx);
    await expect(ended.person.count()).rejects.not.toMatchObject({ code: "unavailable" });
    await expect(transaction(() => ended.person.count())).rejects.not.toMatchObject({ code: "unavailable" });
  });
});
