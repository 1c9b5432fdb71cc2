import { beforeEach, describe, expect, test } from "vitest";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { editClaim } from "@/lib/desk/claims/commands";
import { splitClaimant } from "@/lib/desk/claims/named-entities/split";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { getQueue } from "@/lib/desk/claims/queue";
import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import type { AppearanceInput, Assignment } from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { listNotifications } from "@/lib/desk/notifications/queries";
import { editPerson } from "@/lib/desk/people/commands";
import { proposeVerdict, withdrawProposal } from "@/lib/desk/verdicts/proposals";
import { env } from "@/lib/env";
import { db } from "@/lib/platform/db/client";
import { getClaim } from "@/lib/public/claims/get-claim";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  arabicText,
  aVerdict,
  published,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

// What a claim's commands promise, a test for each promise, beside what editing.test.ts tells of a day's work.

const start = new Date("2026-11-20T12:00:00Z");
let now = start;
let editor: Context;
let colleague: Context;
let publisher: Context;

beforeEach(async () => {
  now = start;
  [editor, colleague, publisher] = [
    await somebody("editor", () => now),
    await somebody("editor", () => now),
    await somebody("publisher", () => now),
  ];
});

const idOf = ({ actor }: Context) => actor?.id ?? "";
const row = (id: string) => db().claim.findUniqueOrThrow({ where: { id } });
const isPublic = (slug: string) =>
  getClaim(slug).then(
    () => true,
    () => false,
  );
const lastEvent = async (id: string) => (await listEvents(editor, id)).events[0];

describe("a new claim", () => {
  test("is internal: readers find it once it is released, and not before", async () => {
    const { id, slug } = await anInternalClaim(editor);
    expect(await row(id)).toMatchObject({
      releasedAt: null,
      stage: "inbox",
      version: 1,
      createdById: idOf(editor),
    });
    expect(await isPublic(slug)).toBe(false);
    await moveClaim(editor, id, "release");
    expect((await row(id)).releasedAt).toEqual(now);
    expect(await isPublic(slug)).toBe(true);
  });

  test("is released at once on a desk that says so", async () => {
    env().NEW_CLAIMS = "released";
    try {
      const { id, slug } = await anInternalClaim(editor);
      expect((await row(id)).releasedAt).toEqual(now);
      expect(await isPublic(slug)).toBe(true);
    } finally {
      env().NEW_CLAIMS = "internal";
    }
  });

  test("is quoted from the newest text of its article", async () => {
    const article = await anArticle(editor);
    const read = await getDeskArticle(editor, article.slug);
    const text = `${arabicText}\n\nخاتمة جديدة للمقال.`;
    await editArticle(editor, editedArticleSchema.parse({ ...read, articleId: article.id, text }));
    const { slug } = await anInternalClaim(editor, { articleId: article.id, quote: "خاتمة جديدة" });
    expect((await getDeskClaim(editor, slug)).source).toMatchObject({ capturedIn: 2, newest: 2 });
  });

  test("was not made on a day that is yet to come, nor is it edited so", async () => {
    const late = { code: "invalid", details: [{ path: "claimedOn", message: "date_future" }] };
    await expect(anInternalClaim(editor, { claimedOn: "2026-11-21" })).rejects.toMatchObject(late);
    const { slug } = await anInternalClaim(editor, { claimedOn: "2026-11-20" });
    await expect(
      editClaim(editor, await editedFields(editor, slug, { claimedOn: "2026-12" })),
    ).rejects.toMatchObject(late);
  });

  test("has the address that was asked for, or that of its English words", async () => {
    expect((await anInternalClaim(editor, { slug: "the-cost" })).slug).toBe("the-cost");
    expect((await anInternalClaim(editor, { slug: "the-cost" })).slug).toBe("the-cost-2");
    expect(
      (await anInternalClaim(editor, { text: { en: "Six million dollars", ar: "ستة ملايين" } })).slug,
    ).toBe("six-million-dollars");
    expect((await anInternalClaim(editor, { language: "ar", text: { ar: "ستة ملايين" } })).slug).toBe(
      "ستة-ملايين",
    );
  });

  test("is in the log with all that was given", async () => {
    const { id } = await anInternalClaim(editor, { claimedOn: "2025", newTopic: { en: "Cost" } });
    expect((await lastEvent(id))?.change).toMatchObject({
      from: null,
      to: {
        text: { en: "It cost $6M on 2,000 H800s." },
        claimant: "deepseek",
        claimedOn: "2025",
        topics: ["cost"],
      },
    });
  });
});

