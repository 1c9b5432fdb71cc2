import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, inject, test, vi } from "vitest";
import { GET as claimRoute } from "@/app/api/v1/claims/[slug]/route";
import { GET as tableRoute } from "@/app/api/v1/claims/route";
import { GET as entriesRoute } from "@/app/api/v1/log/entries/route";
import { GET as headRoute } from "@/app/api/v1/log/route";
import { GET as exportRoute } from "@/app/api/v1/verdicts.json/route";
import { GET as linesRoute } from "@/app/api/v1/verdicts.ndjson/route";
import type { Context } from "@/lib/desk/auth/permissions";
import { checkRecord } from "@/lib/desk/record-check/check";
import { renewProposal } from "@/lib/desk/verdicts/proposals";
import { publishVerdict } from "@/lib/desk/verdicts/publish";
import { pool } from "@/lib/platform/db/pool";
import type { PublicClaim } from "@/lib/public/projection/document";
import { rebuildProjection } from "@/lib/public/projection/rebuild";
import { hasOutdatedRows } from "@/scripts/first-start";
import { somebody } from "@/tests/factories/desk";
import { type DeskBefore, loadDeskBefore, upgrade } from "@/tests/factories/desk-before";
import { verifyHere } from "@/tests/factories/verify";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const folder = mkdtempSync(path.join(tmpdir(), "veritable-upgrade-"));
let before: DeskBefore;
let client: Client;

beforeAll(async () => {
  const { desk, url } = await loadDeskBefore(inject("serverUrl"));
  before = desk;
  client = new Client({ connectionString: url });
  await client.connect();
  expect(await upgrade(url)).not.toEqual([]);
  expect(await hasOutdatedRows(client)).toBe(true);
  expect(await rebuildProjection()).toBe(before.tables.public_claim?.length);
  expect(await hasOutdatedRows(client)).toBe(false);
});
afterAll(async () => {
  await client.end();
  rmSync(folder, { recursive: true });
});

async function read(
  handler: (request: Request, given: { params: Promise<never> }) => Promise<Response>,
  query = "",
  params: object = {},
): Promise<string> {
  const request = new Request(`https://desk.example/x${query}`);
  return (await handler(request, { params: Promise.resolve(params as never) })).text();
}

function keep(name: string, text: string): string {
  writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
}

const publishedSlugs = () =>
  JSON.parse(before.answers.export).verdicts.map(({ slug }: { slug: string }) => slug);
const rowsOf = (table: string) => before.tables[table] as Array<Record<string, string>>;

describe("a desk of the version before", () => {
  test("has every verdict and its hash as they were, byte for byte", async () => {
    const { answers } = before;
    expect((await read(linesRoute)) === answers.lines).toBe(true);
    const exported = await read(exportRoute);
    const [now, then] = [exported, answers.export].map((text) => text.slice(text.indexOf('"verdicts"')));
    expect(now === then).toBe(true);
    expect(JSON.parse(exported).cursor).toBe(JSON.parse(answers.export).cursor);
    expect(publishedSlugs().length).toBeGreaterThan(5);
  });

  test("has every leaf and the root of its log as they were", async () => {
    expect((await read(entriesRoute)) === before.answers.entries).toBe(true);
    const [now, then] = [JSON.parse(await read(headRoute)), JSON.parse(before.answers.head)];
    expect(now).toMatchObject({ treeSize: then.treeSize, rootHash: then.rootHash });
  });

  test("gives programs every published claim as it did, byte for byte", async () => {
    for (const slug of publishedSlugs()) {
      expect([slug, (await read(claimRoute, "", { slug })) === before.answers.claims[slug]]).toEqual([
        slug,
        true,
      ]);
    }
  });

  test("shows every claim that it showed, in the same order, with all that its page showed", async () => {
    const [now, then] = [await read(tableRoute, "?limit=200"), before.answers.table].map((text) =>
      JSON.parse(text),
    );
    const shown = ({ data }: { data: Array<{ slug: string; status: string }> }) =>
      data.map(({ slug, status }) => `${slug} ${status}`);
    expect(shown(now)).toEqual(shown(then));
    expect(now.page.total).toBe(then.page.total);
    const documents = await pool().query<{ document: PublicClaim }>("SELECT document FROM public_claim");
    const old = new Map(rowsOf("public_claim").map(({ slug, document }) => [slug, document]));
    for (const { document } of documents.rows) expect(withoutNew(document)).toEqual(old.get(document.slug));
  });

  test("is what its record says", async () => {
    const { counted, findings } = await checkRecord(client, 0);
    expect(findings.listed).toEqual([]);
    expect(counted.revisions).toBe(rowsOf("revision").length);
  });

  test("had exports that are still right, also beside its log of now", async () => {
    const [old, head] = [keep("old.json", before.answers.export), keep("old-head.json", before.answers.head)];
    const now = [
      keep("entries.json", await read(entriesRoute)),
      "--head",
      keep("head.json", await read(headRoute)),
    ];
    expect((await verifyHere(old, ...now, "--old-head", head)).said).toContain(
      "it holds each, and the export lacks",
    );
    expect(await verifyHere(keep("old.ndjson", before.answers.lines), ...now)).toMatchObject({ code: 0 });
    expect(await verifyHere(keep("new.json", await read(exportRoute)), ...now)).toMatchObject({ code: 0 });
  });
});

