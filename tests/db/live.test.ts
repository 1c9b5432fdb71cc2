import pg from "pg";
import { afterEach, expect, test } from "vitest";
import type { Context } from "@/lib/desk/auth/permissions";
import { assignClaim } from "@/lib/desk/claims/transitions";
import { endPresence, recordPresence } from "@/lib/desk/realtime/commands";
import { Hub, type HubMessage } from "@/lib/desk/realtime/hub";
import { getLatestSequence, hasChangedSince, listPresentPeople } from "@/lib/desk/realtime/queries";
import type { RealtimeMessage } from "@/lib/desk/realtime/schema";
import { DeskStream } from "@/lib/desk/realtime/stream";
import { db } from "@/lib/platform/db/client";
import { transaction } from "@/lib/platform/db/transaction";
import { aClaim, anArticle, somebody, someEvidence } from "@/tests/factories/desk";

const url = process.env.DATABASE_URL ?? "";
const endings: Array<() => unknown> = [];
afterEach(async () => {
  for (const end of endings.splice(0)) await end();
  // Nobody listens any more: no connection is left behind.
  await expect.poll(listening).toBe(0);
});

async function listening(): Promise<number> {
  const [row] = await db().$queryRaw<[{ count: bigint }]>`
    SELECT count(*) FROM pg_stat_activity WHERE application_name = 'veritable live' AND datname = current_database()`;
  return Number(row.count);
}

/** What somebody of a process of its own hears about these topics. */
async function hearing(topics: string[], hub = new Hub(url)): Promise<{ heard: HubMessage[]; hub: Hub }> {
  const heard: HubMessage[] = [];
  endings.push(hub.subscribe(topics, (notice) => heard.push(notice)));
  await hub.ready();
  return { heard, hub };
}

/** Puts the claim's plan on, so that it has one more event. */
const plan = (context: Context, claimId: string, dueOn: string) =>
  assignClaim(context, { claimId, personId: null, dueOn, priority: "normal" });

test("what is committed in one process is heard in another, by whom it concerns", async () => {
  const editor = await somebody("editor");
  const [claim, other] = [await aClaim(editor), await aClaim(editor)];
  const here = await hearing([`claim:${claim.id}`]);
  const there = await hearing([`claim:${claim.id}`]);
  const elsewhere = await hearing([`claim:${other.id}`]);
  const queue = await hearing(["queue"]);
  await someEvidence(editor, claim.id);
  const notice = {
    kind: "event",
    action: "evidence.create",
    claimId: claim.id,
    actorId: editor.actor?.id,
    actorName: editor.actor?.name,
  };
  for (const { heard } of [here, there, queue]) {
    await expect.poll(() => heard).toEqual([expect.objectContaining(notice)]);
  }
  expect(elsewhere.heard).toEqual([]);
});

test("what is rolled back is not heard", async () => {
  const editor = await somebody("editor");
  const claim = await aClaim(editor);
  const { heard } = await hearing([`claim:${claim.id}`]);
  await expect(
    transaction(async () => {
      await someEvidence(editor, claim.id);
      throw new Error("taken back");
    }),
  ).rejects.toThrow("taken back");
  await plan(editor, claim.id, "2027-01-01");
  await expect.poll(() => heard).toMatchObject([{ action: "claim.assign" }]);
});

test("a person hears of their own notices", async () => {
  const [editor, colleague] = [await somebody("editor"), await somebody("editor")];
  const claim = await aClaim(editor);
  const [personId, actorId] = [colleague.actor?.id ?? "", editor.actor?.id ?? ""];
  const [mine, theirs] = [await hearing([`person:${personId}`]), await hearing([`person:${actorId}`])];
  const notice = { id: "n1", personId, actorId, kind: "assigned" as const, claimId: claim.id };
  await db().notice.create({ data: { ...notice, createdAt: new Date() } });
  await db().notice.update({ where: { id: "n1" }, data: { readAt: new Date() } });
  await expect.poll(() => mine.heard).toEqual(Array(2).fill({ kind: "notice", personId }));
  expect(theirs.heard).toEqual([]);
});

