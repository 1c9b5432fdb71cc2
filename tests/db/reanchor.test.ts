import { beforeAll, describe, expect, test } from "vitest";
import { commands } from "@/app/api/v1/desk/[command]/commands";
import { editArticle } from "@/lib/desk/articles/commands";
import { listDeskArticles } from "@/lib/desk/articles/list";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import { listEvents } from "@/lib/desk/audit/queries";
import type { Context } from "@/lib/desk/auth/permissions";
import { editClaim } from "@/lib/desk/claims/commands";
import { findNewerText, getDeskClaim } from "@/lib/desk/claims/queries";
import { reanchorQuote } from "@/lib/desk/claims/reanchor";
import { getLatestSequence, hasChangedSince } from "@/lib/desk/realtime/queries";
import { getPublicArticle } from "@/lib/public/articles";
import { getClaim } from "@/lib/public/claims/get-claim";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
});

const inEnglish = { title: "Debate", language: "en" };

/** A claim of these words of an article of this text. */
async function quoted(text: string, quote: string, language: "en" | "ar" = "en") {
  const article = await anArticle(editor, { ...inEnglish, language, text });
  return { article, claim: await aClaim(editor, { articleId: article.id, quote }) };
}

async function correct(slug: string, text: string, by = editor) {
  const { id, ...article } = await getDeskArticle(by, slug);
  return editArticle(by, editedArticleSchema.parse({ ...article, articleId: id, text }));
}

const sourceOf = async (slug: string) => (await getDeskClaim(editor, slug)).source;
const actionsOf = async (claimId: string) =>
  (await listEvents(editor, claimId)).events.map(({ action }) => action);

