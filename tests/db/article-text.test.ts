import { beforeAll, describe, expect, test } from "vitest";
import { editArticle } from "@/lib/desk/articles/commands";
import { getDeskArticle } from "@/lib/desk/articles/queries";
import { editedArticleSchema } from "@/lib/desk/articles/schema";
import type { Context } from "@/lib/desk/auth/permissions";
import { editClaim } from "@/lib/desk/claims/commands";
import { moveClaim } from "@/lib/desk/claims/transitions";
import { db } from "@/lib/platform/db/client";
import { type Transaction, transaction } from "@/lib/platform/db/transaction";
import { uniqueName } from "@/lib/platform/db/unique-name";
import { getPublicArticle, listPublicArticles } from "@/lib/public/articles";
import { pathExists } from "@/lib/server/addresses";
import { aClaim, anArticle, aVerdict, published, somebody, someEvidence } from "@/tests/factories/desk";
import { editedFields } from "@/tests/factories/edited";

let editor: Context;
let publisher: Context;

beforeAll(async () => {
  editor = await somebody("editor");
  publisher = await somebody("publisher");
});

const filler = {
  en: (n: number) => `Paragraph ${n} speaks of the harbour and of the ships that lie there in winter.`,
  ar: (n: number) => `تتحدث الفقرة ${n} عن الميناء وعن السفن التي ترسو فيه شتاءً.`,
};
const words = { en: "The price rose by 35 percent in a year", ar: "ارتفع السعر بنسبة 35 في المئة خلال عام" };
type Language = keyof typeof words;

/** A text in which the words stand in the middle of much else. */
const longText = (language: Language) => {
  const around = (from: number) => Array.from({ length: 20 }, (_, n) => filler[language](from + n));
  return [...around(0), `${words[language]}.`, ...around(100)].join("\n\n");
};

/** A published claim of these words of an article. */
async function aPublished(articleId: string, quote: string) {
  const claim = await aClaim(editor, { articleId, quote });
  await someEvidence(editor, claim.id);
  await published(editor, publisher, aVerdict(claim.id));
  return claim;
}

/** An article of a long text with one published claim. */
async function aLongArticle(language: Language) {
  const article = await anArticle(editor, { language, text: longText(language) });
  return { ...article, claim: await aPublished(article.id, words[language]) };
}

async function edit(slug: string, changes: object) {
  const { id, ...article } = await getDeskArticle(editor, slug);
  await editArticle(editor, editedArticleSchema.parse({ ...article, articleId: id, ...changes }));
}

describe.each(["en", "ar"] as const)("what readers get of an article's text (%s)", (language) => {
  test("is the quotes with what stands around them, and nothing else of it", async () => {
    const { slug } = await aLongArticle(language);
    const article = await getPublicArticle(slug);
    expect(article.textPublic).toBe(false);
    expect(article.excerpts).toHaveLength(1);
    expect(article.excerpts[0]).toMatchObject({ leftOutBefore: true, leftOutAfter: true });
    expect(article.excerpts[0]?.text).toContain(words[language]);
    expect(article.excerpts[0]?.text).toContain(filler[language](19));
    const told = JSON.stringify(article);
    for (const far of [filler[language](0), filler[language](10), filler[language](119)]) {
      expect(told).not.toContain(far);
    }
  });

  test("is the whole text where an editor says so, and the quotes again where one takes that back", async () => {
    const { slug } = await aLongArticle(language);
    await edit(slug, { textPublic: true });
    expect((await getPublicArticle(slug)).excerpts.map(({ text }) => text)).toEqual([longText(language)]);
    await edit(slug, { textPublic: false });
    expect(JSON.stringify(await getPublicArticle(slug))).not.toContain(filler[language](0));
  });

  test("marks the words where they stand in the text of now", async () => {
    const { slug } = await aLongArticle(language);
    await edit(slug, { text: `${filler[language](500)}\n\n${longText(language)}` });
    const { claims, excerpts } = await getPublicArticle(slug);
    const [quote, excerpt] = [claims[0]?.source?.quote, excerpts[0]];
    const from = (at: number | undefined) => (at ?? 0) - (excerpt?.start ?? 0);
    const marked = [...(excerpt?.text ?? "")].slice(from(quote?.start), from(quote?.end)).join("");
    expect(marked).toBe(words[language]);
  });

  test("has nothing of other words that the desk has gone on to, before they are published", async () => {
    const { slug, claim } = await aLongArticle(language);
    await editClaim(editor, await editedFields(editor, claim.slug, { quote: filler[language](3) }));
    const article = await getPublicArticle(slug);
    expect(JSON.stringify(article)).not.toContain(filler[language](3));
    expect(article.claims[0]?.source?.quote?.exact).toBe(words[language]);
  });
});

test("a claim of words that are not in the newest text stays, without a mark", async () => {
  const { id: articleId, slug } = await aLongArticle("en");
  const { createdById } = await db().article.findUniqueOrThrow({ where: { id: articleId } });
  const later = { number: 2, text: longText("en").replace("35", "36"), textHash: "0".repeat(64) };
  await db().articleVersion.create({
    data: { ...later, id: `${articleId}-2`, articleId, createdAt: new Date(), createdById },
  });
  const { claims, excerpts, version } = await getPublicArticle(slug);
  expect(version).toBe(2);
  expect(claims.map(({ inText, source }) => [inText, source?.quote?.exact])).toEqual([[false, words.en]]);
  expect(excerpts).toEqual([]);
});