test("a lost connection is made anew, and everybody looks again", async () => {
  const editor = await somebody("editor");
  const claim = await aClaim(editor);
  const { heard } = await hearing([`claim:${claim.id}`]);
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'veritable live' AND datname = current_database()",
  );
  await client.end();
  await expect.poll(() => heard).toEqual(["resync"]);
  await plan(editor, claim.id, "2027-01-02");
  await expect.poll(() => heard).toMatchObject(["resync", { action: "claim.assign" }]);
});

async function signedIn(role: "editor" | "publisher"): Promise<{ context: Context; sessionId: string }> {
  const context = await somebody(role);
  const [sessionId, userId] = [context.newId(), context.actor?.id ?? ""];
  const expiresAt = new Date(Date.now() + 60_000);
  await db().session.create({ data: { id: sessionId, token: sessionId, userId, expiresAt } });
  return { context, sessionId };
}

type Told = { messages: RealtimeMessage[]; ended: boolean };

/** Reads a stream to its end, as a browser does. */
function reading(stream: DeskStream): Told {
  const told: Told = { messages: [], ended: false };
  const read = async () => {
    for await (const chunk of stream.body.pipeThrough(new TextDecoderStream() as never)) {
      const [, data] = /^data: (.*)$/m.exec(String(chunk)) ?? [];
      if (data) told.messages.push(JSON.parse(data));
    }
    told.ended = true;
  };
  void read();
  endings.push(() => stream.close());
  return told;
}

test("colleagues at one claim see each other, each person once, until they leave", async () => {
  const [editor, publisher] = [await signedIn("editor"), await signedIn("publisher")];
  const { id: claim } = await aClaim(editor.context);
  const open = (who: typeof editor) => new DeskStream(new Hub(url), { ...who, query: { claim } });
  const mine = reading(open(publisher));
  const tabs = [open(editor), open(editor)];
  const theirs = tabs.map(reading);
  const { id, name } = editor.context.actor ?? { id: "", name: "" };
  const seen = { kind: "presence", people: [{ id, name }] };
  await expect.poll(() => mine.messages.at(-1)).toEqual(seen);
  await expect
    .poll(() => theirs[1]?.messages.at(-1))
    .toMatchObject({
      people: [{ id: publisher.context.actor?.id }],
    });
  await tabs[0]?.close();
  await expect.poll(() => mine.messages.filter(({ kind }) => kind === "presence").length).toBeGreaterThan(2);
  expect(mine.messages.at(-1)).toEqual(seen);
  await tabs[1]?.close();
  await expect.poll(() => mine.messages.at(-1)).toEqual({ kind: "presence", people: [] });
});

test("somebody whose process died is gone after a while", async () => {
  const [editor, publisher] = [await signedIn("editor"), await signedIn("publisher")];
  const { id: claimId } = await aClaim(editor.context);
  const seenAt = new Date(Date.now() - 46_000);
  await db().presence.create({
    data: { id: "dead", claimId, personId: editor.context.actor?.id ?? "", seenAt },
  });
  const told = reading(new DeskStream(new Hub(url), { ...publisher, query: { claim: claimId } }));
  await expect.poll(() => told.messages.at(-1)).toEqual({ kind: "presence", people: [] });
  expect(await db().presence.count({ where: { id: "dead" } })).toBe(0);
});

test("whoever comes back is told whether anything happened meanwhile", async () => {
  const editor = await signedIn("editor");
  const [claim, other] = [await aClaim(editor.context), await aClaim(editor.context)];
  const { sequence } = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  const since = Number(sequence);
  await plan(editor.context, claim.id, "2027-01-03");
  const at = (query: { claim?: string }) =>
    reading(new DeskStream(new Hub(url), { ...editor, query: { ...query, since } }));
  const [changed, same, queue] = [at({ claim: claim.id }), at({ claim: other.id }), at({})];
  await expect.poll(() => changed.messages[0]).toEqual({ kind: "resync", sequence: since + 1 });
  await expect.poll(() => queue.messages[0]).toEqual({ kind: "resync", sequence: since + 1 });
  await expect.poll(() => same.messages[0]).toEqual({ kind: "ready", sequence: since + 1 });
});