describe("an article corrected under its quotes", () => {
  test.each([
    ["en", "It fell by 5 percent. So it is.", "It fell by 35 percent. So it is.", "5 percent"],
    ["en", "It cost 2 million. So it is.", "It cost 1.2 million. So it is.", "2 million"],
    ["en", "It is war now. So it is.", "It is a warning now. So it is.", "war"],
    ["en", "It cost $1.2 in all. So it is.", "It cost $1.25 in all. So it is.", "$1.2"],
    ["en", "It moved by -3 percent. So it is.", "It moved by 3 percent. So it is.", "-3 percent"],
    ["en", "Of them 1/2 left. So it is.", "Of them 1-2 left. So it is.", "Of them 1/2 left"],
    ["en", "It began at 10:30 then. So it is.", "It began at 10-30 then. So it is.", "at 10:30"],
    ["ar", "قال من الناس كثير. انتهى.", "قال ضمن الناس كثير. انتهى.", "من الناس"],
    ["ar", "انخفض ٥ في المئة. انتهى.", "انخفض ٣٥ في المئة. انتهى.", "٥ في المئة"],
    ["ar", "كلّف ٢ مليون فقط. انتهى.", "كلّف ١٫٢ مليون فقط. انتهى.", "٢ مليون"],
    ["ar", "بلغ -٣ في المئة. انتهى.", "بلغ ٣ في المئة. انتهى.", "-٣ في المئة"],
    ["ar", "بدأ في ١٠:٣٠ صباحاً. انتهى.", "بدأ في ١٠-٣٠ صباحاً. انتهى.", "١٠:٣٠ صباحاً"],
  ] as const)(
    "is saved, and the claim says what it was captured in (%s: %s → %s)",
    async (language, before, after, words) => {
      const { article, claim } = await quoted(before, words, language);
      const source = await sourceOf(claim.slug);
      const { kept } = await correct(article.slug, after);
      expect(kept).toEqual([{ claimId: claim.id, slug: claim.slug, quote: words, capturedIn: 1 }]);
      expect(await sourceOf(claim.slug)).toEqual({ ...source, newest: 2 });
      const desk = await getDeskArticle(editor, article.slug);
      expect(desk).toMatchObject({ text: after, textVersion: 2, marks: [] });
      expect(desk.outdatedQuotes).toMatchObject([
        { id: claim.id, capturedIn: 1, quote: source?.quote, candidates: [] },
      ]);
    },
  );

  test.each([
    [
      "en",
      "Minister Smith:\n\nWe cut it by 5 percent.\n\nMinister Jones:\n\nNever.",
      "Minister Smith:\n\nNever.\n\nMinister Jones:\n\nWe cut it by 5 percent.",
      "cut it by 5 percent",
    ],
    [
      "ar",
      "الوزير سالم:\n\nسنخفضها ٥ في المئة.\n\nالوزير خالد:\n\nأبداً.",
      "الوزير سالم:\n\nأبداً.\n\nالوزير خالد:\n\nسنخفضها ٥ في المئة.",
      "سنخفضها ٥ في المئة",
    ],
  ] as const)(
    "does not put a minister's words under another's name (%s)",
    async (language, before, after, words) => {
      const { article, claim } = await quoted(before, words, language);
      await correct(article.slug, after);
      expect(await sourceOf(claim.slug)).toMatchObject({ capturedIn: 1, newest: 2, quote: { exact: words } });
      // An editor is asked: here they stand now.
      const [behind] = (await getDeskArticle(editor, article.slug)).outdatedQuotes;
      const start = [...after.slice(0, after.lastIndexOf(words))].length;
      expect(behind?.candidates).toMatchObject([{ exact: words, start }]);
    },
  );

  test("moves the quotes whose place is sure, and tells each claim what became of it", async () => {
    const text =
      "It fell by 5 percent then. Nobody knew why.\n\nOne.\n\nTwo.\n\nIt rose by 2 million since. All were glad of that.";
    const { article, claim: stays } = await quoted(text, "5 percent");
    const moves = await aClaim(editor, { articleId: article.id, quote: "2 million" });
    const { version } = await getDeskClaim(editor, moves.slug);
    const since = await getLatestSequence(editor);
    const corrected = `New.\n\n${text.replace("5 percent", "35 percent")}`;
    expect((await correct(article.slug, corrected)).kept).toMatchObject([{ claimId: stays.id }]);
    const start = corrected.indexOf("2 million");
    expect(await sourceOf(moves.slug)).toMatchObject({ capturedIn: 2, quote: { exact: "2 million", start } });
    expect((await getDeskClaim(editor, moves.slug)).version).toBe(version);
    for (const [claim, action] of [
      [moves, "claim.quote_moved"],
      [stays, "claim.quote_kept"],
    ] as const) {
      expect((await actionsOf(claim.id))[0]).toBe(action);
      expect(await hasChangedSince(editor, { claim: claim.id, since })).toBe(true);
    }
    const [kept] = (await listEvents(editor, stays.id)).events;
    const place = { quote: "5 percent", start: text.indexOf("5"), textVersion: 1 };
    expect(kept?.change).toEqual({ from: place, to: place });
  });

  test("takes a claim along again once its words are back, and tells it of each change once", async () => {
    const text = "It fell by 5 percent. So it is.";
    const { article, claim } = await quoted(text, "5 percent");
    await correct(article.slug, "It fell by 35 percent. So it is.");
    const { kept } = await correct(article.slug, "It fell by 36 percent. So it is.");
    expect(kept).toMatchObject([{ claimId: claim.id, capturedIn: 1 }]);
    await correct(article.slug, text);
    expect(await sourceOf(claim.slug)).toMatchObject({ capturedIn: 4, newest: 4 });
    expect(await actionsOf(claim.id)).toEqual([
      "claim.quote_moved",
      "claim.quote_kept",
      "claim.release",
      "claim.create",
    ]);
  });

  test("still counts and shows every claim made of it", async () => {
    const text = "It fell by 5 percent. It rose by 2 million since.";
    const { article, claim: stays } = await quoted(text, "5 percent");
    const other = await aClaim(editor, { articleId: article.id, quote: "2 million since" });
    const after = "It fell by 35 percent. It rose by 2 million since.";
    await correct(article.slug, after);
    const { rows } = await listDeskArticles(editor, {});
    const line = rows.find(({ slug }) => slug === article.slug);
    expect(line?.claims).toBe(2);
    const shown = await getPublicArticle(article.slug);
    expect(shown.version).toBe(2);
    expect(shown.claims.map(({ id, inText }) => [id, inText])).toEqual(
      expect.arrayContaining([
        [stays.id, false],
        [other.id, false],
      ]),
    );
    // What readers see of the claim itself is what was captured.
    expect((await getClaim(stays.slug)).source?.quote?.exact).toBe("5 percent");
  });

  test("leaves a published verdict as it was", async () => {
    const { article, claim } = await quoted("It fell by 5 percent. So it is.", "5 percent");
    await someEvidence(editor, claim.id);
    await published(editor, publisher, aVerdict(claim.id));
    const before = await getClaim(claim.slug);
    await correct(article.slug, "It fell by 35 percent. So it is.");
    expect(await getClaim(claim.slug)).toEqual(before);
    expect((await getPublicArticle(article.slug)).claims).toMatchObject([{ id: claim.id, inText: false }]);
  });
});

