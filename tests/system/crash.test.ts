import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { expect, test } from "vitest";
import type { ProposalReference } from "@/lib/desk/verdicts/proposals";
import { parseEnv } from "@/lib/env";
import { exportVerdicts } from "@/lib/exchange/exports/verdicts";
import { bootDatabase } from "@/lib/platform/db/boot";
import { db, disconnect } from "@/lib/platform/db/client";
import { deleteEmbedded } from "@/lib/platform/embedded-postgres/ensure";
import { claimFilterSchema } from "@/lib/public/claims/filters";
import { hashOf } from "@/lib/record/canonical-hash";
import { exportEntries } from "@/lib/record/transparency-log/entries";
import { getSignedHead } from "@/lib/record/transparency-log/queries";
import type { SignedHead } from "@/lib/record/transparency-log/schema";
import { startServer, waitUntilReady } from "@/scripts/next-server";
import { aClaim, anArticle, someEvidence } from "@/tests/factories/desk";
import { verify } from "@/tests/factories/verify";
import { killDesk, startDesk } from "./running-desk";
import { type Member, members, send } from "./staff";

const [KILLS, CLAIMS, LONGEST_MS] = [50, 4, 300];
const dataDir = path.resolve("data/test-crash");
const port = 3196;
const address = `http://localhost:${port}`;

type Desk = { address: string; kill: () => void | Promise<void> };
type Publication = { claimId: string; revision: number };

/** Publishes corrections of a claim until the desk is killed; records each that was acknowledged. */
async function publishOn(
  { address }: Desk,
  [editor, publisher]: [Member, Member],
  claim: { claimId: string; published: number },
  acknowledged: Publication[],
): Promise<void> {
  const { claimId } = claim;
  const words = { summary: { en: "Said." }, reasons: { en: "Because." }, note: { en: "Once more." } };
  for (;;) {
    const kind = claim.published === 0 ? "publication" : "correction";
    const verdict = { claimId, kind, rating: "disputed", ...words };
    const proposed = await send<ProposalReference>(address, editor, "propose-verdict", verdict);
    if (proposed.status !== 200) throw new Error(`A proposal was answered ${proposed.status}.`);
    const input = { proposalId: proposed.data.id, version: 1, content: proposed.data.content };
    const published = await send<number>(address, publisher, "publish-verdict", input);
    if (published.status !== 200) throw new Error(`A publication was answered ${published.status}.`);
    acknowledged.push({ claimId, revision: published.data });
    claim.published = published.data;
  }
}

/** Restarts the app and its database as `npm start` does. */
async function startAgain(): Promise<Desk> {
  const database = await bootDatabase({ DATA_DIR: dataDir });
  const settings = parseEnv({ ...process.env, PORT: String(port), BASE_URL: address, DATA_DIR: dataDir });
  const server = startServer(settings, { dev: false });
  await waitUntilReady(server, settings);
  const kill = async () => {
    killDesk(server.pid, dataDir);
    await server.ended;
    await database.stop();
  };
  return { address, kill };
}

/** Prepares a round: withdraws open proposals and loads the latest revision of each claim. */
async function settle(address: string, [editor]: [Member, Member], slugs: string[]) {
  return Promise.all(
    slugs.map(async (slug) => {
      const answer = await fetch(`${address}/api/v1/desk/claims/${slug}`, {
        headers: { cookie: editor.cookie },
      });
      const { data } = await answer.json();
      if (data.proposal?.state === "open") {
        const { id: proposalId, version } = data.proposal;
        await send(address, editor, "withdraw-proposal", { proposalId, version });
      }
      return { claimId: data.id as string, published: data.revisions as number };
    }),
  );
}

