import { getFormatter, getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { LocaleId } from "@/lib/i18n/locales";
import { pickText } from "@/lib/i18n/localized";
import type { PublicArticle } from "@/lib/public/articles";
import { sortByPosition } from "./sort-by-position";

/** The claims of an article, numbered as in the text; each links to its quote there, and to its own page. */
export async function ArticleClaims({ article, locale }: { article: PublicArticle; locale: LocaleId }) {
  const [t, status, format] = [
    await getTranslations("article"),
    await getTranslations("status"),
    await getFormatter(),
  ];
  return (
    <ol className="grid gap-1">
      {sortByPosition(article.claims).map(({ id, slug, status: key, claim, source, inText }, index) => {
        const text = pickText(claim.text, locale, claim.language);
        const number = format.number(index + 1);
        return (
          <li
            key={id}
            id={`c-${id}`}
            className="grid scroll-mt-24 grid-cols-[2rem_1fr] gap-2 border-b border-rule py-3 target:bg-mark"
          >
            {inText ? (
              <a
                href={`#q-${id}`}
                aria-label={t("toQuote", { number })}
                className="flex min-h-7 justify-center font-semibold"
              >
                {number}
              </a>
            ) : (
              <span className="text-center font-semibold text-soft">{number}</span>
            )}
            <div className="grid justify-items-start gap-2">
              <PlainLink
                href={`/claims/${slug}`}
                className="plain-link line-clamp-6 font-serif text-lg leading-snug text-ink"
              >
                <ForeignText language={text?.language ?? locale}>{text?.text}</ForeignText>
              </PlainLink>
              <StatusBadge status={key} label={status(key)} />
              {!inText && (
                <div className="grid gap-1 text-sm text-soft">
                  <p>{t("earlierVersion")}</p>
                  <ForeignText as="p" language={article.language} className="line-clamp-6">
                    {source?.quote?.exact}
                  </ForeignText>
                </div>
              )}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
