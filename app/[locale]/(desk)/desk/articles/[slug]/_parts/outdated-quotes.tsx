import { getTranslations } from "next-intl/server";
import { ArchivedBadge } from "@/components/claim/archived-badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { Section } from "@/components/ui/section";
import type { DeskArticle } from "@/lib/desk/articles/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";
import { QuoteCandidates } from "../../../_parts/quote-candidates";

/**
 * The claims whose quote is in an earlier version of the text, each with ways to move it to the newest one.
 */
export async function OutdatedQuotes({ article, locale }: { article: DeskArticle; locale: LocaleId }) {
  const { outdatedQuotes, language } = article;
  if (outdatedQuotes.length === 0) return null;
  const [t, stages] = [await getTranslations("quoteBehind"), await getTranslations("stage")];
  return (
    <Section id="behind" title={t("inArticle", { count: outdatedQuotes.length })}>
      <ol className="grid gap-6">
        {outdatedQuotes.map((claim) => {
          const text = pickText(claim.text, locale) ?? { text: claim.slug, language: "en" };
          return (
            <li
              key={claim.id}
              id={`c-${claim.id}`}
              className="grid scroll-mt-24 gap-2 text-sm target:bg-mark"
            >
              <Link
                href={`/desk/claims/${claim.slug}`}
                prefetch={false}
                className="plain-link text-base text-ink"
              >
                <ForeignText language={text.language}>{text.text}</ForeignText>
              </Link>
              <p className="text-soft">{t("capturedIn", { captured: claim.capturedIn })}</p>
              <ForeignText as="p" language={language} className="font-serif">
                {claim.quote.exact}
              </ForeignText>
              {claim.archived ? (
                <ArchivedBadge label={stages("archived")} />
              ) : (
                <MoveOptions claim={claim} article={article} />
              )}
            </li>
          );
        })}
      </ol>
    </Section>
  );
}

type MoveOptionsProps = { claim: DeskArticle["outdatedQuotes"][number]; article: DeskArticle };

/** The candidates in the newest text, and a link to select other words. */
async function MoveOptions({ claim, article: { slug, language, archivedAt } }: MoveOptionsProps) {
  const t = await getTranslations("quoteBehind");
  return (
    <>
      <QuoteCandidates claim={claim} candidates={claim.candidates} language={language} />
      {!archivedAt && (
        <p>
          <Link
            href={`/desk/articles/${slug}?claim=${claim.slug}`}
            className="inline-flex min-h-8 items-center"
          >
            {t("select")}
          </Link>
        </p>
      )}
    </>
  );
}