describe("an edited claim", () => {
  test("has the texts and topics that were sent, and no other claim loses any of its own", async () => {
    const claim = await aClaim(editor, { newTopic: { en: "Chips" } });
    const other = await aClaim(editor, { newTopic: { en: "Energy" } });
    const text = { en: "Other words." };
    await editClaim(editor, await editedFields(editor, claim.slug, { text, topics: [] }));
    expect(await getDeskClaim(editor, claim.slug)).toMatchObject({ text, topics: [], version: 2 });
    expect(await getDeskClaim(editor, other.slug)).toMatchObject({
      text: { en: "It cost $6M on 2,000 H800s.", ar: "كلّف $6M على 2,000 وحدة H800." },
      topics: ["energy"],
      version: 1,
    });
  });

  test("is saved at the version that was seen alone, older or newer", async () => {
    const { id, slug } = await aClaim(editor);
    const fields = await editedFields(editor, slug, { text: { en: "Mine." } });
    for (const version of [0, 2]) {
      await expect(editClaim(editor, { ...fields, version })).rejects.toMatchObject({ reason: "edited" });
    }
    now = new Date("2026-11-20T13:00:00Z");
    expect(await editClaim(editor, fields)).toBe(2);
    expect(await row(id)).toMatchObject({ version: 2, text: "Mine.", updatedAt: now, createdAt: start });
  });

  test("that is published stays for readers as it was, and its draft changes", async () => {
    const claim = await aClaim(editor);
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
    await editClaim(editor, await editedFields(editor, claim.slug, { text: { en: "Other." } }));
    expect((await getClaim(claim.slug)).claim.text.en).toBe("It cost $6M on 2,000 H800s.");
    expect((await getDeskClaim(editor, claim.slug)).text.en).toBe("Other.");
    expect((await getQueue(editor)).published.find(({ slug }) => slug === claim.slug)?.draftDiffers).toBe(
      true,
    );
  });

  test("keeps its quote where its words are sent again, and says so in the log where they are others", async () => {
    const { id, slug } = await anInternalClaim(editor);
    const before = await db().appearance.findFirstOrThrow({ where: { claimId: id } });
    await editClaim(editor, await editedFields(editor, slug, { text: { en: "Other." } }));
    expect(await db().appearance.findFirstOrThrow({ where: { claimId: id } })).toEqual(before);
    await editClaim(editor, await editedFields(editor, slug, { quote: "2,000 وحدة H800" }));
    expect((await lastEvent(id))?.change).toEqual({
      from: { quote: "$6M على 2,000 وحدة H800" },
      to: { quote: "2,000 وحدة H800" },
    });
  });
});

