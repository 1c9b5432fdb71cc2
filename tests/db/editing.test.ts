import { beforeAll, describe, expect, test } from "vitest";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { addAppearance, removeAppearance } from "@/lib/desk/claims/appearances";
import { createClaim, editClaim } from "@/lib/desk/claims/commands";
import { getDeskClaim } from "@/lib/desk/claims/queries";
import { getQueue } from "@/lib/desk/claims/queue";
import type { Priority } from "@/lib/desk/claims/schema";
import { editedClaimSchema, newClaimSchema } from "@/lib/desk/claims/schema";
import { assignClaim, moveClaim } from "@/lib/desk/claims/transitions";
import { editEvidence, orderEvidence } from "@/lib/desk/evidence/commands";
import { listEvidence } from "@/lib/desk/evidence/queries";
import { editedEvidenceSchema } from "@/lib/desk/evidence/schema";
import { getClaim } from "@/lib/public/claims/get-claim";
import {
  aClaim,
  anArticle,
  anInternalClaim,
  arabicText,
  somebody,
  someEvidence,
} from "@/tests/factories/desk";

let editor: Context;
let colleague: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  colleague = await somebody("editor");
});

async function formOf(slug: string) {
  const { id, version, text, language, claimant, claimedOn, topics, source } = await getDeskClaim(
    editor,
    slug,
  );
  return {
    claimId: id,
    version,
    text,
    language,
    claimant: claimant && { key: claimant.key },
    claimedOn,
    topics,
    quote: source?.quote.exact ?? "",
  };
}

