import { getFormatter, getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { PlainLink } from "@/components/ui/plain-link";
import { StatusBadge } from "@/components/verdict/status-badge";
import type { LocaleId } from "@/lib/i18n/locales";
import { pick } from "@/lib/i18n/localized";
import type { PublicClaim } from "@/lib/public/schema";
import { inTextOrder } from "./in-text-order";

/** The claims of an article, numbered as in the text; each leads to its words there, and to its own page. */
export async function ArticleClaims({ claims, locale }: { claims: PublicClaim[]; locale: LocaleId }) {
  const [t, status, format] = [
    await getTranslations("article"),
    await getTranslations("status"),
    await getFormatter(),
  ];
  return (
    <ol className="grid gap-1">
      {inTextOrder(claims).map(({ id, slug, status: key, claim, source }, index) => {
        const text = pick(claim.text, locale, claim.language);
        const number = format.number(index + 1);
        return (
          <li
            key={id}
            id={`c-${id}`}
            className="grid scroll-mt-24 grid-cols-[2rem_1fr] gap-2 border-b border-rule py-3 target:bg-mark"
          >
            {source?.quote ? (
              <a
                href={`#q-${id}`}
                aria-label={t("toQuote", { number })}
                className="flex min-h-7 justify-center font-semibold"
              >
                {number}
              </a>
            ) : (
              <span className="flex min-h-7 justify-center text-soft">{number}</span>
            )}
            <div className="grid justify-items-start gap-2">
              <PlainLink
                href={`/claims/${slug}`}
                className="plain-link font-serif text-lg leading-snug text-ink"
              >
                <ForeignText language={text?.language ?? locale}>{text?.text}</ForeignText>
              </PlainLink>
              <StatusBadge status={key} label={status(key)} />
              {!source?.quote && <p className="text-sm text-soft">{t("earlierVersion")}</p>}
            </div>
          </li>
        );
      })}
    </ol>
  );
}