describe("a plan", () => {
  const plan = (by: Context, claimId: string, fields: Partial<Assignment>) =>
    assignClaim(by, { claimId, personId: null, dueOn: null, priority: "normal", ...fields });
  const was = { assigneeId: null, dueOn: null, priority: "normal" } as const;

  test.each([
    ["whom it is given to", { personId: "colleague" }],
    ["when it is due", { dueOn: "2027-01-01" }],
    ["how urgent it is", { priority: "urgent" }],
  ] as const)("is not made over somebody else's change of %s", async (_what, theirs) => {
    const { id } = await anInternalClaim(editor);
    const change = "personId" in theirs ? { personId: idOf(colleague) } : theirs;
    await plan(colleague, id, change);
    await expect(plan(editor, id, { personId: idOf(editor), was })).rejects.toMatchObject({
      code: "conflict",
      reason: "edited",
    });
    expect(await row(id)).toMatchObject({ assigneeId: "personId" in theirs ? idOf(colleague) : null });
  });

  test("gives a claim of the inbox to somebody, and back to the inbox", async () => {
    const { id } = await anInternalClaim(editor);
    await plan(editor, id, { personId: idOf(colleague), dueOn: "2027-01-01", priority: "high" });
    expect(await row(id)).toMatchObject({
      stage: "assigned",
      assigneeId: idOf(colleague),
      dueOn: "2027-01-01",
      priority: "high",
    });
    await plan(editor, id, { personId: null });
    expect(await row(id)).toMatchObject({
      stage: "inbox",
      assigneeId: null,
      dueOn: null,
      priority: "normal",
    });
  });

  test("hands a claim over that is in review, where it stays", async () => {
    const { id } = await anInternalClaim(editor);
    await moveClaim(editor, id, "review");
    await plan(editor, id, { personId: idOf(colleague) });
    expect(await row(id)).toMatchObject({ stage: "in_review", assigneeId: idOf(colleague) });
    await plan(editor, id, { personId: null });
    expect(await row(id)).toMatchObject({ stage: "in_review", assigneeId: null });
  });

  test("is told to whom the claim is given, and not again where only its date changes", async () => {
    const { id } = await anInternalClaim(editor);
    await plan(editor, id, { personId: idOf(colleague) });
    await plan(editor, id, { personId: idOf(colleague), dueOn: "2027-01-01" });
    expect((await listNotifications(colleague)).notifications.map(({ kind }) => kind)).toEqual(["assigned"]);
  });

  test("gives it to nobody without access, and to no reader", async () => {
    const { id } = await anInternalClaim(editor);
    const gone = await somebody("editor");
    await editPerson(await somebody("admin"), { personId: idOf(gone), role: "editor", active: false });
    for (const personId of [idOf(gone), idOf(await somebody("reader")), "nothing"]) {
      await expect(plan(editor, id, { personId })).rejects.toMatchObject({
        code: "not_found",
        reason: "no_person",
      });
    }
    expect(await row(id)).toMatchObject({ stage: "inbox", assigneeId: null });
  });

  test("that changes nothing is not in the log", async () => {
    const { id } = await anInternalClaim(editor);
    const before = await db().event.count();
    await plan(editor, id, {});
    expect(await db().event.count()).toBe(before);
  });
});

describe("a move", () => {
  test("to review gives the claim to whoever starts it, unless somebody has it", async () => {
    const [mine, theirs] = [await anInternalClaim(editor), await anInternalClaim(editor)];
    await assignClaim(editor, {
      claimId: theirs.id,
      personId: idOf(colleague),
      dueOn: null,
      priority: "normal",
    });
    for (const { id } of [mine, theirs]) await moveClaim(editor, id, "review");
    expect(await row(mine.id)).toMatchObject({ stage: "in_review", assigneeId: idOf(editor) });
    expect(await row(theirs.id)).toMatchObject({ stage: "in_review", assigneeId: idOf(colleague) });
  });

  test("is made once: a released claim is not released, a hidden one not hidden again", async () => {
    const { id, slug } = await anInternalClaim(editor);
    await expect(moveClaim(editor, id, "hide")).rejects.toMatchObject({ reason: "not_released" });
    await moveClaim(editor, id, "release");
    await expect(moveClaim(editor, id, "release")).rejects.toMatchObject({ reason: "already_released" });
    await moveClaim(editor, id, "hide");
    // A page that shows another stage than the claim's moves nothing.
    await expect(moveClaim(editor, id, "archive", "in_review")).rejects.toMatchObject({ reason: "stage" });
    expect(await row(id)).toMatchObject({ releasedAt: null, stage: "inbox" });
    expect(await isPublic(slug)).toBe(false);
  });

  test("hides nothing that a verdict was published on, also while a correction waits", async () => {
    const { id, slug } = await aClaim(editor);
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    await expect(moveClaim(editor, id, "hide")).rejects.toMatchObject({ code: "conflict" });
    await proposeVerdict(editor, aVerdict(id, { kind: "correction", note: { en: "More." } }));
    await expect(moveClaim(editor, id, "hide")).rejects.toMatchObject({
      code: "conflict",
      reason: "published",
    });
    expect(await isPublic(slug)).toBe(true);
  });

  test("tells the log what it was and who made it, at the time of the desk", async () => {
    const { id } = await anInternalClaim(editor);
    now = new Date("2026-11-20T14:00:00Z");
    await moveClaim(colleague, id, "review");
    expect(await lastEvent(id)).toMatchObject({
      action: "claim.review",
      actorName: colleague.actor?.name,
      change: {
        from: { stage: "inbox", assigneeId: null },
        to: { stage: "in_review", assigneeId: idOf(colleague) },
      },
    });
    expect((await row(id)).updatedAt).toEqual(now);
  });
});