describe("a claim", () => {
  test("holds its quote in code points, also behind characters outside of the BMP", async () => {
    const { slug } = await aClaim(editor, { quote: "النموذج 😀 مفتوح" });
    const quote = (await getClaim(slug)).source?.quote;
    expect(quote?.exact).toBe([...arabicText].slice(quote?.start, quote?.end).join(""));
  });

  test("is found by words that are spelt or numbered in another way", async () => {
    const { slug } = await aClaim(editor, { quote: "كل ذلك في عام 2023" });
    expect((await getClaim(slug)).source?.quote?.exact).toBe("كل ذلك في عام ٢٠٢٣");
  });

  test("asks which place is meant when its words stand in several", async () => {
    await expect(aClaim(editor, { quote: "المقال" })).rejects.toMatchObject({
      details: [{ path: "quote", message: "quote_ambiguous" }],
    });
    const start = [...arabicText.slice(0, arabicText.lastIndexOf("المقال"))].length;
    const { slug } = await aClaim(editor, { quote: "المقال", quoteStart: start });
    expect((await getClaim(slug)).source?.quote?.start).toBe(start);
  });

  test("gets an address of its own", async () => {
    const slugs = [await aClaim(editor), await aClaim(editor)].map(({ slug }) => slug);
    expect(new Set(slugs).size).toBe(2);
  });

  test("is saved field by field, and readers see it at once", async () => {
    const { slug } = await aClaim(editor);
    const form = await formOf(slug);
    const text = { en: "It cost six million dollars.", ar: "كلّف ستة ملايين دولار." };
    await editClaim(
      editor,
      editedClaimSchema.parse({
        ...form,
        text,
        newTopic: { names: { en: "Cost" } },
        quote: "2,000 وحدة H800",
      }),
    );
    const shown = await getClaim(slug);
    expect(shown.claim.text).toEqual(text);
    expect(shown.claim.topics).toEqual([{ key: "cost", names: { en: "Cost" } }]);
    expect(shown.source?.quote?.exact).toBe("2,000 وحدة H800");
  });

  test("is not overwritten: the second save gets a conflict", async () => {
    const { slug } = await aClaim(editor);
    const [mine, theirs] = [await formOf(slug), await formOf(slug)];
    await editClaim(colleague, editedClaimSchema.parse({ ...theirs, text: { en: "Theirs." } }));
    await expect(
      editClaim(editor, editedClaimSchema.parse({ ...mine, text: { en: "Mine." } })),
    ).rejects.toMatchObject({
      code: "conflict",
      reason: "edited",
    });
    expect((await getClaim(slug)).claim.text).toEqual({ en: "Theirs." });
  });

  test("saved by two at the same moment is saved by one", async () => {
    const { slug } = await aClaim(editor);
    const form = await formOf(slug);
    const saves = await Promise.allSettled(
      ["One.", "Two.", "Three."].map((en) =>
        editClaim(editor, editedClaimSchema.parse({ ...form, text: { en } })),
      ),
    );
    expect(saves.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  });

  test("is archived out of the readers' sight, and restored as internal", async () => {
    const { id, slug } = await aClaim(editor);
    await moveClaim(editor, id, "archive");
    await expect(getClaim(slug)).rejects.toMatchObject({ code: "not_found" });
    await moveClaim(editor, id, "restore");
    await expect(getClaim(slug)).rejects.toMatchObject({ code: "not_found" });
    await moveClaim(editor, id, "release");
    expect((await getClaim(slug)).status).toBe("unchecked");
  });

  test("waits in the queue of whom it is assigned to", async () => {
    const { id, slug } = await aClaim(editor);
    await assignClaim(editor, {
      claimId: id,
      personId: colleague.actor?.id ?? null,
      dueOn: "2026-12-01",
      priority: "high",
    });
    expect((await getQueue(colleague)).waiting.map((line) => line.slug)).toContain(slug);
    await moveClaim(colleague, id, "review");
    expect((await getClaim(slug)).status).toBe("in_review");
    await expect(moveClaim(colleague, id, "review")).rejects.toMatchObject({
      code: "conflict",
      reason: "stage",
    });
  });

  test("comes first in the queue when it is urgent, and then by when it is due", async () => {
    const reviewer = await somebody("editor");
    const plan = async (priority: Priority, dueOn: string | null) => {
      const { id, slug } = await aClaim(editor);
      await assignClaim(editor, { claimId: id, personId: reviewer.actor?.id ?? null, dueOn, priority });
      return slug;
    };
    const [someday, later, soon, urgent] = [
      await plan("normal", null),
      await plan("normal", "2026-12-24"),
      await plan("normal", "2026-12-01"),
      await plan("urgent", null),
    ];
    const waiting = (await getQueue(reviewer)).waiting.map(({ slug }) => slug);
    expect(waiting).toEqual([urgent, soon, later, someday]);
  });

  test("is not planned over somebody else's plan", async () => {
    const { id } = await aClaim(editor);
    const was = { assigneeId: null, dueOn: null, priority: "normal" } as const;
    const mine = {
      claimId: id,
      personId: editor.actor?.id ?? null,
      dueOn: null,
      priority: "normal",
      was,
    } as const;
    const theirs = { ...mine, personId: colleague.actor?.id ?? null };
    const outcomes = await Promise.allSettled([assignClaim(editor, mine), assignClaim(colleague, theirs)]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    expect(outcomes.find(({ status }) => status === "rejected")).toMatchObject({
      reason: { reason: "edited" },
    });
  });

  test("goes to nobody who is not of the desk", async () => {
    const { id } = await aClaim(editor);
    const reader = await somebody("reader");
    await expect(
      assignClaim(editor, {
        claimId: id,
        personId: reader.actor?.id ?? null,
        dueOn: null,
        priority: "normal",
      }),
    ).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("has every change in its log, with who and what", async () => {
    const { id, slug } = await anInternalClaim(editor);
    await editClaim(colleague, editedClaimSchema.parse({ ...(await formOf(slug)), claimedOn: "2025-04" }));
    const {
      events: [edit, create],
    } = await listEvents(editor, id);
    expect(create).toMatchObject({ action: "claim.create", actorName: editor.actor?.name });
    expect(edit).toMatchObject({
      action: "claim.edit",
      actorName: colleague.actor?.name,
      change: { from: { claimedOn: null }, to: { claimedOn: "2025-04" } },
    });
  });

  test("carries further appearances", async () => {
    const { id, slug } = await aClaim(editor);
    const change = { en: "The GPUs are GPT-4's here." };
    const place = {
      claimId: id,
      url: "https://example.org/a",
      title: null,
      publisher: "Example",
      language: "en",
      publishedOn: null,
    };
    const appearanceId = await addAppearance(editor, { ...place, change });
    expect((await getClaim(slug)).appearances).toMatchObject([{ url: "https://example.org/a", change }]);
    await removeAppearance(editor, appearanceId);
    expect((await getClaim(slug)).appearances).toEqual([]);
  });
});

describe("evidence", () => {
  test("is put in order, unless the list changed in the meantime", async () => {
    const { id } = await aClaim(editor);
    const [a, b] = [
      await someEvidence(editor, id, { title: "A" }),
      await someEvidence(editor, id, { title: "B" }),
    ];
    await orderEvidence(editor, { claimId: id, order: [b, a] });
    expect((await listEvidence(editor, id)).map(({ title }) => title)).toEqual(["B", "A"]);
    await someEvidence(colleague, id, { title: "C" });
    await expect(orderEvidence(editor, { claimId: id, order: [a, b] })).rejects.toMatchObject({
      code: "conflict",
    });
  });

  test("is not overwritten: the second save gets a conflict", async () => {
    const { id } = await aClaim(editor);
    await someEvidence(editor, id);
    const [row] = await listEvidence(editor, id);
    const form = { ...row, evidenceId: row?.id, linkAnswers: "yes" };
    await editEvidence(colleague, editedEvidenceSchema.parse({ ...form, title: "Theirs" }));
    await expect(
      editEvidence(editor, editedEvidenceSchema.parse({ ...form, title: "Mine" })),
    ).rejects.toMatchObject({
      code: "conflict",
    });
    expect((await listEvidence(editor, id))[0]).toMatchObject({ title: "Theirs", linkAnswers: true });
  });
});

describe("an article", () => {
  test("with a new text is a new version in which the quotes are found again", async () => {
    const article = await anArticle(editor);
    const { slug } = await aClaim(editor, { articleId: article.id, quote: "النموذج 😀 مفتوح" });
    const before = (await getClaim(slug)).source?.quote?.start ?? 0;
    const added = "مقدمة جديدة.\n\n";
    await editArticle(editor, await articleForm(article.slug, { text: added + arabicText }));
    expect((await getClaim(slug)).source?.quote?.start).toBe(before + [...added].length);
    expect((await getDeskArticle(editor, article.slug)).textVersion).toBe(2);
  });

  test("is saved without the words of a quote: the claim stays in the version that it was captured in", async () => {
    const article = await anArticle(editor);
    const { id, slug } = await aClaim(editor, { articleId: article.id });
    const before = (await getDeskClaim(editor, slug)).source;
    const saved = await editArticle(editor, await articleForm(article.slug, { text: "نص آخر." }));
    const quote = before?.quote.exact;
    expect(saved).toEqual({ kept: [{ claimId: id, slug, quote, capturedIn: 1 }] });
    expect((await getDeskClaim(editor, slug)).source).toEqual({ ...before, newest: 2 });
  });

  test("is not overwritten: the second save gets a conflict", async () => {
    const article = await anArticle(editor);
    const form = await articleForm(article.slug, { title: "عنوان آخر" });
    await editArticle(colleague, form);
    await expect(editArticle(editor, form)).rejects.toMatchObject({ code: "conflict" });
  });

  test("that is not there has no claims", async () => {
    const claim = {
      articleId: "nowhere",
      language: "en",
      text: { en: "x" },
      claimant: null,
      quote: "x",
    };
    await expect(createClaim(editor, newClaimSchema.parse(claim))).rejects.toMatchObject({
      code: "not_found",
    });
  });

  async function articleForm(slug: string, changes: { text?: string; title?: string }) {
    const { id, ...article } = await getDeskArticle(editor, slug);
    return editedArticleSchema.parse({ ...article, articleId: id, ...changes });
  }
});
