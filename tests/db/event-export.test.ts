import { beforeAll, describe, expect, test } from "vitest";
import { exportEvents } from "@/lib/desk/audit/export";
import { type EventFilter, eventRecordSchema } from "@/lib/desk/audit/schema";
import { verifyEvents } from "@/lib/desk/audit/verify";
import type { Context } from "@/lib/desk/auth/permissions";
import { pool } from "@/lib/platform/db/pool";
import {
  anArticle,
  anInternalClaim,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";
import { asSuperuser } from "@/tests/factories/superuser";

let admin: Context;
let editor: Context;
let claimId: string;

beforeAll(async () => {
  [admin, editor] = [await somebody("admin"), await somebody("editor")];
  const publisher = await somebody("publisher");
  claimId = (await anInternalClaim(editor)).id;
  await someEvidence(editor, claimId, { title: 'سطر\nثانٍ 😀 \u2028 "quoted"' });
  await published(editor, publisher, aVerdict(claimId));
});

async function exported(filter: Partial<EventFilter> = {}): Promise<string[]> {
  const text = await new Response(await exportEvents(admin, filter)).text();
  return text.split("\n").slice(0, -1);
}

describe("the exported log", () => {
  test("has a line for each event, oldest first, of which every hash and the chain can be checked", async () => {
    const lines = await exported();
    const records = lines.map((line) => eventRecordSchema.parse(JSON.parse(line)));
    expect(records.map(({ action }) => action)).toEqual([
      "article.create",
      "claimant.create",
      "claim.create",
      "evidence.create",
      "verdict.propose",
      "verdict.publish",
    ]);
    expect(records[0]).toMatchObject({
      actor: { id: editor.actor?.id, name: editor.actor?.name },
      from: null,
    });
    expect(await verifyEvents(lines)).toEqual({ sound: true, count: 6, last: records[5]?.hash });
  });

  test("takes the filters of the page", async () => {
    const lines = await exported({ q: claimId, action: "evidence.create" });
    expect(lines).toHaveLength(1);
    expect(await verifyEvents(lines, { filtered: true })).toMatchObject({ sound: true });
  });

  test("is one snapshot in many batches, however slowly it is read", async () => {
    for (let n = 0; n < 20; n++) await anArticle(editor);
    await pool().query(
      `INSERT INTO event (at, actor_name, action, entity, entity_id, change, hash)
       SELECT now(), 'x', 'filler.act', 'person', 'filler', '{"from":null,"to":null}', 'filler-' || n
       FROM generate_series(1, 1200) AS n`,
    );
    const reader = (await exportEvents(admin, { action: "filler.act" })).getReader();
    const first = await reader.read();
    await pool().query(
      `INSERT INTO event (at, actor_name, action, entity, entity_id, change, hash)
       VALUES (now(), 'x', 'filler.act', 'person', 'filler', '{"from":null,"to":null}', 'late')`,
    );
    let text = new TextDecoder().decode(first.value);
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      text += new TextDecoder().decode(part.value);
    }
    expect(text.trimEnd().split("\n")).toHaveLength(1200);
    await asSuperuser("DELETE FROM event WHERE action = 'filler.act'");
  });

  test("gives its connection back when the reader goes away", async () => {
    for (let n = 0; n < 15; n++) {
      const reader = (await exportEvents(admin, {})).getReader();
      await reader.read();
      await reader.cancel();
    }
    expect((await exported()).length).toBeGreaterThan(5);
  });
});

describe("a log that a superuser changed", () => {
  test("is refused to the app itself", async () => {
    await expect(pool().query("UPDATE event SET actor_name = 'x'")).rejects.toThrow(/append-only/);
  });

  test("is found out, with the first event that was changed", async () => {
    await asSuperuser(
      `UPDATE event SET change = jsonb_set(change, '{to,rating}', '"verified"') WHERE action = 'verdict.publish'`,
    );
    const found = await verifyEvents(await exported());
    const { rows } = await pool().query("SELECT sequence::int FROM event WHERE action = 'verdict.publish'");
    expect(found).toMatchObject({ sound: false, sequence: rows[0].sequence, fault: "hash" });
  });

  test("is found out where an event was taken out", async () => {
    await asSuperuser("DELETE FROM event WHERE action = 'evidence.create'");
    expect(await verifyEvents(await exported())).toMatchObject({ sound: false, line: 4, fault: "chain" });
  });
});
