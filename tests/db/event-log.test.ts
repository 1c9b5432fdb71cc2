import { beforeAll, describe, expect, test, vi } from "vitest";
import { appendEvent } from "@/lib/desk/audit/events";
import { listEventChoices, listEvents, searchEvents } from "@/lib/desk/audit/queries";
import { eventQuerySchema } from "@/lib/desk/audit/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { pool } from "@/lib/platform/db/pool";
import { transaction } from "@/lib/platform/db/transaction";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";

let admin: Context;
let editor: Context;
let publisher: Context;
let claim: { id: string; slug: string };

beforeAll(async () => {
  [admin, editor, publisher] = [
    await somebody("admin"),
    await somebody("editor"),
    await somebody("publisher"),
  ];
  const article = await anArticle(editor);
  claim = await anInternalClaim(editor, { articleId: article.id });
  await someEvidence(editor, claim.id);
  await published(editor, publisher, aVerdict(claim.id));
});

const search = (filter: Record<string, string>) => searchEvents(admin, eventQuerySchema.parse(filter));

describe("the log is searched", () => {
  test("by a claim's slug, its address or its id", async () => {
    for (const q of [claim.slug, `https://desk.example/claims/${claim.slug}/`, claim.id]) {
      const { events, names } = await search({ q });
      expect(events.map(({ action }) => action)).toEqual([
        "verdict.publish",
        "verdict.propose",
        "evidence.create",
        "claim.create",
      ]);
      expect(names[claim.id]).toMatchObject({ href: `/desk/claims/${claim.slug}` });
    }
  });

  test("by person, action, kind of thing and days, alone or together", async () => {
    const today = new Date().toISOString().slice(0, 10);
    const count = async (filter: Record<string, string>) => (await search(filter)).events.length;
    expect(await count({ actor: publisher.actor?.id ?? "" })).toBe(1);
    expect(await count({ action: "claim.create", actor: editor.actor?.id ?? "" })).toBe(1);
    expect(await count({ entity: "article" })).toBe(1);
    expect(await count({ q: claim.id, from: today, to: today })).toBe(4);
    expect(await count({ to: "2020" })).toBe(0);
    expect(await count({ q: "nothing-of-the-kind" })).toBe(0);
    expect(await count({ actor: "nobody", entity: "claim" })).toBe(0);
  });

  test("by an address in Arabic, as a browser copies it", async () => {
    const { slug } = await aClaim(editor, {
      language: "ar",
      text: { ar: "كلّف النموذج ستة ملايين دولار بحسب ما أعلنته الشركة في بيانها" },
    });
    const address = new URL(`https://desk.example/ar/claims/${slug}`).href;
    expect(address.length).toBeGreaterThan(300);
    expect((await search({ q: address })).events.map(({ action }) => action)).toContain("claim.create");
  });

  test("by what there is to choose from", async () => {
    const { people, actions } = await listEventChoices(admin);
    expect(people.map(({ id }) => id)).toContain(editor.actor?.id);
    expect(actions).toEqual(actions.toSorted());
    expect(actions).toContain("verdict.publish");
  });
});

describe("a long log", () => {
  beforeAll(async () => {
    for (let n = 0; n < 120; n++) {
      await transaction((tx) =>
        appendEvent(tx, editor.actor, new Date(), {
          action: "claim.edit",
          entity: "claim",
          entityId: claim.id,
          from: { n },
          to: { n: n + 1 },
        }),
      );
    }
  });

  test("is paged without a gap or a repetition, for the claim's page too", async () => {
    for (const page of [
      (after?: string) => search({ q: claim.slug, ...(after && { after }) }),
      (after?: string) => listEvents(editor, claim.id, after === undefined ? undefined : BigInt(after)),
    ]) {
      const seen: string[] = [];
      let after: string | undefined;
      do {
        const { events, older } = await page(after);
        expect(events.length).toBeLessThanOrEqual(50);
        seen.push(...events.map(({ sequence }) => sequence));
        after = older ?? undefined;
      } while (after);
      expect(seen).toHaveLength(124);
      expect(seen).toEqual(seen.toSorted((a, b) => Number(b) - Number(a)));
      expect(new Set(seen).size).toBe(124);
    }
  });

  test("is read by its indexes, whatever it is searched by", async () => {
    // Events of many things, past the checks: their chain is of no matter here.
    await pool().query(
      `INSERT INTO event (at, actor_id, actor_name, action, entity, entity_id, change, hash)
       SELECT now() - n * interval '1 hour', 'person-' || n % 40, 'x', 'claim.act' || n % 30,
         CASE WHEN n % 50 = 0 THEN 'person' ELSE 'claim' END, 'thing-' || n % 900, '{"from":null,"to":null}', 'filler-' || n
       FROM generate_series(1, 6000) AS n`,
    );
    await pool().query("ANALYZE event");
    for (const filter of [
      {},
      { q: claim.slug },
      { actor: "person-7" },
      { action: "claim.act3" },
      { entity: "person" },
      { from: "2025-01-01", to: "2025-01-02" },
      { actor: "person-7", action: "claim.act3", from: "2020" },
      { after: "5000", action: "claim.act3" },
    ]) {
      expect(
        await planOf(() => search(filter as Record<string, string>)),
        JSON.stringify(filter),
      ).not.toMatch(/Seq Scan on (public\.)?event/);
    }
    expect(await planOf(() => listEvents(editor, claim.id))).not.toContain("Seq Scan on event");
    expect(await planOf(() => listEventChoices(admin))).not.toContain("Seq Scan on event");
  });
});

/** How PostgreSQL would run the statements on `event` that this sends. */
async function planOf(read: () => Promise<unknown>): Promise<string> {
  const query = vi.spyOn(pool(), "query");
  await read();
  const sent = query.mock.calls.map(
    ([statement]) => statement as unknown as { text: string; values?: unknown[] },
  );
  query.mockRestore();
  const onLog = sent.filter(({ text }) => /FROM "?(public"\.")?event"?/.test(text));
  expect(onLog.length).toBeGreaterThan(0);
  const plans = await Promise.all(
    onLog.map(({ text, values }) => pool().query(`EXPLAIN ${text}`, values as unknown[])),
  );
  return plans.flatMap(({ rows }) => rows.map((row) => row["QUERY PLAN"])).join("\n");
}
