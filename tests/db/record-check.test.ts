import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { beforeAll, describe, expect, test } from "vitest";
import { GET as ready } from "@/app/api/health/ready/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { renameNamedEntity } from "@/lib/desk/claims/named-entities/rename";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { checkRecord } from "@/lib/desk/record-check/check";
import { checkIfDue, repairRows, runCheck } from "@/lib/desk/record-check/commands";
import { findAlarm } from "@/lib/desk/record-check/queries";
import { env } from "@/lib/env";
import { pool } from "@/lib/platform/db/pool";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";
import { asSuperuser } from "@/tests/factories/superuser";

const DAY = 24 * 60 * 60_000;
let clock = Date.parse("2026-01-01T02:00:00Z");
const night = { now: () => new Date(clock), newId: randomUUID };
let editor: Context;
let publisher: Context;
let slug: string;

beforeAll(async () => {
  [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  const articleId = (await anArticle(editor)).id;
  for (let n = 0; n < 4; n++) {
    const claim = await aClaim(editor, {
      articleId,
      text: { en: `Claim ${n}`, ar: "ادعاء" },
      newTopic: { en: "Cost" },
    });
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
    if (n === 1)
      await published(editor, publisher, aVerdict(claim.id, { kind: "retraction", note: { en: "No." } }));
    slug = claim.slug;
  }
  await aClaim(editor, { articleId, text: { en: "Waits", ar: "ينتظر" } });
  await anInternalClaim(editor, { articleId, text: { en: "Internal" } });
  const archived = await aClaim(editor, { articleId, text: { en: "Archived" } });
  await moveClaim(editor, archived.id, "archive");
});

async function check() {
  const client = new Client({ connectionString: env().DATABASE_URL });
  await client.connect();
  const { counted, findings } = await checkRecord(client, 0).finally(() => client.end());
  return { counted, count: findings.count, named: findings.listed };
}

/** What `npm run check-record` says of this test's database. */
function checkRecordProgram(...args: string[]): Promise<{ code: number | null; said: string }> {
  const child = spawn(process.execPath, ["--import", "tsx", "scripts/check-record.ts", ...args]);
  let said = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (part) => {
      said += part;
    });
  return new Promise((resolve) => child.on("close", (code) => resolve({ code, said })));
}

const health = async () =>
  (await ready(new Request("https://desk.example/api/health/ready"), { params: Promise.resolve({}) })).json();

describe("a check of the record", () => {
  test("finds a desk right, whatever its editors do after a publication", async () => {
    const right = { counted: { revisions: 5, nodes: 8, claims: 7, proposals: 5 }, count: 0, named: [] };
    expect(await check()).toEqual(right);
    const [claim] = (await pool().query("SELECT id FROM claim WHERE slug = $1", [slug])).rows;
    await someEvidence(editor, claim.id, { url: "https://later.example/x" });
    for (const named of ["claimant", "topic"] as const) {
      const [{ key }] = (await pool().query(`SELECT key FROM ${named}`)).rows;
      const names = { en: `Another ${named}`, ar: "اسم آخر" };
      await renameNamedEntity(editor, named, { key, names, version: 1, distinctFrom: [] });
    }
    const waiting = (await pool().query("SELECT id FROM claim WHERE text = 'Waits'")).rows[0].id;
    await moveClaim(editor, waiting, "review");
    expect(await check()).toEqual(right);
  });

  test("is stored, at most once a day by itself, and by one process at a time", async () => {
    expect(await health()).toEqual({ status: "ok", details: { record: null } });
    const both = await Promise.all([checkIfDue(night), checkIfDue(night)]);
    expect(both.filter((one) => one !== null)).toHaveLength(1);
    clock += DAY - 1;
    expect(await checkIfDue(night)).toBeNull();
    clock += 1;
    expect((await checkIfDue(night))?.findings.count).toBe(0);
    expect(await findAlarm(publisher)).toBeNull();
    expect(await health()).toEqual({
      status: "ok",
      details: { record: { checkedAt: "2026-01-02T02:00:00.000Z", faults: 0 } },
    });
  });

  test("alarms publishers and admins until all is mended, and leaves the process in service", async () => {
    await asSuperuser(
      `UPDATE public_claim SET status = 'verified', document = jsonb_set(document, '{status}', '"verified"') WHERE slug = $1`,
      [slug],
    );
    clock += DAY;
    await checkIfDue(night);
    clock += DAY;
    await checkIfDue(night);
    const alarm = await findAlarm(publisher);
    expect(alarm).toMatchObject({
      checkedAt: new Date("2026-01-04T02:00:00.000Z"),
      faultySince: new Date("2026-01-03T02:00:00.000Z"),
      faultCount: 1,
      faults: [{ kind: "row", about: slug, fields: ["status", "document", "shown"] }],
    });
    expect(await findAlarm(await somebody("admin"))).not.toBeNull();
    expect(await findAlarm(editor)).toBeNull();
    expect(await findAlarm({ actor: null })).toBeNull();
    expect(await health()).toEqual({
      status: "ok",
      details: { record: { checkedAt: "2026-01-04T02:00:00.000Z", faults: 1 } },
    });
  });

  test("can have the rows written anew from the revisions", async () => {
    const checked = await runCheck(night);
    if (!checked) throw new Error("Nobody else checks here.");
    expect(await repairRows(checked)).toBe(1);
    clock += 60_000;
    expect((await runCheck(night))?.findings.count).toBe(0);
    expect(await findAlarm(publisher)).toBeNull();
  });

  test("is a program, too, which names what is wrong and mends rows where it is told to", async () => {
    const forge = () => asSuperuser("UPDATE public_claim SET search_text = 'other' WHERE slug = $1", [slug]);
    await forge();
    const found = await checkRecordProgram();
    expect(found.code).toBe(1);
    expect(found.said).toContain(
      "Compared 5 revisions, 8 nodes of the log, 5 proposals and the rows of 7 claims.",
    );
    expect(found.said).toContain(`Readers see something that differs from the record: ${slug} · search_text`);
    expect(await checkRecordProgram("--rewrite")).toMatchObject({
      code: 0,
      said: expect.stringMatching(/Rows rebuilt: 1\.[\s\S]*Nothing is wrong\./),
    });
  });
});