describe("a quote that stayed behind", () => {
  const before = "It fell by 5 percent. So it is. They said it, twice.";
  const after = "It fell by 35 percent. So it is. They said it, twice. They said it, again.";

  test("is moved to words of the newest version", async () => {
    const { article, claim } = await quoted(before, "5 percent");
    await correct(article.slug, after);
    const { version } = await getDeskClaim(editor, claim.slug);
    const since = await getLatestSequence(editor);
    const saved = await reanchorQuote(editor, { claimId: claim.id, version, quote: "35 percent" });
    expect(saved).toBe(version + 1);
    expect(await sourceOf(claim.slug)).toMatchObject({
      capturedIn: 2,
      newest: 2,
      quote: { exact: "35 percent", start: after.indexOf("35") },
    });
    expect(await hasChangedSince(editor, { claim: claim.id, since })).toBe(true);
    const [event] = (await listEvents(editor, claim.id)).events;
    expect(event).toMatchObject({
      action: "claim.reanchor",
      change: {
        from: { quote: "5 percent", textVersion: 1 },
        to: { quote: "35 percent", textVersion: 2 },
      },
    });
    const shown = await getDeskArticle(editor, article.slug);
    expect([shown.outdatedQuotes, shown.marks]).toMatchObject([[], [{ id: claim.id }]]);
    const source = await sourceOf(claim.slug);
    expect(source && (await findNewerText(editor, source))).toBe(null);
  });

  test("is moved by a program too", async () => {
    const { article, claim } = await quoted(before, "5 percent");
    await correct(article.slug, after);
    const { version } = await getDeskClaim(editor, claim.slug);
    const start = after.lastIndexOf("They");
    const input = { claimId: claim.id, version, quote: "They said it", quoteStart: start };
    expect(await commands["re-anchor-quote"]?.(editor, input)).toBe(version + 1);
    expect(await sourceOf(claim.slug)).toMatchObject({ capturedIn: 2, quote: { start } });
  });

  test.each([
    ["words that are not in it", "5 percent", "quote_not_found"],
    ["words that stand in it twice", "They said it", "quote_ambiguous"],
  ])("is not moved to %s", async (_, quote, message) => {
    const { article, claim } = await quoted(before, "fell by 5 percent");
    await correct(article.slug, after);
    const { version } = await getDeskClaim(editor, claim.slug);
    await expect(reanchorQuote(editor, { claimId: claim.id, version, quote })).rejects.toMatchObject({
      code: "invalid",
      details: [{ path: "quote", message }],
    });
  });

  test("is not moved over somebody else's save, nor without a claim", async () => {
    const { claim } = await quoted(before, "5 percent");
    const input = { claimId: claim.id, version: 1, quote: "So it is" };
    await editClaim(editor, await editedFields(editor, claim.slug, { text: { en: "Another." } }));
    await expect(reanchorQuote(editor, input)).rejects.toMatchObject({ code: "conflict", reason: "edited" });
    await expect(reanchorQuote(editor, { ...input, claimId: "none" })).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("is corrected in the version that it was captured in", async () => {
    const { article, claim } = await quoted(before, "5 percent");
    await correct(article.slug, after);
    await editClaim(editor, await editedFields(editor, claim.slug, { quote: "fell by 5 percent" }));
    expect(await sourceOf(claim.slug)).toMatchObject({
      capturedIn: 1,
      quote: { exact: "fell by 5 percent" },
    });
  });
});

describe("a quote typed wider or otherwise, whose words stand several times", () => {
  const text =
    "First the price fell by 5 percent. Then the price fell by 5 percent. So it is. The price fell by 5 percent.";
  const places = [...text.matchAll(/price fell by 5 percent/g)].map(({ index }) => index);

  test("stays at the known place", async () => {
    for (const at of places) {
      const article = await anArticle(editor, { ...inEnglish, text });
      const claim = await aClaim(editor, {
        articleId: article.id,
        quote: "5 percent",
        quoteStart: text.indexOf("5 percent", at),
      });
      await editClaim(editor, await editedFields(editor, claim.slug, { quote: "price fell by 5 percent" }));
      expect((await sourceOf(claim.slug))?.quote.start).toBe(at);
      await editClaim(editor, await editedFields(editor, claim.slug, { quote: "fell by" }));
      expect((await sourceOf(claim.slug))?.quote.start).toBe(text.indexOf("fell by", at));
    }
  });

  test("is asked for more where nothing is known of its place", async () => {
    const article = await anArticle(editor, { ...inEnglish, text });
    await expect(
      aClaim(editor, { articleId: article.id, quote: "price fell by 5 percent" }),
    ).rejects.toMatchObject({
      details: [{ path: "quote", message: "quote_ambiguous" }],
    });
  });

  test("may be a part of a word where it was selected, and not where it is typed", async () => {
    const arabic = "قال والناس يعلمون.";
    const article = await anArticle(editor, { language: "ar", text: arabic });
    await expect(aClaim(editor, { articleId: article.id, quote: "الناس يعلمون" })).rejects.toMatchObject({
      details: [{ path: "quote", message: "quote_not_found" }],
    });
    const quoteStart = arabic.indexOf("الناس");
    const { slug } = await aClaim(editor, { articleId: article.id, quote: "الناس يعلمون", quoteStart });
    expect((await sourceOf(slug))?.quote).toMatchObject({ exact: "الناس يعلمون", start: quoteStart });
  });
});
