import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { Section } from "@/components/ui/section";
import type { DeskArticle } from "@/lib/articles/queries";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import { Link } from "@/lib/i18n/navigation";
import { QuoteCandidates } from "../../../_parts/quote-candidates";

/** The claims whose quote stayed in an earlier version of the text, each with the ways to move it to the newest one. */
export async function ClaimsBehind({ article, locale }: { article: DeskArticle; locale: LocaleId }) {
  const { behind, slug, language } = article;
  if (behind.length === 0) return null;
  const t = await getTranslations("quoteBehind");
  return (
    <Section id="behind" title={t("inArticle", { count: behind.length })}>
      <ol className="grid gap-6">
        {behind.map((claim) => {
          const text = pick(claim.text, locale) ?? { text: claim.slug, language: "en" };
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
              <QuoteCandidates claim={claim} candidates={claim.candidates} language={language} />
              <p>
                <Link
                  href={`/desk/articles/${slug}?claim=${claim.slug}`}
                  className="inline-flex min-h-8 items-center"
                >
                  {t("select")}
                </Link>
              </p>
            </li>
          );
        })}
      </ol>
    </Section>
  );
}
