import { getTranslations } from "next-intl/server";
import { ForeignText } from "@/components/ui/foreign-text";
import { LocalizedText } from "@/components/ui/localized-text";
import { Quotation } from "@/components/ui/quotation";
import { formatPartialDate } from "@/lib/i18n/formats";
import type { LocaleId } from "@/lib/i18n/locales";
import type { PublicAppearance } from "@/lib/public/schema";

/** Where else the claim stands, and how it changed on its way. */
export async function AppearanceList({
  appearances,
  locale,
}: {
  appearances: PublicAppearance[];
  locale: LocaleId;
}) {
  const t = await getTranslations("claim");
  return (
    <ol className="grid gap-5">
      {appearances.map((item) => (
        <li key={item.url ?? item.article} className="grid gap-1 border-s-2 border-rule ps-4">
          <p>
            <a href={item.url ?? `/articles/${item.article}`} rel="noopener noreferrer">
              <ForeignText language={item.language ?? locale}>
                {item.title ?? item.publisher ?? item.url}
              </ForeignText>
            </a>
          </p>
          <p className="text-sm text-soft">
            {item.publisher && <bdi>{item.publisher}</bdi>}
            {item.publishedOn && <> · {formatPartialDate(item.publishedOn, locale)}</>}
          </p>
          {item.quote && <Quotation language={item.language ?? "und"} exact={item.quote.exact} />}
          {Object.keys(item.change).length > 0 && (
            <div className="text-sm">
              <span className="font-semibold">{t("change")}</span>
              <LocalizedText texts={item.change} locale={locale} />
            </div>
          )}
        </li>
      ))}
    </ol>
  );
}
