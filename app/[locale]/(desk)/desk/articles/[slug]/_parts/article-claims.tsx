import { getTranslations } from "next-intl/server";
import { ArchivedBadge } from "@/components/claim/archived-badge";
import { ForeignText } from "@/components/ui/foreign-text";
import { Section } from "@/components/ui/section";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText, type Texts } from "@/lib/i18n/localized";
import { Link } from "@/lib/next/navigation";

type ClaimMark = { id: string; slug: string; text: Texts; number: string; archived: boolean };

type ArticleClaimsProps = {
  marks: ClaimMark[];
  /** Whether an empty list explains how to create a claim. */
  showsHelp: boolean;
  locale: LocaleId;
};

/** The article's claims, in the order of its text. */
export async function ArticleClaims({ marks, showsHelp, locale }: ArticleClaimsProps) {
  const [t, stages] = [await getTranslations("marking"), await getTranslations("stage")];
  return (
    <Section id="claims" title={t("claims", { count: marks.length })}>
      {marks.length === 0 && showsHelp && <p className="text-soft">{t("noClaims")}</p>}
      <ol className="grid gap-4">
        {marks.map(({ id, slug, text, number, archived }) => {
          const claim = pickText(text, locale) ?? { text: slug, language: "en" };
          return (
            <li key={id} id={`c-${id}`} className="flex scroll-mt-24 items-start gap-3 target:bg-mark">
              <a
                href={`#q-${id}`}
                aria-label={t("toQuote", { number })}
                className="min-w-7 rounded-md bg-accent px-1 text-center text-xs leading-7 font-semibold text-accent-ink no-underline"
              >
                {number}
              </a>
              <div className="grid min-w-0 justify-items-start gap-1">
                <Link
                  href={`/desk/claims/${slug}`}
                  prefetch={false}
                  className="plain-link line-clamp-6 text-ink"
                >
                  <ForeignText language={claim.language}>{claim.text}</ForeignText>
                </Link>
                {archived && <ArchivedBadge label={stages("archived")} />}
              </div>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
