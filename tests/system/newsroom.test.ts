import path from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { DeskClaim } from "@/lib/desk/claims/queries";
import type { DeskProposal } from "@/lib/desk/verdicts/queries";
import { bootDatabase } from "@/lib/platform/db/boot";
import { db, disconnect } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { projectClaim } from "@/lib/public/projection/write";
import { hashOf } from "@/lib/record/canonical-hash";
import { aClaim, anArticle, someEvidence } from "@/tests/factories/desk";
import { type RunningDesk, startDesk } from "./running-desk";
import { type Member, members, read, send } from "./staff";

const [CLAIMS, EDITORS, PUBLISHERS, STEPS] = [300, 20, 10, 25];
const dataDir = path.resolve("data/test-system");

type Claim = DeskClaim & { proposal: DeskProposal | null };
type Known = { id: string; slug: string };
/** An acknowledged command, to be verified afterwards. */
type Done = { command: string; claimId: string; mark?: string };

let desk: RunningDesk;
let database: Awaited<ReturnType<typeof bootDatabase>>;
let editors: Member[];
let publishers: Member[];
const claims: Known[] = [];
const done: Done[] = [];
const refused = new Map<number, number>();

beforeAll(async () => {
  desk = await startDesk(dataDir, 3197);
  database = await bootDatabase({ DATA_DIR: dataDir });
  [editors, publishers] = [await members("editor", EDITORS), await members("publisher", PUBLISHERS)];
  const { context } = editors[0] as Member;
  const { id: articleId } = await anArticle(context);
  const make = async (n: number) => {
    const claim = await aClaim(context, { articleId, text: { en: `Claim ${n}.` } });
    await someEvidence(context, claim.id);
    claims[n] = claim;
  };
  const numbers = Array.from({ length: CLAIMS }, (_, n) => n);
  await Promise.all(
    [0, 1, 2, 3].map(async (part) => {
      for (const n of numbers.filter((it) => it % 4 === part)) await make(n);
    }),
  );
}, 240_000);

afterAll(async () => {
  await disconnect();
  await database?.stop();
  await desk?.stop();
}, 60_000);

