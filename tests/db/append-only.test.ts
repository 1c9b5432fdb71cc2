import { beforeAll, describe, expect, test } from "vitest";
import { appendEvent } from "@/lib/desk/audit/events";
import { db } from "@/lib/platform/db/client";
import { pool } from "@/lib/platform/db/pool";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { hashOf } from "@/lib/record/canonical-hash";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { untilSomebodyWaits } from "@/tests/factories/waiting";

let claimId: string;

beforeAll(async () => {
  const [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  claimId = (await aClaim(editor)).id;
  await someEvidence(editor, claimId);
  await published(editor, publisher, aVerdict(claimId));
});

describe("the database refuses", () => {
  const refused = ["revision", "event", "article_version"].flatMap((table) => [
    `DELETE FROM ${table}`,
    `TRUNCATE ${table} CASCADE`,
  ]);
  test.each([
    ...refused,
    "UPDATE revision SET rating = 'verified'",
    "UPDATE revision SET document = '{}'",
    "UPDATE event SET actor_name = 'somebody else'",
    "UPDATE article_version SET text = text || '.'",
  ])("%s", async (sql) => {
    await expect(pool().query(sql)).rejects.toThrow(/append-only/);
  });

  test("a revision that skips a number or names another past", async () => {
    const columns = `id, claim_id, number, kind, rating, document, hash, previous_hash, proposed_by_id, published_by_id, published_at`;
    const copy = (number: number, previous: string) =>
      pool().query(
        `INSERT INTO revision (${columns}) SELECT 'x', claim_id, ${number}, 'correction', rating, document, 'x', ${previous},
         proposed_by_id, published_by_id, published_at FROM revision WHERE claim_id = $1`,
        [claimId],
      );
    await expect(copy(3, "hash")).rejects.toThrow(/does not follow/);
    await expect(copy(2, "'made up'")).rejects.toThrow(/does not follow/);
  });

  test.each([
    ["evidence", "url = 'javascript:alert(1)'", /url of evidence is no web address/],
    ["evidence", "url = 'ftp://example.org/a'", /url of evidence is no web address/],
    ["evidence", "archive_url = 'data:text/html,x'", /archive_url of evidence is no web address/],
    ["evidence", "published_on = '27 December'", /evidence_published_on/],
    ["article", "url = 'file:///etc/passwd'", /url of article is no web address/],
    ["appearance", "quote_exact = 'other words of the same', quote_end = quote_start + 23", /does not stand/],
    ["appearance", "quote_end = quote_start", /does not stand/],
    ["appearance", "url = 'https://example.org'", /appearance_place/],
    ["claim", "text = ' '", /claim_text/],
    ["claimant", "names = '{}'", /claimant_named/],
  ])("in %s: %s", async (table, change, reason) => {
    await expect(pool().query(`UPDATE ${table} SET ${change}`)).rejects.toThrow(reason);
  });

  test("a second open proposal", async () => {
    const columns =
      "kind, rating, summary, reasons, note, content, content_hash, sequence, proposed_by_id, proposed_at";
    const insert = (id: string) =>
      pool().query(
        `INSERT INTO proposal (id, claim_id, state, ${columns})
         SELECT $1, claim_id, 'open', ${columns} FROM proposal WHERE claim_id = $2 LIMIT 1`,
        [id, claimId],
      );
    await insert("first");
    await expect(insert("second")).rejects.toThrow(/proposal_one_open/);
  });
});

describe("the event log", () => {
  test("is one chain in which every hash fits", async () => {
    const events = await db().event.findMany({ orderBy: { sequence: "asc" } });
    expect(events.length).toBeGreaterThan(4);
    let previousHash: string | null = null;
    for (const { sequence, hash, at, ...line } of events) {
      expect(line.previousHash).toBe(previousHash);
      expect(hashOf({ ...line, at: at.toISOString() })).toBe(hash);
      previousHash = hash;
    }
  });

  const append = (tx: Transaction, entityId: string) =>
    appendEvent(tx, null, new Date(), { action: "claim.edit", entity: "claim", entityId });

  test("does not fork: a line waits for the commit of the line before it, and names it", async () => {
    let [commit, written] = [() => {}, () => {}];
    const committed = new Promise<void>((resolve) => {
      commit = resolve;
    });
    const isWritten = new Promise<void>((resolve) => {
      written = resolve;
    });
    const first = transaction(async (tx) => {
      await append(tx, "first");
      written();
      await committed;
    });
    await isWritten;
    // Nothing but the lock of the log keeps this one from reading the same last line.
    const second = transaction((tx) => append(tx, "second"));
    await untilSomebodyWaits();
    commit();
    await Promise.all([first, second]);
    const [last, before] = await db().event.findMany({ orderBy: { sequence: "desc" }, take: 2 });
    expect([before?.entityId, last?.entityId]).toEqual(["first", "second"]);
    expect(last?.previousHash).toBe(before?.hash);
  });

  test("has every line of many that are written at once, each behind another one", async () => {
    const before = await db().event.count();
    await Promise.all(Array.from({ length: 12 }, (_, n) => transaction((tx) => append(tx, `line ${n}`))));
    const lines = await db().event.findMany({ orderBy: { sequence: "asc" } });
    expect(lines).toHaveLength(before + 12);
    expect(lines.slice(1).map(({ previousHash }) => previousHash)).toEqual(
      lines.slice(0, -1).map(({ hash }) => hash),
    );
  });

  test("keeps nothing of a command that failed", async () => {
    const editor = await somebody("editor");
    const { id: articleId } = await anArticle(editor);
    const before = await db().event.count();
    await expect(aClaim(editor, { articleId, quote: "words that are nowhere" })).rejects.toMatchObject({
      code: "invalid",
    });
    expect(await db().event.count()).toBe(before);
  });
});
