import { authorize, type Context } from "@/lib/desk/auth/permissions";
import { AppError } from "@/lib/errors";
import { type Localized, localizedSchema, type Texts, textsOf } from "@/lib/i18n/localized";
import { db } from "@/lib/platform/db/client";
import type { ArticleKind } from "@/lib/record/vocabulary";
import { lookupName } from "@/lib/text/normalize";
import { listQuotesBehind, type QuoteBehind } from "./behind";

/** An article with its newest text and the claims made of it, for staff. Positions count code points. */
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
  /** The claims whose quote stayed in an earlier version. */
  behind: QuoteBehind[];
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
      text: textsOf(claim),
      start: appearance.quoteStart ?? 0,
      end: appearance.quoteEnd ?? 0,
      archived: claim.stage === "archived",
    })),
    behind: await listQuotesBehind(id, latest),
  };
}