async function prepare(): Promise<{ staff: [Member, Member]; slugs: string[] }> {
  await deleteEmbedded(dataDir);
  rmSync(dataDir, { recursive: true, force: true });
  const database = await bootDatabase({ DATA_DIR: dataDir });
  const [[editor], [publisher]] = [await members("editor", 1), await members("publisher", 1)];
  if (!editor || !publisher) throw new Error("There is nobody.");
  const { id: articleId } = await anArticle(editor.context);
  const slugs: string[] = [];
  for (let n = 0; n < CLAIMS; n++) {
    const { id, slug } = await aClaim(editor.context, { articleId, text: { en: `Claim ${n}.` } });
    await someEvidence(editor.context, id);
    slugs.push(slug);
  }
  await disconnect();
  await database.stop();
  return { staff: [editor, publisher], slugs };
}

/** Runs `npm run verify` on the export, the transparency log, its head, and an earlier head. */
async function checkWithVerify(oldHead: SignedHead | null): Promise<void> {
  const now = new Date();
  const [origin, filter] = [address, { ...claimFilterSchema.parse({}), search: null }];
  const texts = {
    "verdicts.json": await new Response(exportVerdicts({ filter, origin, now })).text(),
    "entries.json": await new Response(exportEntries({ start: 0, end: 1e6 }, origin)).text(),
    "head.json": JSON.stringify(await getSignedHead(now)),
    "old.json": JSON.stringify(oldHead),
  };
  const folder = mkdtempSync(path.join(tmpdir(), "veritable-crash-"));
  const [verdicts = "", entries = "", head = "", old = ""] = Object.entries(texts).map(([name, text]) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  });
  expect(await verify(verdicts)).toMatchObject({ code: 0 });
  expect(await verify(entries, "--head", head, "--old-head", old)).toMatchObject({ code: 0 });
  rmSync(folder, { recursive: true });
}

// Long enough for a slow machine that runs browser tests at the same time.
test(`every acknowledged command survives ${KILLS} kills of the app and its PostgreSQL`, {
  timeout: 1_200_000,
}, async () => {
  const { staff, slugs } = await prepare();
  const acknowledged: Publication[] = [];
  let oldHead: SignedHead | null = null;
  for (let n = 0; n < KILLS; n++) {
    const desk = n % 10 === 0 ? await startDesk(dataDir, port) : await startAgain();
    const claims = await settle(desk.address, staff, slugs);
    if (n === KILLS / 2) oldHead = await (await fetch(`${desk.address}/api/v1/log`)).json();
    const work = claims.map((claim) => publishOn(desk, staff, claim, acknowledged).catch((error) => error));
    let working = true;
    const ended = Promise.all(work).finally(() => {
      working = false;
    });
    const before = acknowledged.length;
    while (working && acknowledged.length === before) await delay(5);
    await delay(Math.random() * LONGEST_MS);
    await desk.kill();
    for (const error of await ended) expect(error).toBeInstanceOf(TypeError);
  }
  const database = await bootDatabase({ DATA_DIR: dataDir });
  await checkWithVerify(oldHead);
  const revisions = await db().revision.findMany({ orderBy: { logIndex: "asc" } });
  const found = new Set(revisions.map(({ claimId, number }) => `${claimId} ${number}`));
  expect(acknowledged.filter(({ claimId, revision }) => !found.has(`${claimId} ${revision}`))).toEqual([]);
  expect(acknowledged.length).toBeGreaterThan(KILLS);
  // Each revision is complete: it has its event, log entry and hash, and the last one is what readers see.
  const events = await db().event.count({ where: { action: "verdict.publish" } });
  expect(events).toBe(revisions.length);
  expect(revisions.map(({ logIndex }) => logIndex)).toEqual(revisions.map((_, n) => n));
  for (const { document, documentHash } of revisions) expect(hashOf(document)).toBe(documentHash);
  for (const slug of slugs) {
    const row = await db().publicClaim.findUniqueOrThrow({ where: { slug } });
    const last = revisions.findLast(({ claimId }) => claimId === row.claimId);
    expect(row.document).toMatchObject({ verdict: { revision: last?.number, hash: last?.hash } });
  }
  await disconnect();
  await database.stop();
});
