import { beforeAll, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { pool } from "@/lib/platform/db/pool";
import { getSignedHead } from "@/lib/record/transparency-log/queries";
import { aClaim, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";

const DAYS = 24 * 60 * 60_000;
let clock = Date.parse("2030-05-10T10:00:00Z");
const now = () => new Date(clock);
let editor: Context;
let publisher: Context;

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor", now), await somebody("publisher", now)];
});

async function aPublication(): Promise<void> {
  const { id } = await aClaim(editor);
  await someEvidence(editor, id);
  await published(editor, publisher, aVerdict(id));
}

test("a head is never earlier than one before it, or than the last publication", async () => {
  await aPublication();
  const first = await getSignedHead(now());
  clock -= 3 * DAYS;
  const same = await getSignedHead(now());
  await aPublication();
  const larger = await getSignedHead(now());
  expect([first, same, larger].map(({ treeSize }) => treeSize)).toEqual([1, 1, 2]);
  expect([first, same, larger].map(({ timestamp }) => new Date(timestamp).toISOString())).toEqual(
    Array(3).fill("2030-05-10T10:00:00.000Z"),
  );
  clock += 4 * DAYS;
  await aPublication();
  clock -= 4 * DAYS;
  const last = await getSignedHead(now());
  expect(new Date(last.timestamp).toISOString()).toBe("2030-05-11T10:00:00.000Z");
  await expect(pool().query("UPDATE log_time SET signed_at = 'epoch'")).rejects.toThrow(/does not go back/);
  await expect(pool().query("DELETE FROM log_time")).rejects.toThrow(/does not go back/);
});

test("heads that are asked for at once, beside publications, are of rising sizes at rising times", async () => {
  const heads: Array<{ treeSize: number; timestamp: number }> = [];
  const ask = async (n: number) => {
    heads.push(await getSignedHead(new Date(clock + ((n * 37) % 11) * DAYS)));
  };
  await Promise.all([...Array.from({ length: 20 }, (_, n) => ask(n)), aPublication(), aPublication()]);
  const sorted = heads.toSorted((a, b) => a.timestamp - b.timestamp || a.treeSize - b.treeSize);
  expect(sorted.map(({ treeSize }) => treeSize)).toEqual(
    heads.map(({ treeSize }) => treeSize).toSorted((a, b) => a - b),
  );
});

test("no event is earlier than the one before it", async () => {
  clock -= 3 * DAYS;
  await aPublication();
  const { rows } = await pool().query<{ at: Date }>("SELECT at FROM event ORDER BY sequence");
  const times = rows.map(({ at }) => at.toISOString());
  expect(times).toEqual(times.toSorted());
});