test.each([
  ["session was ended", (id: string) => db().session.delete({ where: { id } })],
  [
    "person lost access",
    (id: string) =>
      db().person.updateMany({ where: { sessions: { some: { id } } }, data: { active: false } }),
  ],
])("a stream ends with the next sign of life when the %s", async (_what, takeAway) => {
  const editor = await signedIn("editor");
  const told = reading(new DeskStream(new Hub(url), { ...editor, query: {}, beatMs: 50 }));
  await expect.poll(() => told.messages[0]?.kind).toBe("ready");
  expect(told.ended).toBe(false);
  await takeAway(editor.sessionId);
  await expect.poll(() => told.ended).toBe(true);
  expect(told.messages.at(-1)).toEqual({ kind: "ended" });
});

test("a page that does not read is dropped", async () => {
  const editor = await signedIn("editor");
  const { id: claim } = await aClaim(editor.context);
  const hub = new Hub(url);
  let dropped = false;
  const stream = new DeskStream(hub, { ...editor, query: { claim }, maxBuffered: 500 }, () => {
    dropped = true;
  });
  endings.push(() => stream.close());
  await hub.ready();
  for (let day = 10; day < 20; day++) await plan(editor.context, claim, `2027-02-${day}`);
  await expect.poll(() => dropped).toBe(true);
  expect(await db().presence.count({ where: { claimId: claim } })).toBe(0);
});

test("a reader of the site hears nothing", async () => {
  const context = await somebody("reader");
  expect(() => new DeskStream(new Hub(url), { context, sessionId: "", query: {} })).toThrow(
    expect.objectContaining({ code: "forbidden" }),
  );
});

test("what happens to an article alone is no news of the queue, nor of a claim", async () => {
  const editor = await somebody("editor");
  const claim = await aClaim(editor);
  const { heard } = await hearing(["queue", `claim:${claim.id}`]);
  const article = await anArticle(editor);
  await plan(editor, claim.id, "2027-01-04");
  await expect.poll(() => heard.length).toBeGreaterThan(0);
  expect(heard).toMatchObject([{ action: "claim.assign", entityId: claim.id }]);
  expect(article.id).toBeTruthy();
});

test("a page is told of a change by whom and as which event, and a person of their notices", async () => {
  const [editor, colleague] = [await signedIn("editor"), await signedIn("editor")];
  const { id: claim } = await aClaim(editor.context);
  const told = reading(new DeskStream(new Hub(url), { ...colleague, query: { claim } }));
  await expect.poll(() => told.messages.map(({ kind }) => kind)).toContain("presence");
  await assignClaim(editor.context, {
    claimId: claim,
    personId: colleague.context.actor?.id ?? "",
    dueOn: null,
    priority: "normal",
  });
  const { sequence } = await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } });
  const { id: actorId, name: actorName } = editor.context.actor ?? { id: "", name: "" };
  const news = () => told.messages.filter(({ kind }) => kind === "change" || kind === "notice");
  await expect.poll(() => news().length).toBe(2);
  expect(news()).toContainEqual({ kind: "change", sequence: Number(sequence), actorId, actorName });
  expect(news()).toContainEqual({ kind: "notice" });
});

test("a page of the queue is told of every claim, and shows nobody to be anywhere", async () => {
  const editor = await signedIn("editor");
  const claim = await aClaim(editor.context);
  const told = reading(new DeskStream(new Hub(url), { ...editor, query: {} }));
  await expect.poll(() => told.messages.map(({ kind }) => kind)).toEqual(["ready"]);
  await plan(editor.context, claim.id, "2027-01-05");
  await expect.poll(() => told.messages.map(({ kind }) => kind)).toEqual(["ready", "change"]);
  expect(await db().presence.count({ where: { personId: editor.context.actor?.id } })).toBe(0);
});