/** A document without what documents of today have more. */
function withoutNew({ format, source, evidence, ...rest }: PublicClaim) {
  const { version, kind, disclosure, ...older } = source ?? {};
  return {
    ...rest,
    source: source && older,
    evidence: evidence.map(({ kind: _kind, protection, ...item }) => item),
  };
}

describe("its open proposals", () => {
  let publisher: Context;
  let editor: Context;
  beforeAll(async () => {
    [editor, publisher] = [await somebody("editor"), await somebody("publisher")];
  });
  const open = (kind: string) =>
    rowsOf("proposal").find((row) => row.state === "open" && row.kind === kind) ?? {};

  test.each(["publication", "correction"])(
    "of a %s cannot be published, and can be renewed",
    async (kind) => {
      const { id: proposalId = "", claim_id: claimId } = open(kind);
      const content = `sha256:${"0".repeat(64)}`;
      await expect(publishVerdict(publisher, { proposalId, version: 1, content })).rejects.toMatchObject({
        code: "conflict",
      });
      const renewed = await renewProposal(editor, { proposalId, version: 1 });
      const revision = await publishVerdict(publisher, {
        proposalId: renewed.id,
        version: renewed.version,
        content: renewed.content,
      });
      const slug = rowsOf("claim").find(({ id }) => id === claimId)?.slug ?? "";
      const claim = JSON.parse(await read(claimRoute, "", { slug }));
      expect(claim).toMatchObject({ format: "veritable.verdicts/2", verdict: { revision } });
      const last = rowsOf("revision")
        .filter((row) => row.claim_id === claimId)
        .at(-1);
      expect(claim.verdict.previousHash).toBe(kind === "correction" ? `sha256:${last?.hash}` : null);
    },
  );

  test("and once they are published, all of it is right: exports of both formats in one, and the log", async () => {
    const entries = keep("entries.json", await read(entriesRoute));
    const head = ["--head", keep("head.json", await read(headRoute))];
    const formats = new Set<string>();
    for (const query of ["", "?revisions=all"]) {
      const text = await read(exportRoute, query);
      for (const { format = "1" } of JSON.parse(text).verdicts) formats.add(format);
      const check = await verifyHere(keep("mixed.json", text), entries, ...head);
      expect(check).toEqual({ code: 0, said: expect.stringContaining("the export lacks none") });
      const lines = keep("mixed.ndjson", await read(linesRoute, query));
      expect(await verifyHere(lines, entries, ...head)).toMatchObject({ code: 0 });
    }
    expect([...formats].sort()).toEqual(["1", "veritable.verdicts/2"]);
    const old = keep("old-head.json", before.answers.head);
    expect(await verifyHere(entries, ...head, "--old-head", old)).toMatchObject({ code: 0 });
    expect((await checkRecord(client, 0)).findings.listed).toEqual([]);
  });
});