// A seeded random generator: the rolls are repeatable, the order of requests is not.
function dice(seed: number) {
  let state = seed;
  return (sides: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

async function act(member: Member, command: string, input: object, noted: Done): Promise<void> {
  const { status } = await send(desk.address, member, command, input);
  if (status === 200) done.push(noted);
  else refused.set(status, (refused.get(status) ?? 0) + 1);
}

/** One random command on one claim, whatever its stage; refusals are expected. */
async function step(member: Member, roll: (sides: number) => number, mark: string): Promise<void> {
  const busy = roll(2) === 0 ? CLAIMS / 10 : CLAIMS;
  const { slug } = claims[roll(busy)] as Known;
  const claim = await read<Claim>(desk.address, member, slug);
  const at = { command: "", claimId: claim.id };
  const open = claim.proposal?.state === "open" ? claim.proposal : null;
  const decision = { proposalId: open?.id, version: open?.version };
  const shown = { ...decision, content: open?.content };
  const publishes = member.context.actor?.role === "publisher";
  // A claim can be edited after its proposal, which then has to be renewed.
  if (open?.changed) {
    await act(member, "renew-proposal", decision, { ...at, command: "renew-proposal" });
  } else if (open && publishes && roll(8) > 0) {
    const command = roll(5) === 0 ? "return-proposal" : "publish-verdict";
    const input = command === "publish-verdict" ? shown : { ...decision, note: "Why?" };
    await act(member, command, input, { ...at, command });
  } else if (open && roll(6) === 0) {
    await act(member, "withdraw-proposal", decision, { ...at, command: "withdraw-proposal" });
  } else if (roll(3) === 0) {
    const text = { ...claim.text, en: `${claim.text.en} ${mark}` };
    const { id: claimId, version, language, claimedOn, topics, source } = claim;
    const claimant = claim.claimant && { key: claim.claimant.key };
    const fields = { claimId, version, language, claimant, claimedOn, topics, quote: source?.quote.exact };
    await act(member, "edit-claim", { ...fields, text }, { ...at, command: "edit-claim", mark });
  } else {
    const words = { summary: { en: "Said." }, reasons: { en: mark }, note: { en: mark } };
    const kind = claim.revisions === 0 ? "publication" : "correction";
    const verdict = { claimId: claim.id, kind, rating: "disputed", ...words };
    await act(member, "propose-verdict", verdict, { ...at, command: "propose-verdict", mark });
  }
}

test("thirty people at three hundred claims lose nothing", { timeout: 300_000 }, async () => {
  await Promise.all(
    [...editors, ...publishers].map(async (member, who) => {
      const roll = dice(who + 1);
      for (let n = 0; n < STEPS; n++) await step(member, roll, `m${who}x${n}.`);
    }),
  );
  expect([...refused.keys()].sort()).toEqual(expect.arrayContaining([409]));
  expect([...refused.keys()].every((status) => status === 400 || status === 403 || status === 409)).toBe(
    true,
  );
  expect(done.filter(({ command }) => command === "publish-verdict").length).toBeGreaterThan(50);
});

test("a claim contains every acknowledged edit and nothing else", async () => {
  const rows = await db().claim.findMany({ select: { id: true, text: true, version: true } });
  for (const { id, text, version } of rows) {
    const marks = done.flatMap((it) => (it.claimId === id && it.command === "edit-claim" ? [it.mark] : []));
    expect(text.match(/m\d+x\d+\./g)?.sort() ?? []).toEqual(marks.sort());
    expect(version).toBe(1 + marks.length);
  }
});

test("every acknowledged command has an event, and no other command has one", async () => {
  const actions: Record<string, string> = {
    "edit-claim": "claim.edit",
    "renew-proposal": "verdict.renew",
    "withdraw-proposal": "verdict.withdraw",
    "return-proposal": "verdict.return",
    "publish-verdict": "verdict.publish",
  };
  for (const [command, action] of Object.entries(actions)) {
    const logged = await db().event.findMany({ where: { action }, select: { entityId: true } });
    const acknowledged = done.filter((it) => it.command === command).map(({ claimId }) => claimId);
    expect(logged.map(({ entityId }) => entityId).sort(), command).toEqual(acknowledged.sort());
  }
});

test("what is published was proposed by another person and not changed by its publisher after that", async () => {
  const proposals = await db().event.count({ where: { action: "verdict.propose" } });
  const made = done.filter(({ command }) => command === "propose-verdict" || command === "renew-proposal");
  expect(proposals).toBe(made.length);
  expect(done.filter(({ command }) => command === "renew-proposal").length).toBeGreaterThan(5);
  const revisions = await db().revision.findMany({ include: { proposal: true } });
  for (const { document, publishedById, proposedById, publishedAt, proposal } of revisions) {
    const { verdict, ...published } = document as { verdict: object };
    if (!proposal) throw new Error("A revision without a proposal.");
    const { verdict: words, ...content } = proposal.content as { verdict: object };
    expect(published).toEqual(content);
    expect(verdict).toMatchObject(words);
    expect(publishedById).not.toBe(proposedById);
    const edits = await db().event.count({
      where: {
        entityId: proposal.claimId,
        actorId: publishedById,
        action: "claim.edit",
        sequence: { gt: proposal.sequence ?? 0n },
        at: { lte: publishedAt },
      },
    });
    expect(edits).toBe(0);
  }
});

test("the event log and every claim's revisions are complete hash chains", async () => {
  const events = await db().event.findMany({ orderBy: { sequence: "asc" } });
  let previous: string | null = null;
  for (const { sequence: _, hash, at, ...line } of events) {
    expect(line.previousHash).toBe(previous);
    expect(hashOf({ ...line, at: at.toISOString() })).toBe(hash);
    previous = hash;
  }
  const revisions = await db().revision.findMany({ orderBy: [{ claimId: "asc" }, { number: "asc" }] });
  const last = new Map<string, (typeof revisions)[number]>();
  for (const revision of revisions) {
    const before = last.get(revision.claimId);
    expect(revision.number).toBe((before?.number ?? 0) + 1);
    expect(revision.previousHash).toBe(before?.hash ?? null);
    expect(hashOf(revision.document)).toBe(revision.documentHash);
    last.set(revision.claimId, revision);
  }
  expect(revisions.map(({ logIndex }) => logIndex).sort((a, b) => a - b)).toEqual(revisions.map((_, n) => n));
});

test("the readers' projection equals one that is rebuilt from the revisions", {
  timeout: 60_000,
}, async () => {
  const rows = () => db().publicClaim.findMany({ orderBy: { claimId: "asc" } });
  const before = await rows();
  for (const { id } of claims) await transaction((tx) => projectClaim(tx, id));
  expect(await rows()).toEqual(before);
});