test("who is at another claim, or was here too long ago, is not here; nor is oneself", async () => {
  const [editor, colleague, former] = [
    await somebody("editor"),
    await somebody("editor"),
    await somebody("editor"),
  ];
  const [claim, other] = [await aClaim(editor), await aClaim(editor)];
  const now = new Date("2030-01-01T00:00:00Z");
  const seen = (id: string, claimId: string, who: Context, msAgo: number) => ({
    id,
    claimId,
    personId: who.actor?.id ?? "",
    seenAt: new Date(now.getTime() - msAgo),
  });
  await db().presence.createMany({
    data: [
      seen("mine", claim.id, editor, 0),
      seen("theirs", claim.id, colleague, 44_999),
      seen("elsewhere", other.id, former, 0),
      seen("long ago", claim.id, former, 45_000),
    ],
  });
  const here = await listPresentPeople({ ...editor, now: () => now }, claim.id);
  expect(here).toEqual([{ id: colleague.actor?.id, name: colleague.actor?.name }]);
  // Nobody ends the page of somebody else.
  await endPresence(editor, "theirs");
  expect(await db().presence.count({ where: { id: "theirs" } })).toBe(1);
  await endPresence(colleague, "theirs");
  expect(await db().presence.count({ where: { id: "theirs" } })).toBe(0);
  await db().presence.deleteMany();
});

test("a sign of life renews a page, takes it along to another claim, and removes those that are gone", async () => {
  const editor = await somebody("editor");
  const [claim, other] = [await aClaim(editor), await aClaim(editor)];
  let now = new Date("2030-01-01T00:00:00Z");
  const context = { ...editor, now: () => now };
  const beat = (pageId: string, claimId: string) => recordPresence(context, { pageId, claimId });
  await beat("page", claim.id);
  await beat("gone", claim.id);
  now = new Date("2030-01-01T00:00:45.000Z");
  await beat("page", other.id);
  const left = await db().presence.findMany({ orderBy: { id: "asc" } });
  expect(left.map(({ id, claimId }) => [id, claimId])).toEqual([
    ["gone", claim.id],
    ["page", other.id],
  ]);
  expect(left[1]?.seenAt).toEqual(now);
  now = new Date("2030-01-01T00:00:45.001Z");
  await beat("page", other.id);
  expect((await db().presence.findMany()).map(({ id }) => id)).toEqual(["page"]);
  await db().presence.deleteMany();
});

test("only what happened to the claim, or to any claim, after an event counts as missed", async () => {
  const editor = await somebody("editor");
  const [claim, other] = [await aClaim(editor), await aClaim(editor)];
  const since = await getLatestSequence(editor);
  expect(since).toBe(Number((await db().event.findFirstOrThrow({ orderBy: { sequence: "desc" } })).sequence));
  const missed = async () => [
    await hasChangedSince(editor, { claim: claim.id, since }),
    await hasChangedSince(editor, { since }),
  ];
  expect(await missed()).toEqual([false, false]);
  await anArticle(editor);
  expect(await missed()).toEqual([false, false]);
  await plan(editor, other.id, "2027-01-06");
  expect(await missed()).toEqual([false, true]);
  await plan(editor, claim.id, "2027-01-06");
  expect(await missed()).toEqual([true, true]);
});

test("a stream ends for somebody who is a reader from now on", async () => {
  const editor = await signedIn("editor");
  const told = reading(new DeskStream(new Hub(url), { ...editor, query: {}, beatMs: 50 }));
  await expect.poll(() => told.messages[0]?.kind).toBe("ready");
  await db().person.update({ where: { id: editor.context.actor?.id }, data: { role: "reader" } });
  await expect.poll(() => told.ended).toBe(true);
  expect(told.messages.at(-1)).toEqual({ kind: "ended" });
});

test("a page that is parked is told so, ends, and its person is gone from the claim", async () => {
  const editor = await signedIn("editor");
  const { id: claim } = await aClaim(editor.context);
  const stream = new DeskStream(new Hub(url), { ...editor, query: { claim } });
  const told = reading(stream);
  await expect.poll(() => told.messages.map(({ kind }) => kind)).toContain("presence");
  stream.park();
  await expect.poll(() => told.ended).toBe(true);
  expect(told.messages.at(-1)).toEqual({ kind: "parked" });
  expect(await db().presence.count({ where: { claimId: claim } })).toBe(0);
});

test("a long name of somebody is no reason for an event to fail", async () => {
  const editor = await somebody("editor");
  const claim = await aClaim(editor);
  const { heard } = await hearing([`claim:${claim.id}`]);
  const actor = { id: editor.actor?.id ?? "", role: "editor" as const, name: "ن".repeat(5000) };
  await plan({ ...editor, actor }, claim.id, "2027-01-07");
  await expect.poll(() => heard).toMatchObject([{ actorName: "ن".repeat(500) }]);
});