describe("what stands of a claim decides its steps:", () => {
  test("a claim goes back to where it was before a proposal", async () => {
    const { id } = await anInternalClaim(editor);
    await someEvidence(editor, id);
    const first = await proposeVerdict(editor, aVerdict(id));
    expect((await row(id)).stage).toBe("proposed");
    await withdrawProposal(editor, first.id, 1);
    expect((await row(id)).stage).toBe("in_review");
    await published(editor, publisher, aVerdict(id));
    expect((await row(id)).stage).toBe("published");
  });

  test("the last revision tells whether it is retracted, not the first", async () => {
    const { id } = await anInternalClaim(editor);
    await someEvidence(editor, id);
    await published(editor, publisher, aVerdict(id));
    const note = { en: "We were wrong." };
    await published(editor, publisher, aVerdict(id, { kind: "retraction", note }));
    await expect(proposeVerdict(editor, aVerdict(id, { kind: "retraction", note }))).rejects.toMatchObject({
      details: [{ path: "kind", message: "already_retracted" }],
    });
    await published(editor, publisher, aVerdict(id, { kind: "correction", note }));
    await published(editor, publisher, aVerdict(id, { kind: "retraction", note }));
    expect(await db().revision.count({ where: { claimId: id } })).toBe(4);
  });
});

describe("a further appearance", () => {
  const place = (claimId: string, fields: Partial<AppearanceInput> = {}): AppearanceInput => ({
    claimId,
    url: "https://elsewhere.example/1",
    title: null,
    publisher: null,
    language: "en",
    publishedOn: null,
    change: {},
    ...fields,
  });

  test("stands behind those before it, of its own claim alone, also where one was removed", async () => {
    const [claim, other] = [await anInternalClaim(editor), await anInternalClaim(editor)];
    const [one] = [
      await addAppearance(editor, place(claim.id)),
      await addAppearance(editor, place(claim.id)),
    ];
    await removeAppearance(editor, one ?? "");
    await addAppearance(editor, place(claim.id));
    await addAppearance(editor, place(other.id));
    const positions = async (claimId: string) =>
      (await db().appearance.findMany({ where: { claimId }, orderBy: { position: "asc" } })).map(
        ({ position }) => position,
      );
    expect(await positions(claim.id)).toEqual([0, 2, 3]);
    expect(await positions(other.id)).toEqual([0, 1]);
  });

  test("was not published on a day that is yet to come, and is of a claim that is there", async () => {
    const { id } = await anInternalClaim(editor);
    await expect(addAppearance(editor, place(id, { publishedOn: "2026-11-21" }))).rejects.toMatchObject({
      details: [{ path: "publishedOn", message: "date_future" }],
    });
    await expect(addAppearance(editor, place("nothing"))).rejects.toMatchObject({ code: "not_found" });
  });

  test("is one of two hundred at most", async () => {
    const { id } = await anInternalClaim(editor);
    const most = 200;
    await db().appearance.createMany({
      data: Array.from({ length: most - 2 }, (_, n) => ({
        ...place(id),
        id: `${id}-${n}`,
        position: n + 1,
        createdAt: now,
      })),
    });
    await addAppearance(editor, place(id));
    await expect(addAppearance(editor, place(id))).rejects.toMatchObject({
      code: "invalid",
      reason: "appearances_full",
    });
    expect(await db().appearance.count({ where: { claimId: id } })).toBe(most);
  });

  test("is taken away; the source that the claim is quoted from is not", async () => {
    const { id } = await anInternalClaim(editor);
    const source = await db().appearance.findFirstOrThrow({ where: { claimId: id, position: 0 } });
    await expect(removeAppearance(editor, source.id)).rejects.toMatchObject({ code: "not_found" });
    expect(await db().appearance.count({ where: { claimId: id } })).toBe(1);
  });
});

test("a quote is moved at the version that was seen, and makes the next one", async () => {
  const article = await anArticle(editor);
  const { id } = await anInternalClaim(editor, { articleId: article.id });
  const read = await getDeskArticle(editor, article.slug);
  await editArticle(
    editor,
    editedArticleSchema.parse({ ...read, articleId: article.id, text: "نص آخر عن كلفة أخرى." }),
  );
  const quote = "كلفة أخرى";
  await expect(reanchorQuote(editor, { claimId: id, version: 2, quote })).rejects.toMatchObject({
    reason: "edited",
  });
  expect(await reanchorQuote(editor, { claimId: id, version: 1, quote })).toBe(2);
  expect((await lastEvent(id))?.change).toMatchObject({
    from: { textVersion: 1 },
    to: { quote, textVersion: 2 },
  });
});

