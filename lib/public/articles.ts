import type { ArticleKind } from "@/lib/articles/schema";
import { db } from "@/lib/db/client";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import type { PublicClaim } from "./schema";
import { quoteOf } from "./snapshot";

/** A public claim and the number of the version of the text that its quote stands in. */
export type QuotedClaim = PublicClaim & { quotedVersion: number };

/** An article as readers see it: its newest text, and the public claims that have a quote in a version of it. */
export type PublicArticle = {
  slug: string;
  kind: ArticleKind;
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  publisher: string;
  author: string | null;
  url: string | null;
  archiveUrl: string | null;
  publishedOn: string | null;
  retrievedAt: string;
  disclosure: Localized;
  version: number;
  text: string;
  translation: { language: string; title: string; text: string } | null;
  claims: QuotedClaim[];
};

/** An article by its slug. Throws `not_found`. */
export async function getPublicArticle(slug: string): Promise<PublicArticle> {
  const article = await db().article.findUnique({
    where: { slug },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: {
          translations: { take: 1, orderBy: { language: "asc" } },
        },
      },
    },
  });
  const version = article?.versions[0];
  if (!article || !version) throw new AppError("not_found", `There is no article ${slug}.`);
  const { title, language, direction, publisher, author, url, archiveUrl, publishedOn, kind } = article;
  const translation = version.translations[0];
  return {
    slug,
    kind,
    title,
    language,
    direction,
    publisher,
    author,
    url,
    archiveUrl,
    publishedOn,
    retrievedAt: article.retrievedAt.toISOString(),
    disclosure: localizedSchema.parse(article.disclosure),
    version: version.number,
    text: version.text,
    translation: translation
      ? { language: translation.language, title: translation.title, text: translation.text }
      : null,
    claims: await listQuotedClaims(article.id),
  };
}

async function listQuotedClaims(articleId: string): Promise<QuotedClaim[]> {
  const appearances = await db().appearance.findMany({
    where: { position: 0, articleVersion: { articleId } },
    include: {
      articleVersion: { select: { number: true } },
      claim: { select: { publicClaim: { select: { document: true } } } },
    },
  });
  return appearances.flatMap(({ claim, articleVersion, ...appearance }) => {
    const document = claim.publicClaim?.document as unknown as PublicClaim | undefined;
    // A revision has the quote of the text of its time; the mark stands in the text of now.
    return document?.source && articleVersion
      ? [
          {
            ...document,
            source: { ...document.source, quote: quoteOf(appearance) },
            quotedVersion: articleVersion.number,
          },
        ]
      : [];
  });
}
