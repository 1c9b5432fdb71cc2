import type { ArticleKind } from "@/lib/articles/schema";
import { db } from "@/lib/db/client";
import type { Prisma } from "@/lib/db/generated/client";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema } from "@/lib/i18n/localized";
import { type Excerpt, excerptsOf, wholeText } from "@/lib/text/excerpts";
import { lookupName } from "@/lib/text/normalize";
import type { PublicClaim } from "./projection/document";
import { publicPlace } from "./projection/quote-place";

/**
 * A public claim of an article. Where `inText` is false, its words do not stand in the newest text, and its quote is of
 * the version that it was taken from.
 */
export type QuotedClaim = PublicClaim & { inText: boolean };

/** An article as readers see it: its public claims, and what they may read of its newest text. */
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
  /** Whether readers may read all of it: `excerpts` is then the whole text in one. */
  textPublic: boolean;
  /** The quotes of its claims with what stands around them, in the order of the text. Positions count code points of it. */
  excerpts: Excerpt[];
  /** A reading aid. Its text comes with the whole text only. */
  translation: { language: string; title: string; text: string | null } | null;
  claims: QuotedClaim[];
};

const newestVersion = {
  versions: {
    orderBy: { number: "desc" },
    take: 1,
    include: { translations: { take: 1, orderBy: { language: "asc" } } },
  },
} satisfies Prisma.ArticleInclude;

/** An article by its slug. Throws `not_found`, also where none of its claims is public. */
export async function getPublicArticle(slug: string): Promise<PublicArticle> {
  const article = await db().article.findUnique({
    where: { slug: lookupName(slug) },
    include: newestVersion,
  });
  const newest = article?.versions[0];
  const claims = newest ? await claimsIn(slug, newest) : [];
  if (!article || !newest || claims.length === 0) {
    throw new AppError("not_found", `There is no article ${slug}.`);
  }
  const { title, language, direction, publisher, author, url, archiveUrl, publishedOn, kind, textPublic } =
    article;
  const quotes = claims.flatMap(({ inText, source }) => (inText && source?.quote) || []);
  const [translation] = newest.translations;
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
    version: newest.number,
    textPublic,
    excerpts: textPublic ? [wholeText(newest.text)] : excerptsOf(newest.text, quotes, language),
    translation: translation
      ? {
          language: translation.language,
          title: translation.title,
          text: textPublic ? translation.text : null,
        }
      : null,
    claims,
  };
}

/** The public claims of an article, each with its quote as it stands in this version of the text where it does. */
async function claimsIn(slug: string, version: { id: string; text: string }): Promise<QuotedClaim[]> {
  const rows = await db().publicClaim.findMany({
    where: { articleSlug: slug },
    orderBy: { claimId: "asc" },
    select: { document: true, claim: { select: { appearances: { where: { position: 0 } } } } },
  });
  return rows.flatMap(({ document, claim }) => {
    const known = document as unknown as PublicClaim;
    const [appearance] = claim.appearances;
    if (!known.source) return [];
    const isOfVersion = appearance?.articleVersionId === version.id;
    const place = isOfVersion ? publicPlace(version.text, known.source.quote, appearance) : null;
    const source = { ...known.source, quote: place ?? known.source.quote };
    return [{ ...known, source, inText: place !== null }];
  });
}