test("the translation comes with the whole text only", async () => {
  const { slug, id } = await aLongArticle("ar");
  const { id: articleVersionId } = await db().articleVersion.findFirstOrThrow({ where: { articleId: id } });
  const translation = { language: "en", title: "An article", text: longText("en") };
  await db().articleTranslation.create({ data: { articleVersionId, ...translation } });
  expect((await getPublicArticle(slug)).translation).toEqual({ ...translation, text: null });
  await edit(slug, { textPublic: true });
  expect((await getPublicArticle(slug)).translation).toEqual(translation);
});

describe("an article is public", () => {
  const isListed = async (slug: string) =>
    (await listPublicArticles({ limit: 1000 })).rows.some((row) => row.slug === slug);
  const isFound = (slug: string) =>
    getPublicArticle(slug).then(
      () => true,
      ({ code }) => {
        expect(code).toBe("not_found");
        return false;
      },
    );
  const doors = async (slug: string) => [
    await isFound(slug),
    await isListed(slug),
    await pathExists(`/articles/${encodeURIComponent(slug)}`),
  ];

  test.each([
    ["An internal article", "en"],
    ["مقال داخلي", "ar"],
  ])("while it has a public claim, and at no door before: %s", async (title, language) => {
    const { id, slug } = await anArticle(editor, { title, language, text: longText("en"), textPublic: true });
    expect(await doors(slug)).toEqual([false, false, false]);
    const hidden = await aClaim(editor, { articleId: id, quote: filler.en(2) });
    await moveClaim(editor, hidden.id, "archive");
    expect(await doors(slug)).toEqual([false, false, false]);
    await aPublished(id, words.en);
    expect(await doors(slug)).toEqual([true, true, true]);
    expect((await getPublicArticle(slug)).claims).toHaveLength(1);
  });

  test("no longer when its last public claim is archived", async () => {
    const { id, slug } = await anArticle(editor, { language: "en", text: longText("en") });
    const claim = await aClaim(editor, { articleId: id, quote: words.en });
    await moveClaim(editor, claim.id, "archive");
    expect(await doors(slug)).toEqual([false, false, false]);
  });
});

describe("editing an article", () => {
  const rowOf = async (claimId: string) => {
    const [row] = await db().$queryRaw<Array<{ written: string; version: bigint }>>`
      SELECT p.xmin::text AS written, s.version FROM public_claim AS p
        JOIN public_scope AS s ON s.scope = 'claim:' || p.slug WHERE claim_id = ${claimId}`;
    return row;
  };

  test("writes nothing of a published claim, which readers see as it was published", async () => {
    const { slug, claim } = await aLongArticle("en");
    const before = await rowOf(claim.id);
    await edit(slug, { title: "Another title" });
    await edit(slug, { text: `${filler.en(500)}\n\n${longText("en")}` });
    expect(await rowOf(claim.id)).toEqual(before);
  });

  test("writes an unpublished claim that readers see where they would see a difference", async () => {
    const { id, slug } = await anArticle(editor, { language: "en", text: longText("en") });
    const claim = await aClaim(editor, { articleId: id, quote: words.en });
    const before = await rowOf(claim.id);
    await edit(slug, { textPublic: true });
    expect(await rowOf(claim.id)).toEqual(before);
    await edit(slug, { title: "Another title" });
    expect(await rowOf(claim.id)).not.toEqual(before);
    const { document } = await db().publicClaim.findUniqueOrThrow({ where: { claimId: claim.id } });
    expect(document).toMatchObject({ source: { title: "Another title" } });
  });
});

test("claims made while their article is edited stand in its newest text", async () => {
  const { id, slug } = await anArticle(editor, { language: "en", text: longText("en") });
  for (let n = 0; n < 10; n++) {
    const text = `${filler.en(500 + n)}\n\n${(await getDeskArticle(editor, slug)).text}`;
    await Promise.all([edit(slug, { text }), aClaim(editor, { articleId: id, quote: words.en })]);
  }
  const { textVersion, marks } = await getDeskArticle(editor, slug);
  expect(textVersion).toBe(11);
  expect(marks).toHaveLength(10);
});

describe("the address of a thing", () => {
  test("is never that of a page beside it", async () => {
    const articles = [
      await anArticle(editor, { title: "New" }),
      await anArticle(editor, { slug: "new" }),
      await anArticle(editor, { title: " NEW! " }),
    ];
    expect(articles.map(({ slug }) => slug)).toEqual(["new-2", "new-3", "new-4"]);
    const claim = await aClaim(editor, { text: { en: "New" } });
    expect(claim.slug).toBe("new-2");
  });

  test.each([
    ["a short one", "taken", (n: number) => `taken-${n}`],
    ["a long one", "مدينة-".repeat(16).slice(0, 77), undefined],
  ])("is found by one query, however many are taken: %s", async (_, wanted, expected) => {
    const given = new Set<string>();
    for (let n = 0; n < 120; n++) given.add((await anArticle(editor, { slug: wanted })).slug);
    expect(given.size).toBe(120);
    expect([...given].every((slug) => slug.length <= 80)).toBe(true);
    let queries = 0;
    const counting = (tx: Transaction) =>
      new Proxy(tx, {
        get: (target, name) => {
          if (name === "$queryRaw" || name === "article") queries++;
          return Reflect.get(target, name);
        },
      });
    const name = await transaction((tx) => uniqueName(counting(tx), wanted, "article"));
    expect(queries).toBe(1);
    expect(given.has(name)).toBe(false);
    if (expected) expect(name).toBe(expected(121));
  });
});