describe("claims given to another claimant", () => {
  const to = { names: { en: "Somebody Else" }, create: true, distinctFrom: [] };

  test("are those of the first one alone: of others none is moved", async () => {
    const [mine, theirs] = [
      await anInternalClaim(editor, { claimant: { en: "Madam First" } }),
      await anInternalClaim(editor, { claimant: { en: "Mister Second" } }),
    ];
    await expect(
      splitClaimant(editor, { key: "madam-first", claims: [mine.id, theirs.id], to }),
    ).rejects.toMatchObject({
      code: "conflict",
      reason: "claims_moved",
      details: [{ path: "claims", message: theirs.id }],
    });
    expect((await getDeskClaim(editor, mine.slug)).claimant?.key).toBe("madam-first");
    expect((await getDeskClaim(editor, theirs.slug)).claimant?.key).toBe("mister-second");
  });

  test("make the next version of each, and go to somebody else than they came from", async () => {
    const { id, slug } = await anInternalClaim(editor, { claimant: { en: "Lady Third" } });
    await expect(
      splitClaimant(editor, { key: "lady-third", claims: [id], to: { key: "lady-third" } }),
    ).rejects.toMatchObject({ details: [{ path: "to", message: "same_claimant" }] });
    await splitClaimant(editor, { key: "lady-third", claims: [id], to });
    expect(await getDeskClaim(editor, slug)).toMatchObject({
      version: 2,
      claimant: { key: "somebody-else" },
    });
  });
});

describe("what waits in the queue", () => {
  const waiting = async (who: Context) => (await getQueue(who)).waiting.map(({ slug }) => slug);

  test("is a proposal for other publishers, not for its proposer and not for editors", async () => {
    const claim = await anInternalClaim(editor);
    await someEvidence(editor, claim.id);
    await proposeVerdict(publisher, aVerdict(claim.id));
    const other = await somebody("admin");
    expect(await waiting(publisher)).not.toContain(claim.slug);
    expect(await waiting(colleague)).not.toContain(claim.slug);
    expect(await waiting(other)).toContain(claim.slug);
  });

  test("is no claim of one's own that is proposed, published or archived", async () => {
    const claims = [await anInternalClaim(editor), await anInternalClaim(editor)];
    for (const { id } of claims)
      await assignClaim(editor, { claimId: id, personId: idOf(colleague), dueOn: null, priority: "normal" });
    expect(await waiting(colleague)).toEqual(expect.arrayContaining(claims.map(({ slug }) => slug)));
    await someEvidence(editor, claims[0]?.id ?? "");
    await published(editor, publisher, aVerdict(claims[0]?.id ?? ""));
    await moveClaim(editor, claims[1]?.id ?? "", "archive");
    expect(await waiting(colleague)).toEqual([]);
  });

  test("says of each line what stands: rating, proposer, evidence, release", async () => {
    // Made later than all others, it stands first.
    now = new Date("2026-11-20T20:00:00Z");
    const { id, slug } = await anInternalClaim(editor);
    await someEvidence(editor, id);
    const line = async (part: "inbox" | "proposed" | "published" | "archived") =>
      (await getQueue(publisher))[part].find((one) => one.slug === slug);
    expect(await line("inbox")).toMatchObject({
      released: false,
      rating: null,
      proposedBy: null,
      evidence: 1,
    });
    await moveClaim(editor, id, "release");
    expect(await line("inbox")).toMatchObject({ released: true });
    await proposeVerdict(editor, aVerdict(id));
    expect(await line("proposed")).toMatchObject({
      rating: "disputed",
      proposedBy: editor.actor?.name,
      returned: null,
    });
    const [proposal] = await db().proposal.findMany({ where: { claimId: id } });
    await withdrawProposal(editor, proposal?.id ?? "", 1);
    now = new Date("2026-11-20T20:01:00Z");
    await published(editor, publisher, aVerdict(id, { rating: "false" }));
    expect(await line("published")).toMatchObject({ rating: "false", proposedBy: null, released: null });
    const away = await aClaim(editor);
    await moveClaim(editor, away.id, "archive");
    expect((await getQueue(editor)).archived.find((one) => one.slug === away.slug)?.released).toBeNull();
  });
});
