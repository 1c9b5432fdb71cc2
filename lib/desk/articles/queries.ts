import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsByLanguage } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { ArticleKind } from "@/lib/record/vocabulary";
import { lookupName } from "@/lib/text/normalize";
import { listOutdatedQuotes, type OutdatedClaimQuote } from "./outdated-quotes";

/** An article with its newest text and the claims that quote it, for staff. Positions are in code points. */
export type DeskArticle = {
  id: string;
  slug: string;
  version: number;
  kind: ArticleKind;
  title: string;
  language: string;
  direction: "ltr" | "rtl";
  publisher: string;
  author: string | null;
  url: string | null;
  archiveUrl: string | null;
  publishedOn: string | null;
  disclosure: Localized;
  textPublic: boolean;
  archivedAt: Date | null;
  text: string;
  textVersion: number;
  marks: Array<{
    id: string;
    slug: string;
    text: Texts;
    start: number;
    end: number;
    archived: boolean;
  }>;
  /** The claims that quote an earlier version. */
  outdatedQuotes: OutdatedClaimQuote[];
};

/** An article by its slug. Throws `not_found`. */
export async function getDeskArticle(context: Context, slug: string): Promise<DeskArticle> {
  authorize(context, "desk.read");
  const article = await db().article.findUnique({
    where: { slug: lookupName(slug) },
    include: {
      versions: {
        orderBy: { number: "desc" },
        take: 1,
        include: {
          appearances: {
            orderBy: [{ quoteStart: "asc" }, { id: "asc" }],
            include: { claim: { include: { translations: true } } },
          },
        },
      },
    },
  });
  const latest = article?.versions[0];
  if (!article || !latest) throw new AppError("not_found", `There is no article ${slug}.`);
  const { id, version, kind, title, language, direction, publisher, author, url, archiveUrl, publishedOn } =
    article;
  return {
    id,
    slug,
    version,
    kind,
    title,
    language,
    direction,
    publisher,
    author,
    url,
    archiveUrl,
    publishedOn,
    disclosure: localizedSchema.parse(article.disclosure),
    textPublic: article.textPublic,
    archivedAt: article.archivedAt,
    text: latest.text,
    textVersion: latest.number,
    marks: latest.appearances.map(({ claim, ...appearance }) => ({
      id: claim.id,
      slug: claim.slug,
      text: textsByLanguage(claim),
      start: appearance.quoteStart ?? 0,
      end: appearance.quoteEnd ?? 0,
      archived: claim.stage === "archived",
    })),
    outdatedQuotes: await listOutdatedQuotes(id, latest),
  };
}
